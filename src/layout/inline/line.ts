import type { TextOrigin } from '../../markup/types.ts';
import {
  type Cluster,
  type Item,
  type Paragraph,
  type Shaped,
  sliceOrigins,
  type TextRun,
} from '../../text/index.ts';
import type { Pt } from '../../units.ts';
import type { LineFragment } from './types.ts';

/** A cluster with its place in the line. */
export interface PlacedCluster {
  readonly cluster: Cluster;
  readonly x: Pt;
  /** Drawn in place of what the text says (the hyphen of a soft hyphen). */
  readonly inserted: boolean;
}

/**
 * Clusters of the items [from, to) with their x, given the widths of the line's glue. The break at `to` adds the hyphen
 * of a soft hyphen, and the blank of a word space that vanished there: it draws nothing, but keeps words apart for
 * whoever copies the text.
 */
export function placeClusters(
  shaped: Shaped,
  items: readonly Item[],
  from: number,
  to: number,
  glue: ReadonlyMap<number, Pt>,
  x0: Pt,
): { placed: readonly PlacedCluster[]; width: Pt } {
  const placed: PlacedCluster[] = [];
  let x = x0;
  for (let index = from; index < to; index++) {
    const item = items[index];
    if (item?.type === 'box') {
      let inside = x;
      for (let c = item.from; c < item.to; c++) {
        const cluster = shaped.clusters[c];
        if (!cluster) continue;
        placed.push({ cluster, x: inside, inserted: false });
        inside += cluster.width;
      }
      x += item.width;
    } else if (item?.type === 'glue') {
      const blank = item.cluster >= 0 ? shaped.clusters[item.cluster] : undefined;
      if (blank) placed.push({ cluster: blank, x, inserted: false });
      x += glue.get(index) ?? item.width;
    }
  }
  const last = items[to];
  if (last?.type === 'penalty' && last.insert !== undefined) {
    const hyphen = shaped.hyphens.get(last.insert);
    if (hyphen) {
      placed.push({ cluster: hyphen, x, inserted: true });
      x += hyphen.width;
    }
  }
  const vanished = items[to + 1];
  if (last?.type === 'penalty' && vanished?.type === 'glue' && vanished.cluster >= 0) {
    const blank = shaped.clusters[vanished.cluster];
    if (blank) placed.push({ cluster: blank, x, inserted: false });
  }
  return { placed, width: x - x0 };
}

/** Which half of a full-width mark's em is gone: 1 the one after it, 2 the one before it. */
type Trim = 1 | 2;

const TRIMMED_AFTER: ReadonlySet<Cluster['cls']> = new Set(['close', 'comma', 'stop']);

/** A gap below this share of the em is no free half any more. */
const CLOSE: number = 0.1;

/**
 * Marks whose free half stands nowhere in the line: at line ends, beside another mark, before a note mark. The file
 * then states the width they take, so that boxes of neighbouring characters do not overlap for whoever selects text.
 */
function trimsOf(placed: readonly PlacedCluster[]): ReadonlyMap<PlacedCluster, Trim> {
  const trims = new Map<PlacedCluster, Trim>();
  for (const [index, member] of placed.entries()) {
    const { cluster, x } = member;
    if (cluster.cls !== 'open' && !TRIMMED_AFTER.has(cluster.cls)) continue;
    if (!isHalved(cluster)) continue;
    if (cluster.cls === 'open') {
      const before = placed[index - 1];
      const gap = before ? x - before.x - before.cluster.width : 0;
      if (gap < CLOSE * cluster.size) trims.set(member, 2);
    } else {
      const after = placed[index + 1];
      const gap = after ? after.x - x - cluster.width : 0;
      if (gap < CLOSE * cluster.size) trims.set(member, 1);
    }
  }
  return trims;
}

/** A mark whose glyph is wider than the half em it is set in. */
function isHalved({ face, glyphs, size, width }: Cluster): boolean {
  const glyph = glyphs[0];
  if (!face || glyph === undefined || Math.abs(width - size / 2) > 1e-6) return false;
  return face.advanceOf(glyph) > 0.6 * face.unitsPerEm;
}

/** Joins neighbouring clusters of one run and face to fragments. Objects are left to the caller. */
export function toFragments(paragraph: Paragraph, placed: readonly PlacedCluster[]): LineFragment[] {
  const fragments: LineFragment[] = [];
  const trims = trimsOf(placed);
  let group: PlacedCluster[] = [];
  const flush = (): void => {
    const first = group[0];
    const run = first && paragraph.runs[first.cluster.run];
    if (first && run) fragments.push(textFragment(run, group, trims));
    group = [];
  };
  for (const next of placed) {
    const { cluster } = next;
    if (cluster.run < 0 || !cluster.face || cluster.glyphs.length === 0) continue;
    const last = group.at(-1);
    const joins =
      last &&
      last.cluster.run === cluster.run &&
      last.cluster.face === cluster.face &&
      !last.inserted &&
      !next.inserted;
    if (!joins) flush();
    group.push(next);
  }
  flush();
  return fragments;
}

function textFragment(
  run: TextRun,
  group: readonly PlacedCluster[],
  trims: ReadonlyMap<PlacedCluster, Trim>,
): LineFragment {
  const first = group[0] as PlacedCluster;
  const last = group.at(-1) as PlacedCluster;
  const glyphs: number[] = [];
  const xs: number[] = [];
  const clusters: number[] = [];
  const cuts: number[] = [];
  const origins: TextOrigin[] = [];
  let text = '';
  let stretch = { start: first.cluster.start, end: first.cluster.start };
  for (const member of group) {
    const { cluster, x } = member;
    for (const [i, glyph] of cluster.glyphs.entries()) {
      glyphs.push(glyph);
      xs.push(x + (cluster.xs[i] ?? 0) - first.x);
      clusters.push(text.length);
      cuts.push(trims.get(member) ?? 0);
    }
    // A blank that became a gap is left out, so the text may be in several stretches.
    if (cluster.start !== stretch.end) {
      takeOrigins(origins, run, stretch, text.length);
      stretch = { start: cluster.start, end: cluster.start };
    }
    stretch = { start: stretch.start, end: cluster.end };
    text += cluster.text;
  }
  takeOrigins(origins, run, stretch, text.length);
  return {
    kind: 'text',
    x: first.x,
    rise: run.rise,
    run: {
      face: first.cluster.face?.id ?? '',
      size: first.cluster.size,
      glyphs: Uint16Array.from(glyphs),
      x: Float64Array.from(xs),
      width: last.x + last.cluster.width - first.x,
      text: first.inserted ? '-' : text,
      clusters: Uint32Array.from(clusters),
      ...(cuts.some((cut) => cut > 0) ? { trims: Uint8Array.from(cuts) } : {}),
    },
    color: run.style.color,
    lang: run.lang,
    leaf: run.leaf,
    ...(run.link === undefined ? {} : { link: run.link }),
    ...(first.inserted ? { actualText: '\u00ad' } : {}),
    underline: run.underline,
    origins,
  };
}

/** Adds the origins of a stretch of the paragraph that ends the fragment's text so far. */
function takeOrigins(
  origins: TextOrigin[],
  run: TextRun,
  { start, end }: { readonly start: number; readonly end: number },
  length: number,
): void {
  const before = length - (end - start);
  for (const origin of sliceOrigins(run.origins, start - run.start, end - run.start)) {
    appendOrigin(origins, { ...origin, at: origin.at + before });
  }
}

/** Leaves out an origin that only goes on where the one before it is going anyway. */
function appendOrigin(origins: TextOrigin[], next: TextOrigin): void {
  const last = origins.at(-1);
  if (last && last.source === next.source && last.start + (next.at - last.at) === next.start) return;
  origins.push(next);
}
