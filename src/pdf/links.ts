import { type Diagnostic, type Outcome, ok } from '../diagnostics.ts';
import type { LaidOut, LinkTarget, Page } from '../layout/types.ts';
import type { BoxId } from '../markup/types.ts';
import { add, type PdfDict, type PdfDocument, type PdfRef, text } from './document.ts';
import { framesOf } from './glyph-codes.ts';
import { hex } from './syntax.ts';

/** A link annotation on one page. */
export interface LinkAnnotation {
  readonly link: BoxId;
  readonly page: number;
  readonly ref: PdfRef;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * Annotations of all links: one for each page a link stands on, however many lines it takes there. Keys of the parent
 * tree count up from `firstKey` in the order of the result (ISO 32000-1, 12.5.6.5 and 14.7.4.4).
 * Errors: `pdf/unsafe-link`, `pdf/missing-anchor`.
 */
export function writeLinks(
  document: PdfDocument,
  laidOut: LaidOut,
  pages: readonly PdfRef[],
  anchors: ReadonlySet<string>,
  firstKey: number,
): Outcome<readonly LinkAnnotation[]> {
  const annotations: LinkAnnotation[] = [];
  const faults: Diagnostic[] = [];
  for (const [index, page] of laidOut.pages.entries())
    for (const [link, lines] of linkLines(page)) {
      const { target, text: said } = laidOut.links.get(link) ?? unknownLink(link);
      const fault = faultOf(target, anchors);
      if (fault) {
        faults.push(fault);
        continue;
      }
      const ref = add(document, {
        Type: 'Annot',
        Subtype: 'Link',
        Rect: rectOf(around(lines), page),
        QuadPoints: lines.flatMap((line) => quadOf(line, page)),
        Border: [0, 0, 0],
        F: 4, // printed: PDF/A-2, 6.3.2
        P: pages[index]!,
        Contents: text(said),
        StructParent: firstKey + annotations.length,
        A: actionOf(target),
      });
      annotations.push({ link, page: index, ref });
    }
  return faults.length > 0 ? { diagnostics: faults } : ok(annotations);
}

/** Share of the font size that a link's area covers over and under the baseline. */
const ABOVE = 0.88;
const BELOW = 0.2;

/** Where each link stands on a page, one box a line. */
function linkLines(page: Page): ReadonlyMap<BoxId, readonly Box[]> {
  const links = new Map<BoxId, (Box & { baseline: number })[]>();
  for (const { items } of framesOf(page))
    for (const item of items) {
      if (item.kind !== 'text' || item.link === undefined) continue;
      const { size, width } = item.run;
      const box = {
        left: item.x,
        right: item.x + width,
        top: item.y - ABOVE * size,
        bottom: item.y + BELOW * size,
        baseline: item.y,
      };
      const lines = links.get(item.link) ?? [];
      const line = lines.at(-1);
      // A raised mark inside a link is on the same line; the next line is further away than half the size.
      if (line && Math.abs(line.baseline - item.y) < size / 2)
        lines[lines.length - 1] = { ...around([line, box]), baseline: line.baseline };
      else lines.push(box);
      links.set(item.link, lines);
    }
  return links;
}

const around = (boxes: readonly Box[]): Box => ({
  left: Math.min(...boxes.map(({ left }) => left)),
  right: Math.max(...boxes.map(({ right }) => right)),
  top: Math.min(...boxes.map(({ top }) => top)),
  bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
});

const rectOf = ({ left, right, top, bottom }: Box, page: Page): readonly number[] => [
  left,
  page.height - bottom,
  right,
  page.height - top,
];

/** Upper left, upper right, lower left, lower right: what readers expect, though table 179 speaks of another order. */
function quadOf(box: Box, page: Page): readonly number[] {
  const [left, low, right, high] = rectOf(box, page) as [number, number, number, number];
  return [left, high, right, high, left, low, right, low];
}

function faultOf(target: LinkTarget, anchors: ReadonlySet<string>): Diagnostic | undefined {
  if (target.kind === 'anchor') return anchors.has(target.name) ? undefined : missingAnchor(target.name);
  return /^(https?:\/\/|mailto:)/i.test(target.uri) ? undefined : unsafeLink(target.uri);
}

/** What following the link does (ISO 32000-1, 12.6). */
const actionOf = (target: LinkTarget): PdfDict =>
  target.kind === 'anchor'
    ? { S: 'GoTo', D: text(target.name) }
    : { S: 'URI', URI: text(asciiUri(target.uri)) };

/** Clause 12.6.4.7: a URI is 7-bit ASCII. What is escaped already stays. */
const asciiUri = (uri: string): string =>
  uri.replace(/[^!-~]+/g, (characters) =>
    Array.from(new TextEncoder().encode(characters), (byte) => `%${hex(byte, 2)}`).join(''),
  );

const unsafeLink = (uri: string): Diagnostic => ({
  code: 'pdf/unsafe-link',
  severity: 'error',
  message: 'a link leads to an address that is no web or mail address',
  got: uri,
  expected: 'an address that begins with https:, http: or mailto:, or #name for a place in the document',
  reason: 'Other addresses can start programs on the reader’s machine.',
  hints: [{ text: 'Give the full address, scheme included.' }],
});

const missingAnchor = (anchor: string): Diagnostic => ({
  code: 'pdf/missing-anchor',
  severity: 'error',
  message: `a link leads to #${anchor}, and nothing in the document has this id`,
  hints: [{ text: 'Check the spelling of the id.' }],
});

function unknownLink(link: BoxId): never {
  throw new Error(`text lies in the link box ${link}, which the document does not list`);
}
