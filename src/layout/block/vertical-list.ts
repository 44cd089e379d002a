import type { BoxId, Color, Origin } from '../../markup/types.ts';
import type { Pt } from '../../units.ts';
import type { LineFragment } from '../inline/types.ts';
import type { FrameItem } from '../types.ts';
import { lineItems } from './lines.ts';
import { collapse, marginHeight, marginOf, NO_MARGIN } from './margins.ts';
import type { BlockStart, Break, Margin, VItem } from './types.ts';

/** A border that runs down the side of all that its block holds. */
export interface SideRule {
  readonly x: Pt;
  readonly width: Pt;
  readonly color: Color;
}

/** A list marker that hangs left of the first line of its item. */
export interface HungMarker {
  readonly fragments: readonly LineFragment[];
  readonly x: Pt;
  readonly rise: Pt;
  readonly height: Pt;
  readonly baseline: Pt;
  readonly origin: Origin;
}

interface NewBox {
  readonly height: Pt;
  readonly items: readonly FrameItem[];
  readonly notes: readonly BoxId[];
  readonly origin: Origin;
  /** Where hung markers stand, from the top. */
  readonly baseline?: Pt;
}

/**
 * Builds a vertical list. Margins are held back until something with height follows, so those that adjoin collapse
 * whatever the nesting (CSS 2.2, 8.3.1); a break asked for meanwhile is put before the collapsed margin, so that the
 * margin is what vanishes at the head of the next page.
 *
 *     close A   margin-bottom 6     held: 6
 *     between   cost 0              held: 6, break 0
 *     open B    margin-top 10       held: 10, break 0
 *     line of B                     → break 0, space 10, line
 */
export class VerticalList {
  readonly items: VItem[] = [];
  #margin: Margin = NO_MARGIN;
  #break: Break | undefined;
  #starts: BlockStart[] = [];
  #anchors: FrameItem[] = [];
  #markers: HungMarker[] = [];
  readonly #sides: SideRule[] = [];
  /** Side rules in force all the way since the last box: those a margin in between is inside of. */
  #commonSides = 0;

  margin(length: Pt): void {
    this.#margin = collapse(this.#margin, marginOf(length));
  }

  /** A page may end here. Of two breaks in one gap a forced one wins, else the dearer. */
  mayBreak(next: Break): void {
    const known = this.#break;
    if (!known) this.#break = next;
    else if (next.force && !known.force) this.#break = next;
    else if (next.force && known.force) this.#break = { ...known, ...next };
    else if (!known.force) this.#break = { cost: Math.max(known.cost, next.cost) };
  }

  /** The block begins at what is placed next. */
  start(start: BlockStart): void {
    this.#starts.push(start);
  }

  anchor(name: string, x: Pt): void {
    this.#anchors.push({ kind: 'anchor', name, x, y: 0 });
  }

  hang(marker: HungMarker): void {
    this.#markers.push(marker);
  }

  pushSide(rule: SideRule): void {
    this.#sides.push(rule);
  }

  popSide(): void {
    this.#sides.pop();
    this.#commonSides = Math.min(this.#commonSides, this.#sides.length);
  }

  line(box: NewBox): void {
    this.items.push({ type: 'line', ...this.#place(box) });
  }

  block(box: NewBox, lines: number): void {
    this.items.push({ type: 'block', lines, ...this.#place(box) });
  }

  /** Puts the held margin down inside the block at hand, as before padding, a border, or a least height. */
  flush(): void {
    const height = marginHeight(this.#margin);
    const sides = this.#sides.slice(0, this.#commonSides);
    if (this.#break) this.items.push({ type: 'break', ...this.#break });
    if (height !== 0) this.items.push({ type: 'space', height, items: sideItems(sides, height) });
    this.#margin = NO_MARGIN;
    this.#break = undefined;
  }

  /** A marker whose item came out empty makes a line of its own. */
  settleMarkers(): void {
    const [marker] = this.#markers;
    if (marker) this.line({ ...marker, items: [], notes: [] });
  }

  /** The margin that is left over at the end. What began without anything to show begins at the last box. */
  finish(): Margin {
    this.settleMarkers();
    const last = this.items.findLastIndex((item) => item.type === 'line' || item.type === 'block');
    const item = this.items[last];
    if (item?.type === 'line' || item?.type === 'block') {
      this.items[last] = {
        ...item,
        items: [...item.items, ...this.#anchors],
        starts: [...item.starts, ...this.#starts],
      };
    }
    return this.#margin;
  }

  #place(box: NewBox): NewBox & { starts: readonly BlockStart[] } {
    this.flush();
    const markers = this.#markers.flatMap(({ fragments, x, rise, baseline }) =>
      lineItems(fragments, x, (box.baseline ?? baseline) - rise),
    );
    const placed = {
      height: box.height,
      items: [...sideItems(this.#sides, box.height), ...this.#anchors, ...markers, ...box.items],
      notes: box.notes,
      origin: box.origin,
      starts: this.#starts,
    };
    this.#starts = [];
    this.#anchors = [];
    this.#markers = [];
    this.#commonSides = this.#sides.length;
    return placed;
  }
}

const sideItems = (sides: readonly SideRule[], height: Pt): readonly FrameItem[] =>
  sides.map(({ x, width, color }) => ({ kind: 'rule', x, y: 0, width, height, color }));
