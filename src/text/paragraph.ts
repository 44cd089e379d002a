import type { Lang } from '../lang.ts';
import type { BlockBox, BoxId, ComputedStyle, InlineLevel, TextBox } from '../markup/types.ts';
import type { Pt } from '../units.ts';
import { type InlineObject, OBJECT_CHARACTER, type Paragraph, type RunKind, type TextRun } from './types.ts';

/** U+2028 stands where `<br>` ends a line; UAX #14 gives it class BK. */
export const LINE_SEPARATOR = '\u2028';

interface Surroundings {
  readonly rise: Pt;
  readonly nowrap: boolean;
  readonly underline: boolean;
  readonly link?: BoxId;
}

/**
 * Flattens the inline content of a block to one string with runs, objects and note marks (CSS Text 4: the paragraph is
 * what white space, breaking and spacing see, whatever inline boxes cut through it).
 * @param measureMarker natural width in pt of an inside marker's text
 */
export function collectParagraph(
  block: BlockBox,
  measureMarker: (run: TextRun, text: string) => Pt,
): Paragraph {
  const inlines = block.content.kind === 'inlines' ? block.content.inlines : [];
  const collector = new Collector();
  const { marker, style } = block;
  if (marker && marker.box.style.listStylePosition === 'inside') {
    const { box } = marker;
    const run = collector.runFor(box, box.text, 'text', ROOT);
    const advance = Math.max(box.style.minWidth, measureMarker(run, box.text));
    collector.object({
      at: collector.text.length,
      advance,
      content: { kind: 'marker', run, text: box.text },
    });
  }
  const around = {
    ...ROOT,
    nowrap: style.whiteSpace !== 'normal',
    underline: style.textDecorationLine === 'underline',
  };
  for (const inline of inlines) collector.add(inline, around);
  return collector.finish(block.lang, style);
}

/** Flattens inline boxes that stand outside a block: the content of an inline-block. */
export function collectInlines(inlines: readonly InlineLevel[], lang: Lang, style: ComputedStyle): Paragraph {
  const collector = new Collector();
  for (const inline of inlines) collector.add(inline, { ...ROOT, nowrap: true });
  return collector.finish(lang, style);
}

/** A paragraph of one text box: margin boxes and outside markers. */
export function paragraphOfText(box: TextBox): Paragraph {
  return collectInlines([box], box.lang, box.style);
}

const ROOT: Surroundings = { rise: 0, nowrap: false, underline: false };

class Collector {
  text = '';
  readonly #runs: TextRun[] = [];
  readonly #objects: InlineObject[] = [];
  readonly #notes: { at: number; box: BoxId }[] = [];
  readonly #anchors: { at: number; name: string }[] = [];

  add(inline: InlineLevel, around: Surroundings): void {
    switch (inline.kind) {
      case 'text':
        this.#push(this.runFor(inline, inline.text, 'text', around), inline.text);
        return;
      case 'line-break':
        this.#push(this.runFor({ ...inline, origins: [] }, LINE_SEPARATOR, 'text', around), LINE_SEPARATOR);
        return;
      case 'content': {
        const text = inline.content.map((piece) => (piece.kind === 'text' ? piece.text : '')).join('');
        this.#push(this.runFor({ ...inline, origins: [] }, text, 'text', around), text);
        return;
      }
      case 'note': {
        this.#notes.push({ at: this.text.length, box: inline.id });
        this.#push(this.runFor(inline.call, inline.call.text, 'note-mark', around), inline.call.text);
        return;
      }
      case 'inline-block': {
        const { style } = inline;
        if (inline.anchor) this.#anchors.push({ at: this.text.length, name: inline.anchor });
        const width = style.width === 'auto' ? 0 : style.width;
        const advance = style.marginLeft + style.paddingLeft + width + style.paddingRight + style.marginRight;
        this.object({ at: this.text.length, advance, content: { kind: 'inline-block', box: inline } });
        return;
      }
      case 'inline': {
        if (inline.anchor) this.#anchors.push({ at: this.text.length, name: inline.anchor });
        const inside: Surroundings = {
          rise: around.rise + inline.style.verticalAlign,
          nowrap: around.nowrap || inline.style.whiteSpace !== 'normal',
          underline: around.underline || inline.style.textDecorationLine === 'underline',
          ...(inline.role === 'link' || inline.href ? { link: inline.id } : linkOf(around)),
        };
        for (const child of inline.children) this.add(child, inside);
        return;
      }
    }
  }

  runFor(
    box: Pick<TextBox, 'id' | 'style' | 'lang' | 'origins'>,
    text: string,
    kind: RunKind,
    around: Surroundings,
  ): TextRun {
    const start = this.text.length;
    return {
      start,
      end: start + text.length,
      kind,
      style: box.style,
      lang: box.lang,
      leaf: box.id,
      ...linkOf(around),
      // A text box inherits nothing of `vertical-align`; only generated marks carry one of their own.
      rise: around.rise + (kind === 'note-mark' ? box.style.verticalAlign : 0),
      nowrap: around.nowrap,
      underline: around.underline,
      origins: box.origins,
    };
  }

  object(object: InlineObject): void {
    this.#objects.push(object);
    this.text += OBJECT_CHARACTER;
  }

  finish(lang: Lang, style: ComputedStyle): Paragraph {
    return {
      text: this.text,
      runs: this.#runs,
      objects: this.#objects,
      notes: this.#notes,
      anchors: this.#anchors,
      lang,
      style,
    };
  }

  #push(run: TextRun, text: string): void {
    if (text === '') return;
    this.#runs.push(run);
    this.text += text;
  }
}

const linkOf = (around: Surroundings): { link: BoxId } | Record<never, never> =>
  around.link === undefined ? {} : { link: around.link };
