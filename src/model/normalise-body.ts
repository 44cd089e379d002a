import type { Span } from '../source.ts';
import { annexOf } from './normalise-annex.ts';
import { clauseMatter, numberedClause } from './normalise-lists.ts';
import { tableBlock } from './normalise-table.ts';
import { Counter, numberingOf } from './numbering.ts';
import type { Reading } from './reading.ts';
import type {
  BodyData,
  ClauseData,
  MatterData,
  NumberingData,
  OperativeData,
  PartData,
  PreambleData,
  SectionData,
} from './schema-body.ts';
import { childAt, type Tree } from './tree.ts';
import type { Block, Clause, Numbering } from './types.ts';

/** One numbering of operative clauses: it goes on over headings, tables and sections until it is begun anew. */
interface Scope {
  readonly list: string;
  readonly numbering: Numbering;
  readonly counter: Counter;
  /** Ids of clauses are this and their value. */
  readonly idPrefix: string;
  /** The only clause of its scope has no number. */
  readonly single: boolean;
  started: boolean;
}

/** Everything between title and closing lines, in reading order. */
export function bodyBlocks(body: BodyData, tree: Tree, reading: Reading): Block[] {
  const names = { list: 'op', clause: 'op', recital: 'pp', section: 'section', embedded: 'embedded' };
  const blocks = matterBlocks(body, tree, {
    names,
    level: 1,
    reading,
    organLine: !body.parts || hasText(body),
  });
  body.parts?.forEach((part, index) => {
    blocks.push(...partBlocks(part, childAt(childAt(tree, 'parts'), index) as Tree, index, reading));
  });
  return blocks;
}

const hasText = (matter: MatterData): boolean =>
  Boolean(matter.preamble ?? matter.operative ?? matter.sections);

interface Names {
  readonly list: string;
  readonly clause: string;
  readonly recital: string;
  readonly section: string;
  readonly embedded: string;
}

function partBlocks(part: PartData, tree: Tree, index: number, reading: Reading): Block[] {
  const id = reading.ids.take(part.id, `part-${index + 1}`);
  const heading: Block = {
    kind: 'heading',
    id,
    level: 1,
    label: part.label,
    text: reading.line(childAt(tree, 'title')) ?? [],
    origin: (childAt(tree, 'title') ?? childAt(tree, 'label') ?? tree).span,
  };
  const names = {
    list: `part-${index + 1}-op`,
    clause: `part-${index + 1}-op`,
    recital: `part-${index + 1}-pp`,
    section: `part-${index + 1}-section`,
    embedded: `part-${index + 1}-embedded`,
  };
  return [heading, ...matterBlocks(part, tree, { names, level: 2, reading, organLine: true })];
}

function matterBlocks(
  matter: MatterData,
  tree: Tree,
  { names, level, reading, organLine }: { names: Names; level: number; reading: Reading; organLine: boolean },
): Block[] {
  const builder = new MatterBuilder(names, reading);
  builder.organLine(matter, tree, organLine);
  const scope = builder.open(matter.numbering, countClauses(matter, true));
  builder.preamble(matter.preamble, childAt(tree, 'preamble'), level);
  builder.operative(matter.operative, childAt(tree, 'operative'), scope, level);
  builder.sections(matter.sections, childAt(tree, 'sections'), scope, level);
  matter.embedded?.forEach((text, index) => {
    const at = childAt(childAt(tree, 'embedded'), index) as Tree;
    builder.blocks.push({
      kind: 'embedded',
      ...annexOf(text, at, `${names.embedded}-${index + 1}`, reading),
    });
  });
  return builder.blocks;
}

/** Clauses that one scope will number; sections with a numbering of their own do not belong to it. */
function countClauses(matter: SectionData | MatterData, outermost: boolean): number {
  if (!outermost && matter.numbering !== undefined) return 0;
  const own = (matter.operative ?? []).filter((item) => isClause(item) && isNumbered(item)).length;
  return (matter.sections ?? []).reduce((sum, section) => sum + countClauses(section, false), own);
}

const isClause = (item: OperativeData): item is ClauseData => typeof item === 'string' || 'text' in item;
const isNumbered = (clause: ClauseData): boolean => typeof clause === 'string' || clause.numbered !== false;

class MatterBuilder {
  readonly blocks: Block[] = [];
  private readonly names: Names;
  private readonly reading: Reading;
  private recitals = 0;
  private scopes = 0;
  private sectionCount = 0;

  constructor(names: Names, reading: Reading) {
    this.names = names;
    this.reading = reading;
  }

  /** `numbering` of the data begins a scope; a scope of one clause with nothing said about it has no number. */
  open(numbering: NumberingData | undefined, clauses: number): Scope {
    this.scopes++;
    const again = this.scopes > 1 ? `-${this.scopes}` : '';
    const filled = numberingOf(numbering);
    return {
      list: `${this.names.list}${again}`,
      idPrefix: this.scopes > 1 ? `${this.names.clause}${again}-` : this.names.clause,
      numbering: filled,
      counter: new Counter(filled),
      single: clauses === 1 && numbering === undefined,
      started: false,
    };
  }

  /** The line that names the organ, first of all unless the data put it elsewhere or leave it out. */
  organLine(matter: MatterData, tree: Tree, byDefault: boolean): void {
    const placed = [...(matter.preamble ?? []), ...(matter.operative ?? [])].some(
      (item) => typeof item !== 'string' && 'organLine' in item,
    );
    const wanted = matter.organLine ?? (byDefault && !placed);
    if (wanted !== false) this.organLineBlock(wanted, childAt(tree, 'organLine'), headSpan(tree));
  }

  preamble(items: readonly PreambleData[] | undefined, tree: Tree | undefined, level: number): void {
    items?.forEach((item, index) => {
      const at = childAt(tree, index) as Tree;
      if (typeof item === 'string' || 'text' in item) this.recital(item, at);
      else if ('heading' in item) this.heading(item, at, level);
      else if (item.organLine !== false)
        this.organLineBlock(item.organLine, childAt(at, 'organLine'), at.span);
    });
  }

  operative(
    items: readonly OperativeData[] | undefined,
    tree: Tree | undefined,
    scope: Scope,
    level: number,
  ): void {
    let run: Clause[] = [];
    let start = scope.counter.upcoming;
    const close = () => {
      const [first, last] = [run[0], run.at(-1)];
      if (first && last)
        this.blocks.push({
          kind: 'clauses',
          list: scope.list,
          continued: scope.started,
          numbering: { ...scope.numbering, start },
          clauses: run,
          origin: { ...first.origin, end: last.origin.end },
        });
      if (first) scope.started = true;
      run = [];
    };
    items?.forEach((item, index) => {
      const at = childAt(tree, index) as Tree;
      if (isClause(item) && this.hasNumber(item, scope)) {
        if (run.length === 0) start = scope.counter.upcoming;
        run.push(this.clause(item, at, scope));
        return;
      }
      close();
      if (isClause(item)) this.unnumbered(item, at);
      else if ('heading' in item) this.heading(item, at, level);
      else if ('table' in item)
        this.blocks.push(tableBlock(item.table, childAt(at, 'table') as Tree, this.reading));
      else if (item.organLine !== false)
        this.organLineBlock(item.organLine, childAt(at, 'organLine'), at.span);
    });
    close();
  }

  sections(
    sections: readonly SectionData[] | undefined,
    tree: Tree | undefined,
    outer: Scope,
    level: number,
  ): void {
    sections?.forEach((section, index) => {
      const at = childAt(tree, index) as Tree;
      const heading = childAt(at, 'heading') ?? childAt(at, 'label');
      this.sectionCount++;
      const id = this.reading.ids.take(section.id, `${this.names.section}-${this.sectionCount}`);
      if (heading)
        this.blocks.push({
          kind: 'heading',
          id,
          level: clampLevel(level),
          ...(section.label === undefined ? {} : { label: section.label }),
          text: this.reading.line(childAt(at, 'heading')) ?? [],
          origin: heading.span,
        });
      const scope =
        section.numbering === undefined ? outer : this.open(section.numbering, countClauses(section, true));
      this.preamble(section.preamble, childAt(at, 'preamble'), level + 1);
      this.operative(section.operative, childAt(at, 'operative'), scope, level + 1);
      this.sections(section.sections, childAt(at, 'sections'), scope, level + 1);
    });
  }

  private hasNumber(clause: ClauseData, scope: Scope): boolean {
    if (typeof clause !== 'string') {
      if (clause.numbered !== undefined) return clause.numbered;
      if (clause.label !== undefined) return true;
    }
    return scope.numbering.style !== 'none' && !scope.single;
  }

  private clause(item: ClauseData, tree: Tree, scope: Scope): Clause {
    const id = `${scope.idPrefix}${scope.counter.upcoming}`;
    return numberedClause(item, tree, { level: 0, counter: scope.counter, id, reading: this.reading });
  }

  private unnumbered(item: ClauseData, tree: Tree): void {
    const given = typeof item === 'string' ? undefined : item.id;
    const id = this.reading.ids.take(given, `${this.names.clause}-text-${this.blocks.length + 1}`);
    this.blocks.push({
      kind: 'unnumbered',
      id,
      ...clauseMatter(item, tree, 0, id, this.reading),
      origin: tree.span,
    });
  }

  private recital(item: Extract<PreambleData, string | { text: unknown }>, tree: Tree): void {
    this.recitals++;
    const id = this.reading.ids.take(
      typeof item === 'string' ? undefined : item.id,
      `${this.names.recital}${this.recitals}`,
    );
    const text = typeof item === 'string' ? tree : childAt(tree, 'text');
    this.blocks.push({ kind: 'preambular', id, paragraphs: this.reading.prose(text), origin: tree.span });
  }

  private heading(
    item: { level?: number | undefined; label?: string | undefined; id?: string | undefined },
    tree: Tree,
    level: number,
  ): void {
    if (item.id !== undefined) this.reading.ids.take(item.id, item.id);
    this.blocks.push({
      kind: 'heading',
      ...(item.id === undefined ? {} : { id: item.id }),
      level: clampLevel(item.level ?? level),
      ...(item.label === undefined ? {} : { label: item.label }),
      text: this.reading.line(childAt(tree, 'heading')) ?? [],
      origin: tree.span,
    });
  }

  private organLineBlock(wanted: true | string, tree: Tree | undefined, fallback: Span): void {
    const text = typeof wanted === 'string' ? this.reading.line(tree) : undefined;
    this.blocks.push({ kind: 'organ-line', ...(text ? { text } : {}), origin: tree?.span ?? fallback });
  }
}

/** Headings have three levels; deeper sections look like the third. */
const clampLevel = (level: number): 1 | 2 | 3 => (level <= 1 ? 1 : level === 2 ? 2 : 3);

/** The first key of a map: what stands for the map where the data say nothing of their own. */
const headSpan = (tree: Tree): Span =>
  tree.kind === 'map' ? ([...tree.entries.values()][0]?.key.span ?? tree.span) : tree.span;
