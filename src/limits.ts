/**
 * Bounds on what untrusted input may ask for (DESIGN section 11). Each error that a bound causes names it.
 * Real resolutions stay far below: the longest in the corpus has 23 000 characters and nests 4 levels.
 */
export const LIMITS = {
  /** Bytes of one data file. */
  dataBytes: 8 * 1024 * 1024,
  /** Nesting depth of maps and lists in a data file. */
  depth: 64,
  /** Alias expansions in one YAML file. */
  aliases: 100,
  /** Nodes of one parsed data file. */
  nodes: 200_000,
  /** Characters that may be inline marks (`*`, `[`) in one paragraph. */
  marks: 2_000,
  /** Elements of one markup tree. */
  elements: 500_000,
  /** Pages of one document. */
  pages: 5_000,
} as const;
