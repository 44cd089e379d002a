import type { PlacedGlyphs } from '../layout/types.ts';

/** Glyphs `from` up to `to` of a run, with the text to copy for each; `actualText` where glyphs cannot say it singly. */
export interface GlyphSpan {
  readonly from: number;
  readonly to: number;
  /** One entry a glyph. */
  readonly texts: readonly string[];
  readonly actualText?: string;
}

/**
 * What each glyph of a run stands for. A glyph that is a whole cluster stands for the cluster's text, be it a ligature;
 * several glyphs in step with as many characters for one each; any other cluster is a span with its text beside it
 * (ISO 32000-1, 14.9.4), because a character code can only ever mean one text.
 */
export function glyphSpans(run: PlacedGlyphs): readonly GlyphSpan[] {
  return isOneToOne(run) ? [oneToOne(run)] : spansOfClusters(run);
}

/** Han and plain Latin: as many glyphs as code units, in step. */
function isOneToOne({ glyphs, clusters, text }: PlacedGlyphs): boolean {
  if (glyphs.length !== text.length) return false;
  for (let index = 0; index < clusters.length; index++) if (clusters[index] !== index) return false;
  return true;
}

const oneToOne = ({ glyphs, text }: PlacedGlyphs): GlyphSpan => ({
  from: 0,
  to: glyphs.length,
  texts: unifyRadicals(text).split(''),
});

function spansOfClusters(run: PlacedGlyphs): readonly GlyphSpan[] {
  const spans: GlyphSpan[] = [];
  let plain: { from: number; texts: string[] } | undefined;
  const close = (to: number): void => {
    if (plain) spans.push({ from: plain.from, to, texts: plain.texts });
    plain = undefined;
  };
  const ends = clusterEnds(run);
  for (let glyph = 0; glyph < run.glyphs.length; ) {
    const start = run.clusters[glyph]!;
    let next = glyph + 1;
    while (next < run.glyphs.length && run.clusters[next] === start) next++;
    const text = unifyRadicals(run.text.slice(start, ends.get(start)));
    const characters = [...text];
    if (next - glyph === 1 || next - glyph === characters.length) {
      plain ??= { from: glyph, texts: [] };
      plain.texts.push(...(next - glyph === 1 ? [text] : characters));
    } else {
      close(glyph);
      spans.push({ from: glyph, to: next, texts: Array(next - glyph).fill(text), actualText: text });
    }
    glyph = next;
  }
  close(run.glyphs.length);
  return spans;
}

/** End of each cluster: the next larger beginning. Right-to-left runs list clusters backwards, so they are sorted. */
function clusterEnds(run: PlacedGlyphs): ReadonlyMap<number, number> {
  const starts = [...new Set(run.clusters)].sort((a, b) => a - b);
  return new Map(starts.map((start, index) => [start, starts[index + 1] ?? run.text.length]));
}

/**
 * Kangxi radicals as the ideographs they are drawn as. Text copied from other PDFs holds them by accident; searching
 * for the ideograph would miss them.
 */
const unifyRadicals = (text: string): string =>
  /[\u2f00-\u2fd5]/.test(text)
    ? text.replace(/[\u2f00-\u2fd5]/g, (radical) => radical.normalize('NFKC'))
    : text;
