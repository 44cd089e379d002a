import type { CharacterStylePlan, DocxPlan, ParagraphStylePlan, StyleId, StylePlan } from '../types.ts';
import { el, toggle, val, type XmlElement, xmlPart } from '../xml.ts';
import { W } from './namespaces.ts';
import { paragraphProperties, runProperties } from './properties.ts';

/** `word/styles.xml`: defaults that hold for all text, then each style with what it changes of its base. */
export function stylesPart(plan: DocxPlan): string {
  const paragraphs = new Map(
    plan.styles.flatMap((style) => (style.kind === 'paragraph' ? [[style.id, style] as const] : [])),
  );
  return xmlPart(
    el(
      'w:styles',
      W,
      defaults(plan),
      ...FIXED,
      ...plan.styles.map((style) => styleElement(style, paragraphs, plan)),
    ),
  );
}

/**
 * East Asian settings stand here once for all styles, written out though most are Word's defaults: a reader of the
 * file need not know them. No text snaps to a document grid, because line heights are exact and the grid would widen
 * them. Punctuation may hang at a line's end (`overflowPunct`), as in every Chinese Word document: Word, unlike the
 * PDF, cannot set a closing mark in half its width there, and would push a whole word over to the next line.
 */
function defaults({ defaults: { paragraph, run }, languages }: DocxPlan): XmlElement {
  return el(
    'w:docDefaults',
    {},
    el(
      'w:rPrDefault',
      {},
      el(
        'w:rPr',
        {},
        ...runProperties(run, WORD_RUN),
        el('w:lang', { 'w:val': languages.latin, 'w:eastAsia': languages.eastAsian, 'w:bidi': 'ar-SA' }),
      ),
    ),
    el(
      'w:pPrDefault',
      {},
      el(
        'w:pPr',
        {},
        toggle('w:widowControl', paragraph.widowControl),
        toggle('w:kinsoku', paragraph.kinsoku),
        toggle('w:overflowPunct', true),
        toggle('w:topLinePunct', paragraph.trimLineStart),
        toggle('w:autoSpaceDE', paragraph.autoSpace),
        toggle('w:autoSpaceDN', paragraph.autoSpace),
        toggle('w:snapToGrid', false),
        el('w:spacing', {
          'w:before': 0,
          'w:after': 0,
          'w:line': paragraph.line,
          'w:lineRule': paragraph.lineRule,
        }),
      ),
    ),
  );
}

/** What Word takes where nothing is said. */
const WORD_RUN = {
  bold: false,
  italic: false,
  color: 'auto',
  underline: false,
  superscript: false,
  letterSpacing: 0,
};

/** The defaults of the other kinds, which Word expects in every file. */
const FIXED: readonly XmlElement[] = [
  el(
    'w:style',
    { 'w:type': 'character', 'w:default': 1, 'w:styleId': 'DefaultParagraphFont' },
    val('w:name', 'Default Paragraph Font'),
    val('w:uiPriority', 1),
    el('w:semiHidden'),
    el('w:unhideWhenUsed'),
  ),
  el(
    'w:style',
    { 'w:type': 'table', 'w:default': 1, 'w:styleId': 'TableNormal' },
    val('w:name', 'Normal Table'),
    val('w:uiPriority', 99),
    el('w:semiHidden'),
    el('w:unhideWhenUsed'),
    el('w:tblPr', {}, el('w:tblInd', { 'w:w': 0, 'w:type': 'dxa' }), cellMargins()),
  ),
  el(
    'w:style',
    { 'w:type': 'numbering', 'w:default': 1, 'w:styleId': 'NoList' },
    val('w:name', 'No List'),
    val('w:uiPriority', 99),
    el('w:semiHidden'),
    el('w:unhideWhenUsed'),
  ),
];

/** None: paddings are written in each cell. */
function cellMargins(): XmlElement {
  const none = { 'w:w': 0, 'w:type': 'dxa' };
  return el(
    'w:tblCellMar',
    {},
    el('w:top', none),
    el('w:left', none),
    el('w:bottom', none),
    el('w:right', none),
  );
}

function styleElement(
  style: StylePlan,
  paragraphs: ReadonlyMap<StyleId, ParagraphStylePlan>,
  plan: DocxPlan,
): XmlElement {
  const isNormal = style.kind === 'paragraph' && style.basedOn === undefined;
  const head = {
    'w:type': style.kind,
    'w:default': isNormal ? 1 : undefined,
    'w:customStyle': style.builtIn ? undefined : 1,
    'w:styleId': style.id,
  };
  if (style.kind === 'character') return characterStyle(style, head);
  if (style.kind === 'table')
    return el(
      'w:style',
      head,
      val('w:name', style.name),
      val('w:basedOn', 'TableNormal'),
      val('w:uiPriority', 99),
    );
  const base = (style.basedOn === undefined ? undefined : paragraphs.get(style.basedOn)) ?? plan.defaults;
  // A tie of the base is inherited: a style that is none of its list's levels must say so.
  const inherited = style.basedOn === undefined ? undefined : paragraphs.get(style.basedOn)?.numbering;
  const tie = style.numbering ?? (inherited ? { num: 0, level: 0 } : undefined);
  const numbering = tie && numberProperties(tie.num, tie.level);
  const paragraph = paragraphProperties(style.paragraph, base.paragraph, numbering);
  const run = runProperties(style.run, base.run);
  return el(
    'w:style',
    head,
    val('w:name', style.name),
    style.basedOn === undefined ? undefined : val('w:basedOn', style.basedOn),
    style.next === undefined ? undefined : val('w:next', style.next),
    el('w:qFormat'),
    paragraph.length > 0 ? el('w:pPr', {}, ...paragraph) : undefined,
    run.length > 0 ? el('w:rPr', {}, ...run) : undefined,
  );
}

function characterStyle(style: CharacterStylePlan, head: XmlElement['attributes']): XmlElement {
  const run = runProperties(style.run);
  return el(
    'w:style',
    head,
    val('w:name', style.name),
    val('w:basedOn', 'DefaultParagraphFont'),
    el('w:qFormat'),
    run.length > 0 ? el('w:rPr', {}, ...run) : undefined,
  );
}

/** Level 0 goes unsaid in a style that is tied to a list (17.3.1.19), and Word reads it from the level's `w:pStyle`. */
export const numberProperties = (num: number, level: number): XmlElement =>
  el('w:numPr', {}, level > 0 ? val('w:ilvl', level) : undefined, val('w:numId', num));
