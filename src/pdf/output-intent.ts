import { addStream, type PdfDocument, type PdfRef, text } from './document.ts';

/** What colours mean (PDF/A-2, 6.2.3): all are sRGB. Not ended yet: the same in every file, it is written last. */
export function openOutputIntent(document: PdfDocument): PdfRef {
  return document.ref({
    Type: 'OutputIntent',
    S: 'GTS_PDFA1',
    OutputConditionIdentifier: text('sRGB IEC61966-2.1'),
    Info: text('sRGB IEC61966-2.1'),
    DestOutputProfile: addStream(document, { N: 3 }, srgbProfile()),
  });
}

/** Columns of the matrix from linear sRGB to XYZ, adapted to D50 (IEC 61966-2-1, Bradford). */
const PRIMARIES = {
  rXYZ: [0.43607, 0.22249, 0.01392],
  gXYZ: [0.38515, 0.71687, 0.09708],
  bXYZ: [0.14307, 0.06061, 0.7141],
} as const;

/** D50, the white of the connection space. */
const WHITE = [0.9642, 1, 0.8249] as const;

/** Bradford adaptation from D65 to D50, by rows. */
const ADAPTATION = [
  1.04788, 0.02292, -0.0502, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168,
] as const;

/** The sRGB curve as a type 3 parametric curve: gamma, a, b, c, d. */
const CURVE = [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045] as const;

/**
 * sRGB as a matrix and curve profile of ICC.1:2010 (version 4.3), made from the numbers of its standard: 0.6 kB, where
 * the profiles in circulation have 3 kB and licences of their own.
 */
export function srgbProfile(): Uint8Array {
  const curve = parametricCurve();
  const tags: readonly (readonly [tag: string, data: readonly number[]])[] = [
    ['desc', localisedText('sRGB')],
    ['cprt', localisedText('No copyright, use freely')],
    ['wtpt', xyz(WHITE)],
    ['chad', [...ascii('sf32'), ...uint32(0), ...ADAPTATION.flatMap(fixed)]],
    ['rXYZ', xyz(PRIMARIES.rXYZ)],
    ['gXYZ', xyz(PRIMARIES.gXYZ)],
    ['bXYZ', xyz(PRIMARIES.bXYZ)],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ];
  const table: number[] = [...uint32(tags.length)];
  const body: number[] = [];
  const bodyAt = HEADER_SIZE + 4 + 12 * tags.length;
  const placed = new Map<readonly number[], number>();
  for (const [tag, data] of tags) {
    // The three curves are one piece of data.
    if (!placed.has(data)) {
      placed.set(data, bodyAt + body.length);
      body.push(...data, ...Array(-data.length & 3).fill(0));
    }
    table.push(...ascii(tag), ...uint32(placed.get(data)!), ...uint32(data.length));
  }
  return Uint8Array.from([...header(bodyAt + body.length), ...table, ...body]);
}

const HEADER_SIZE = 128;

/** Clause 7.2; the date is that of the format's version, for a profile made the same way every time. */
const header = (size: number): readonly number[] => [
  ...uint32(size),
  ...uint32(0),
  ...uint32(0x04300000),
  ...ascii('mntr'),
  ...ascii('RGB '),
  ...ascii('XYZ '),
  ...[2010, 12, 1, 0, 0, 0].flatMap(uint16),
  ...ascii('acsp'),
  ...Array(28).fill(0),
  ...WHITE.flatMap(fixed),
  ...Array(HEADER_SIZE - 80).fill(0),
];

const parametricCurve = (): readonly number[] => [
  ...ascii('para'),
  ...uint32(0),
  ...uint16(3),
  ...uint16(0),
  ...CURVE.flatMap(fixed),
];

const localisedText = (text: string): readonly number[] => [
  ...ascii('mluc'),
  ...uint32(0),
  ...uint32(1),
  ...uint32(12),
  ...ascii('enUS'),
  ...uint32(2 * text.length),
  ...uint32(28),
  ...[...text].flatMap((character) => uint16(character.charCodeAt(0))),
];

const xyz = (values: readonly number[]): readonly number[] => [
  ...ascii('XYZ '),
  ...uint32(0),
  ...values.flatMap(fixed),
];

/** s15Fixed16Number. */
const fixed = (value: number): readonly number[] => uint32(Math.round(value * 65536) >>> 0);

const uint16 = (value: number): readonly number[] => [value >> 8, value & 255];

const uint32 = (value: number): readonly number[] => [
  value >>> 24,
  (value >>> 16) & 255,
  (value >>> 8) & 255,
  value & 255,
];

const ascii = (text: string): readonly number[] => [...text].map((character) => character.charCodeAt(0));
