import type { BorderLine, Borders, ParagraphFormat, RunFormat } from '../types.ts';
import { el, toggle, val, type XmlElement } from '../xml.ts';

/**
 * Run properties for what `format` says otherwise than `base`, in the order of CT_RPr (ECMA-376 17.3.2.28). Toggles
 * are written both ways, since a style's absence of bold does not undo its base's.
 */
export function runProperties(
  format: Partial<RunFormat>,
  base: Partial<RunFormat> = {},
): readonly XmlElement[] {
  const differs = (field: keyof RunFormat) => format[field] !== undefined && format[field] !== base[field];
  const { latin, eastAsian, bold, italic, color, letterSpacing, size, underline, superscript } = format;
  const elements: XmlElement[] = [];
  if (differs('latin') || differs('eastAsian')) {
    const newLatin = differs('latin') ? latin : undefined;
    const newEastAsian = differs('eastAsian') ? eastAsian : undefined;
    elements.push(
      el('w:rFonts', {
        'w:ascii': newLatin,
        'w:eastAsia': newEastAsian,
        'w:hAnsi': newLatin,
        'w:cs': newLatin,
      }),
    );
  }
  if (bold !== undefined && differs('bold')) elements.push(toggle('w:b', bold), toggle('w:bCs', bold));
  if (italic !== undefined && differs('italic'))
    elements.push(toggle('w:i', italic), toggle('w:iCs', italic));
  if (color !== undefined && differs('color')) elements.push(val('w:color', color));
  if (letterSpacing !== undefined && differs('letterSpacing')) elements.push(val('w:spacing', letterSpacing));
  if (size !== undefined && differs('size')) elements.push(val('w:sz', size), val('w:szCs', size));
  if (underline !== undefined && differs('underline'))
    elements.push(val('w:u', underline ? 'single' : 'none'));
  if (superscript !== undefined && differs('superscript'))
    elements.push(val('w:vertAlign', superscript ? 'superscript' : 'baseline'));
  return elements;
}

/**
 * Paragraph properties for what `format` says otherwise than `base`, in the order of CT_PPrBase (17.3.1.26).
 * `numbering` stands among them.
 */
export function paragraphProperties(
  format: ParagraphFormat,
  base: ParagraphFormat,
  numbering?: XmlElement,
): readonly XmlElement[] {
  const differs = (...fields: (keyof ParagraphFormat)[]) =>
    fields.some((field) => JSON.stringify(format[field]) !== JSON.stringify(base[field]));
  const onOff = (
    name: string,
    field: 'keepNext' | 'keepLines' | 'pageBreakBefore' | 'widowControl' | 'kinsoku',
  ) => (differs(field) ? [toggle(name, format[field])] : []);
  return [
    ...onOff('w:keepNext', 'keepNext'),
    ...onOff('w:keepLines', 'keepLines'),
    ...onOff('w:pageBreakBefore', 'pageBreakBefore'),
    ...onOff('w:widowControl', 'widowControl'),
    ...(numbering ? [numbering] : []),
    ...(differs('borders') ? [bordersElement('w:pBdr', format.borders, base.borders)] : []),
    ...(differs('tabs') ? [tabsElement(format, base)] : []),
    ...onOff('w:kinsoku', 'kinsoku'),
    ...(differs('trimLineStart') ? [toggle('w:topLinePunct', format.trimLineStart)] : []),
    ...(differs('autoSpace')
      ? [toggle('w:autoSpaceDE', format.autoSpace), toggle('w:autoSpaceDN', format.autoSpace)]
      : []),
    ...(differs('before', 'after', 'line', 'lineRule') ? [spacing(format, base)] : []),
    // Indents are written whole: a numbering level has its own, and Word mixes single attributes of the two.
    ...(differs('left', 'right', 'firstLine') || numbering ? [indent(format)] : []),
    ...(differs('align') ? [val('w:jc', format.align)] : []),
    ...(differs('outline') ? [val('w:outlineLvl', format.outline === 0 ? 9 : format.outline - 1)] : []),
  ];
}

function spacing(format: ParagraphFormat, base: ParagraphFormat): XmlElement {
  const line = format.line !== base.line || format.lineRule !== base.lineRule;
  return el('w:spacing', {
    'w:before': format.before === base.before ? undefined : format.before,
    'w:after': format.after === base.after ? undefined : format.after,
    'w:line': line ? format.line : undefined,
    'w:lineRule': line ? format.lineRule : undefined,
  });
}

export const indent = ({
  left,
  right,
  firstLine,
}: Pick<ParagraphFormat, 'left' | 'firstLine'> & { readonly right?: number }): XmlElement =>
  el('w:ind', {
    'w:left': left,
    'w:right': right,
    ...(firstLine < 0 ? { 'w:hanging': -firstLine } : { 'w:firstLine': firstLine }),
  });

/** Tab stops add up along the chain of styles, so those of the base that are not wanted are cleared. */
function tabsElement({ tabs }: ParagraphFormat, base: ParagraphFormat): XmlElement {
  const cleared = base.tabs
    .filter(({ position }) => !tabs.some((tab) => tab.position === position))
    .map(({ position }) => ({ align: 'clear', position }));
  const all = [...cleared, ...tabs].sort((a, b) => a.position - b.position);
  return el(
    'w:tabs',
    {},
    ...all.map(({ align, position }) => el('w:tab', { 'w:val': align, 'w:pos': position })),
  );
}

const SIDES = ['top', 'left', 'bottom', 'right'] as const;

/** Borders of a paragraph or cell. A side that the base has and this has not is written as none. */
export const bordersElement = (name: string, borders: Borders, base: Borders = {}): XmlElement =>
  el(
    name,
    {},
    ...SIDES.map((side) => {
      const line = borders[side];
      if (line) return borderElement(`w:${side}`, line);
      return base[side] ? el(`w:${side}`, { 'w:val': 'nil' }) : undefined;
    }),
  );

const borderElement = (name: string, { width, color, space }: BorderLine): XmlElement =>
  el(name, { 'w:val': 'single', 'w:sz': width, 'w:space': space, 'w:color': color });
