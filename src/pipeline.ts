import { join } from 'node:path';
import { hasErrors, type Outcome, ok } from './diagnostics.ts';
import type { writeDocx } from './docx/index.ts';
import { openFontBook } from './fonts/index.ts';
import type { FontBook } from './fonts/types.ts';
import type { Format } from './formats.ts';
import type { Inputs } from './inputs.ts';
import { layoutDocument } from './layout/index.ts';
import type { LaidOut } from './layout/types.ts';
import { parseMarkup, parseStyleSheet, type StyleSheet, styleDocument } from './markup/index.ts';
import type { StyledDocument } from './markup/types.ts';
import { loadDocument } from './model/index.ts';
import type { Document } from './model/types.ts';
import type { writePdf } from './pdf/index.ts';
import type { Source } from './source.ts';
import { type HouseStyle, openHouseStyle, renderMarkup } from './template/index.ts';
import type { Transcript } from './transcript.ts';

/** What all documents of a run share: files, fonts and house styles, each opened once. */
export interface Workshop {
  readonly inputs: Inputs;
  readonly fonts: FontBook;
  /** Template and words of a house style, by name. */
  readonly style: (name: string) => Outcome<HouseStyle>;
  readonly sheet: (style: HouseStyle) => Outcome<StyleSheet>;
}

/** `root` is the folder of Chancery's package.json; `templates` holds a folder for each house style. */
export function openWorkshop(
  inputs: Inputs,
  options: { readonly root: string; readonly templates?: string; readonly userFonts?: string },
): Outcome<Workshop> {
  const { value: fonts, diagnostics } = openFontBook(inputs, options);
  if (!fonts) return { diagnostics };
  const templates = options.templates ?? join(options.root, 'templates');
  const style = once((name: string) => openHouseStyle(inputs, join(templates, name)));
  const sheet = once((opened: HouseStyle) => parseStyleSheet(opened.styleSheet));
  return ok({ inputs, fonts, style, sheet }, diagnostics);
}

/** A function of one argument that works only the first time; its diagnostics are said each time. */
function once<A, T>(work: (argument: A) => T): (argument: A) => T {
  const known = new Map<A, T>();
  return (argument) => {
    const result = known.get(argument) ?? work(argument);
    known.set(argument, result);
    return result;
  };
}

/** A document before any writer: what both writers start from. */
export interface Draft {
  readonly document: Document;
  readonly markup: Source;
  readonly styled: StyledDocument;
}

/** YAML → Document → markup → styled tree. None where a stage gave no value; the transcript says why. */
export async function draft(shop: Workshop, path: string, log: Transcript): Promise<Draft | undefined> {
  const document = await log.stage('model', () => loadDocument(shop.inputs, path));
  const style = document && (await log.stage('template', () => shop.style(document.style)));
  const markup = document && style && (await log.stage('template', () => renderMarkup(style, document)));
  if (markup) log.show(markup);
  const tree = markup && (await log.stage('markup', () => parseMarkup(markup)));
  const sheet = style && (await log.stage('css', () => shop.sheet(style)));
  const styled = tree && sheet && (await log.stage('css', () => styleDocument(tree, [sheet], shop.fonts)));
  return document && markup && styled && { document, markup, styled };
}

/** Styled tree → pages. */
export const layOut = (
  shop: Workshop,
  styled: StyledDocument,
  log: Transcript,
): Promise<LaidOut | undefined> => log.stage('layout', () => layoutDocument(styled, shop.fonts));

/** One document in the formats asked for: all of them, or none if any stage had an error. */
export interface Product {
  readonly files: readonly { readonly format: Format; readonly bytes: Uint8Array }[];
  /** Known if the document was laid out. */
  readonly pages?: number;
}

/** The whole program. Writers are loaded when first needed: start-up is felt. */
export async function typeset(
  shop: Workshop,
  path: string,
  formats: readonly Format[],
  log: Transcript,
): Promise<Product | undefined> {
  const made = await draft(shop, path, log);
  if (!made) return undefined;
  const files: { format: Format; bytes: Uint8Array }[] = [];
  let pages: number | undefined;
  // After an error nothing is written, and a writer would only repeat what was said.
  const sound = (): boolean => !hasErrors(log.diagnostics) && !log.fault;
  if (formats.includes('pdf')) {
    const laidOut = await layOut(shop, made.styled, log);
    pages = laidOut?.pages.length;
    const bytes = laidOut && sound() && (await log.stage('pdf', () => pdf(laidOut, shop.fonts)));
    if (bytes) files.push({ format: 'pdf', bytes });
  }
  if (formats.includes('docx')) {
    const bytes = sound() && (await log.stage('docx', () => docx(made.styled, shop.fonts)));
    if (bytes) files.push({ format: 'docx', bytes });
  }
  if (!sound()) return undefined;
  return pages === undefined ? { files } : { files, pages };
}

const pdf: typeof writePdf = async (...given) => (await import('./pdf/index.ts')).writePdf(...given);
const docx: typeof writeDocx = async (...given) => (await import('./docx/index.ts')).writeDocx(...given);
