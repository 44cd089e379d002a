import type { Diagnostic } from '../diagnostics.ts';
import type { ComputedStyle, NoteBox } from '../markup/types.ts';
import { flatten, inside, type ParagraphLeaf } from './flow.ts';
import { type Place, paragraphFormat } from './formats.ts';
import { draftParagraph, largestSize, listFormat } from './paragraphs.ts';
import { characters, inlineContent, NOTE_REFERENCE, type RunContext } from './runs.ts';
import type { NotePlan, ParagraphPlan } from './types.ts';

/** Notes in the order of their marks, which is how Word numbers them. */
export interface NoteBook {
  readonly notes: readonly NotePlan[];
  /** Takes up a note whose mark was met and gives its id in the file. `area` is where notes stand on the page. */
  take(note: NoteBox, area: Place, context: RunContext): number;
}

export function noteBook(): NoteBook {
  const notes: NotePlan[] = [];
  return {
    notes,
    take(note, area, context) {
      const id = notes.length + 1;
      if (note.number !== id) context.report(otherNumber(note, id));
      const paragraphs: ParagraphPlan[] = [];
      notes.push({ id, note: note.note, paragraphs });
      const leaves = flatten(note.children, inside(note.style, area), note.style.docxStyle);
      const plans = draftNote(
        note,
        leaves.filter((leaf) => leaf.kind === 'paragraph'),
        context,
      );
      paragraphs.push(...plans);
      return id;
    },
  };
}

/**
 * Paragraphs of a note: its mark stands first, Word's own number, in the one style Word has for marks in the text and
 * before notes. A mark outside hangs, and a tab leads to the text;
 * further paragraphs have no mark, so they are of a style of their own, in line with the first one's text.
 */
function draftNote(note: NoteBox, leaves: readonly ParagraphLeaf[], context: RunContext): ParagraphPlan[] {
  return leaves.map((leaf, at) => {
    if (at > 0) return draftParagraph({ ...leaf, styleName: `${leaf.styleName} continued` }, context).plan;
    const { block, place } = leaf;
    const inlines = block.content.kind === 'inlines' ? block.content.inlines : [];
    const run = context.runFormat(block.style);
    const own = paragraphFormat(block.style, place, largestSize(inlines, block.style.fontSize));
    const outside = note.marker.style.listStylePosition === 'outside';
    const format = {
      ...own,
      ...(outside &&
        listFormat({ ...note.marker.style, minWidth: markWidth(note, leaf.block.style) }, own).format),
    };
    const { id, direct } = context.styles.paragraph({
      name: leaf.styleName,
      paragraph: format,
      run,
      origin: block.origin,
    });
    const mark = context.styles.idOf(NOTE_REFERENCE);
    const words = outside ? suffix(note).trimEnd() : suffix(note);
    return {
      kind: 'paragraph',
      style: id,
      direct,
      inlines: [
        { kind: 'note-mark', style: mark },
        ...characters(words, note.marker.style, note.marker.lang, mark, context),
        ...(outside ? [{ kind: 'tab' } as const] : []),
        ...inlineContent(inlines, run, context),
      ],
    };
  });
}

/**
 * How far a note's mark hangs, in pt: its `min-width`, else room for two raised digits (Word makes them two thirds of
 * the text's size, half an em wide each) and the mark's margin.
 */
function markWidth({ marker }: NoteBox, { fontSize }: ComputedStyle): number {
  return marker.style.minWidth || (2 / 3) * fontSize + marker.style.marginRight;
}

/** What follows the number in a note's mark. */
function suffix({ marker, number }: NoteBox): string {
  const at = marker.text.indexOf(String(number));
  return at < 0 ? '' : marker.text.slice(at + String(number).length);
}

const otherNumber = ({ number, origin }: NoteBox, id: number): Diagnostic => ({
  code: 'docx/note-number',
  severity: 'warning',
  message: `note ${number} is note ${id} in the Word file`,
  ...(origin.model && { span: origin.model }),
  reason: 'Word counts notes by itself, in the order of their marks.',
  hints: [{ text: 'Refer to each note once.' }],
});
