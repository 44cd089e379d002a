import type { Pt } from '../../units.ts';
import type { Cells } from './property.ts';
import type { Token } from './tokens.ts';
import {
  either,
  keyword,
  type Length,
  mapped,
  nonNegativeLength,
  readLength,
  toPoints,
  type ValueSyntax,
} from './values.ts';

/** Properties of page boxes and note areas that no element has. */
export interface PageProperty {
  readonly name: string;
  readonly place: 'page' | 'footnote';
  readonly syntax: ValueSyntax<unknown>;
  readonly means: string;
  readonly cells: Cells;
}

/** Width and height of a sheet in pt. */
export type PageSize = readonly [width: Pt, height: Pt];

const millimetres = (value: number): Pt => (value * 72) / 25.4;

/** Page sizes by name (Paged Media 3, section 7.1), upright. */
const SIZES: Readonly<Record<string, PageSize>> = {
  a3: [millimetres(297), millimetres(420)],
  a4: [millimetres(210), millimetres(297)],
  a5: [millimetres(148), millimetres(210)],
  letter: [612, 792],
};

const namedSize: ValueSyntax<PageSize> = {
  syntax: '[ A3 | A4 | A5 | letter ] [ portrait | landscape ]?',
  keywords: ['A3', 'A4', 'A5', 'letter', 'portrait', 'landscape'],
  read(tokens: readonly Token[]) {
    const words = tokens.map((token) => (token.type === 'ident' ? token.name.toLowerCase() : ''));
    const [name = '', turn = 'portrait', ...rest] = words;
    const size = Object.hasOwn(SIZES, name) ? SIZES[name] : undefined;
    if (!size || rest.length > 0 || (turn !== 'portrait' && turn !== 'landscape')) return undefined;
    return turn === 'portrait' ? size : [size[1], size[0]];
  },
};

const givenSize: ValueSyntax<PageSize> = {
  syntax: '<length>{2}',
  keywords: [],
  read(tokens) {
    const [width, height, ...rest] = tokens.map((token) => readLength(token));
    const sound = width?.unit === 'pt' && height?.unit === 'pt' && width.value > 0 && height.value > 0;
    return sound && rest.length === 0 ? [width.value, height.value] : undefined;
  },
};

/** Length of the rule above the notes from the area's start; `none` = the whole width. */
const clip: ValueSyntax<Length | 'none'> = either(
  mapped(keyword('none'), (word) => word),
  nonNegativeLength,
);

export const PAGE_PROPERTIES: readonly PageProperty[] = [
  {
    name: 'size',
    place: 'page',
    syntax: either(namedSize, givenSize),
    means: 'Size of the sheet.',
    cells: { pdf: 'MediaBox', docx: 'w:pgSz', html: '— a browser has no pages' },
  },
  {
    name: 'border-clip',
    place: 'footnote',
    syntax: clip,
    means: 'Length of the rule above the notes (GCPM 3).',
    cells: {
      pdf: 'length of the rule',
      docx: '— Word draws its own separator',
      html: '— a browser has no pages',
    },
  },
];

/** A4, the sheet where no `size` is given. */
export const DEFAULT_SIZE: PageSize = SIZES.a4!;

/** The used length of a `border-clip`. */
export const clipLength = (value: Length | 'none', fontSize: Pt): Pt | 'none' =>
  value === 'none' ? 'none' : toPoints(value, fontSize);
