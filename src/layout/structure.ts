import type { Lang } from '../lang.ts';
import type {
  BlockBox,
  BlockLevel,
  BoxId,
  InlineBox,
  InlineLevel,
  NoteBox,
  Role,
  TableBox,
} from '../markup/types.ts';
import type { StructureKid, StructureNode, StructureType } from './types.ts';

/**
 * The structure tree of a document (ISO 32000-1, 14.8.4; DESIGN section 8), with leaves only for boxes of which something
 * is drawn. A layout wrapper leaves no trace; a layout table is its text, paragraph by paragraph; a note stands once,
 * right after its reference, wherever it is drawn.
 */
export function structureOf(root: BlockBox, drawn: { has(leaf: BoxId): boolean }): StructureNode {
  const builder = new StructureBuilder(drawn);
  return {
    kind: 'node',
    type: 'Document',
    box: root.id,
    lang: root.lang,
    kids: builder.inside(root, root.lang),
  };
}

/** Structure types of block roles that only group. */
const GROUPING: Partial<Record<Role, StructureType>> = {
  article: 'Art',
  section: 'Sect',
  figure: 'Figure',
};

type ListNumbering = NonNullable<StructureNode['listNumbering']>;

/** ListNumbering of a marker's format; other counting systems have no value of their own and count as decimal. */
const LIST_NUMBERING: Readonly<Record<string, ListNumbering>> = {
  none: 'None',
  disc: 'Disc',
  decimal: 'Decimal',
  'lower-alpha': 'LowerAlpha',
  'lower-latin': 'LowerAlpha',
  'upper-alpha': 'UpperAlpha',
  'upper-latin': 'UpperAlpha',
  'lower-roman': 'LowerRoman',
  'upper-roman': 'UpperRoman',
};

class StructureBuilder {
  readonly #drawn: { has(leaf: BoxId): boolean };
  /** Levels of the headings that the next one may be nested in. */
  #headings: number[] = [];

  constructor(drawn: { has(leaf: BoxId): boolean }) {
    this.#drawn = drawn;
  }

  /** What a block holds, without a node for the block itself. `lang` is that of the node around it. */
  inside(block: BlockBox, lang: Lang): readonly StructureKid[] {
    const { content } = block;
    if (content.kind === 'blocks') return this.#blocks(content.blocks, lang);
    return this.#paragraph(block, lang, [
      ...this.#marker(block),
      ...this.#inlines(content.inlines, block.lang),
    ]);
  }

  /** Sibling blocks. Neighbouring list items make one L; anything else between them ends it. */
  #blocks(blocks: readonly BlockLevel[], lang: Lang): readonly StructureKid[] {
    const kids: StructureKid[] = [];
    let items: BlockBox[] = [];
    const closeList = (): void => {
      kids.push(...this.#list(items, lang));
      items = [];
    };
    for (const block of blocks) {
      if (block.kind === 'block' && block.role === 'list-item') {
        items.push(block);
        continue;
      }
      closeList();
      kids.push(...this.#block(block, lang));
    }
    closeList();
    return kids;
  }

  #block(block: BlockLevel, lang: Lang): readonly StructureKid[] {
    if (block.kind === 'table') return this.#table(block, lang);
    const { role } = block;
    if (role === 'heading') return this.#heading(block, lang);
    const grouping = GROUPING[role];
    if (grouping) return node(grouping, block.id, lang, block.lang, this.inside(block, block.lang));
    return this.inside(block, lang);
  }

  #paragraph(block: BlockBox, lang: Lang, kids: readonly StructureKid[]): readonly StructureKid[] {
    return node(block.role === 'label' ? 'Lbl' : 'P', block.id, lang, block.lang, kids);
  }

  /**
   * H1–H6 by nesting, not by the level in the style: the first heading is H1 and none is skipped on the way down
   * (ISO 14289-1, 7.4.2).
   */
  #heading(block: BlockBox, lang: Lang): readonly StructureKid[] {
    const level = Math.max(1, block.style.bookmarkLevel);
    this.#headings = [...this.#headings.filter((outer) => outer < level), level];
    const type = `H${Math.min(6, this.#headings.length)}` as StructureType;
    return node(type, block.id, lang, block.lang, [
      ...this.#marker(block),
      ...this.#phrases(block, block.lang),
    ]);
  }

  /** Inline content of a block and of the blocks in it, as a heading of several lines has. */
  #phrases({ content }: BlockBox, lang: Lang): readonly StructureKid[] {
    if (content.kind === 'inlines') return this.#inlines(content.inlines, lang);
    return content.blocks.flatMap((block) =>
      block.kind === 'block'
        ? [...this.#marker(block), ...this.#phrases(block, lang)]
        : this.#table(block, lang),
    );
  }

  #marker({ marker }: BlockBox): readonly StructureKid[] {
    return marker ? this.#leaf(marker.box.id) : [];
  }

  #list(items: readonly BlockBox[], lang: Lang): readonly StructureKid[] {
    const [first] = items;
    if (!first) return [];
    const kids = items.flatMap((item) => this.#listItem(item, lang));
    if (kids.length === 0) return [];
    const numbered = items.find(({ marker }) => marker)?.marker?.marker;
    const listNumbering = numbered ? (LIST_NUMBERING[numbered.format] ?? 'Decimal') : 'None';
    return [{ kind: 'node', type: 'L', box: first.id, listNumbering, kids }];
  }

  #listItem(item: BlockBox, lang: Lang): readonly StructureKid[] {
    const { marker: _marker, ...unmarked } = item;
    const label = node('Lbl', item.marker?.box.id ?? item.id, item.lang, item.lang, this.#marker(item));
    const body = node('LBody', item.id, item.lang, item.lang, this.inside(unmarked, item.lang));
    return node('LI', item.id, lang, item.lang, [...label, ...body]);
  }

  #table(table: TableBox, lang: Lang): readonly StructureKid[] {
    if (table.role !== 'table') {
      return table.rows.flatMap(({ cells }) => cells.flatMap(({ blocks }) => this.#blocks(blocks, lang)));
    }
    const rows = table.rows.flatMap((row) =>
      node(
        'TR',
        row.id,
        table.lang,
        row.lang,
        row.cells.map(
          (cell): StructureNode => ({
            kind: 'node',
            type: cell.role === 'table-header' ? 'TH' : 'TD',
            box: cell.id,
            ...(cell.lang === row.lang ? {} : { lang: cell.lang }),
            kids: this.#blocks(cell.blocks, cell.lang),
          }),
        ),
      ),
    );
    return node('Table', table.id, lang, table.lang, rows);
  }

  #inlines(inlines: readonly InlineLevel[], lang: Lang): readonly StructureKid[] {
    return inlines.flatMap((inline) => this.#inlineLevel(inline, lang));
  }

  #inlineLevel(inline: InlineLevel, lang: Lang): readonly StructureKid[] {
    switch (inline.kind) {
      case 'text':
      case 'content':
        return this.#leaf(inline.id);
      case 'line-break':
        return [];
      case 'inline':
        return this.#inline(inline, lang);
      case 'inline-block':
        return this.#span(inline.id, inline.lang, lang, this.#inlines(inline.children, inline.lang));
      case 'note':
        return this.#note(inline, lang);
    }
  }

  /** Links and references; other inline boxes leave a Span only where the language changes. */
  #inline(inline: InlineBox, lang: Lang): readonly StructureKid[] {
    const kids = this.#inlines(inline.children, inline.lang);
    const link = inline.href === undefined ? kids : node('Link', inline.id, lang, inline.lang, kids);
    if (inline.role === 'reference') {
      return node('Reference', inline.id, lang, lang, inline.href === undefined ? kids : link);
    }
    return inline.href === undefined ? this.#span(inline.id, inline.lang, lang, kids) : link;
  }

  #span(box: BoxId, own: Lang, around: Lang, kids: readonly StructureKid[]): readonly StructureKid[] {
    return own === around ? kids : node('Span', box, around, own, kids);
  }

  /** The mark as a Reference, then the note itself (ISO 32000-1, table 338). */
  #note(note: NoteBox, lang: Lang): readonly StructureKid[] {
    const label = node('Lbl', note.marker.id, note.lang, note.lang, this.#leaf(note.marker.id));
    const kids = [...label, ...this.#blocks(note.children, note.lang)];
    return [
      ...node('Reference', note.call.id, lang, lang, this.#leaf(note.call.id)),
      ...node('Note', note.id, lang, note.lang, kids).map((kid) => ({ ...kid, note: note.note })),
    ];
  }

  #leaf(leaf: BoxId): readonly StructureKid[] {
    return this.#drawn.has(leaf) ? [{ kind: 'leaf', leaf }] : [];
  }
}

/** A node, or nothing where it would be empty. */
function node(
  type: StructureType,
  box: BoxId,
  around: Lang,
  own: Lang,
  kids: readonly StructureKid[],
): readonly StructureNode[] {
  if (kids.length === 0) return [];
  return [{ kind: 'node', type, box, ...(own === around ? {} : { lang: own }), kids }];
}
