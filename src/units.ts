/** A length in PostScript points (1/72 inch). Flavoured, so a plain number is accepted but an `Em` is not. */
export type Pt = number & { readonly unit?: 'pt' };
/** A length in ems of the font size in force. */
export type Em = number & { readonly unit?: 'em' };

/** Absolute CSS length units in points (CSS Values 4, section 6.2). */
export const POINTS_PER_UNIT = {
  pt: 1,
  pc: 12,
  in: 72,
  cm: 72 / 2.54,
  mm: 72 / 25.4,
  q: 72 / 101.6,
  px: 0.75,
} as const;

/** Points to twentieths of a point (ECMA-376 ST_TwipsMeasure). */
export const twips = (length: Pt): number => Math.round(length * 20);

/** Points to half-points (ECMA-376 ST_HpsMeasure). */
export const halfPoints = (length: Pt): number => Math.round(length * 2);
