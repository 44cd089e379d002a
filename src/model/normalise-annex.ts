import { numberedClause } from './normalise-lists.ts';
import { tableBlock } from './normalise-table.ts';
import { Counter, numberingOf } from './numbering.ts';
import type { Reading } from './reading.ts';
import type { AnnexData, ArticleMap, FlowData } from './schema-body.ts';
import { childAt, type Tree } from './tree.ts';
import type { Annex, Block, Numbering } from './types.ts';

/** An annex or embedded text. `made` is its id if the author gives none; ids inside begin with it. */
export function annexOf(annex: AnnexData, tree: Tree, made: string, reading: Reading): Annex {
  const id = reading.ids.take(annex.id, made);
  const label = reading.line(childAt(tree, 'label'));
  const title = reading.line(childAt(tree, 'title'));
  const subtitle = reading.line(childAt(tree, 'subtitle'));
  return {
    id,
    ...(label ? { label } : {}),
    ...(title ? { title } : {}),
    ...(subtitle ? { subtitle } : {}),
    body: new FlowBuilder(made, reading).blocks(annex.content, childAt(tree, 'content')),
    origin: tree.span,
  };
}

/** Paragraphs, headings, lists, articles and tables in their order. Articles are numbered through the whole text. */
class FlowBuilder {
  private readonly prefix: string;
  private readonly reading: Reading;
  private readonly articles = new Counter({ style: 'default', start: 1 });
  private lists = 0;
  private clauses = 0;
  private last: { list: string; numbering: Numbering; counter: Counter } | undefined;

  constructor(prefix: string, reading: Reading) {
    this.prefix = prefix;
    this.reading = reading;
  }

  blocks(items: readonly FlowData[], tree: Tree | undefined): Block[] {
    return items.map((item, index) => this.block(item, childAt(tree, index) as Tree));
  }

  private block(item: FlowData, tree: Tree): Block {
    if (typeof item === 'string')
      return { kind: 'paragraph', paragraphs: this.reading.prose(tree), origin: tree.span };
    if ('text' in item) {
      if (item.id !== undefined) this.reading.ids.take(item.id, item.id);
      const paragraphs = this.reading.prose(childAt(tree, 'text'));
      return {
        kind: 'paragraph',
        ...(item.id === undefined ? {} : { id: item.id }),
        paragraphs,
        origin: tree.span,
      };
    }
    if ('heading' in item) return this.heading(item, tree);
    if ('article' in item) return this.article(item, tree);
    return 'clauses' in item
      ? this.list(item, tree)
      : tableBlock(item.table, childAt(tree, 'table') as Tree, this.reading);
  }

  private heading(item: Extract<FlowData, { heading: string }>, tree: Tree): Block {
    if (item.id !== undefined) this.reading.ids.take(item.id, item.id);
    return {
      kind: 'heading',
      ...(item.id === undefined ? {} : { id: item.id }),
      level: item.level === 1 || item.level === 3 ? item.level : 2,
      ...(item.label === undefined ? {} : { label: item.label }),
      text: this.reading.line(childAt(tree, 'heading')) ?? [],
      origin: tree.span,
    };
  }

  private article(item: ArticleMap, tree: Tree): Block {
    const { value } = this.articles.take(item.label);
    const id = this.reading.ids.take(item.id, `${this.prefix}-article-${value}`);
    const title = this.reading.line(childAt(tree, 'title'));
    const content = childAt(tree, 'article') as Tree;
    const body: Block[] =
      typeof item.article === 'string'
        ? [{ kind: 'paragraph', paragraphs: this.reading.prose(content), origin: content.span }]
        : this.blocks(item.article, content);
    return {
      kind: 'article',
      id,
      ...(item.label === undefined ? { value } : { label: item.label }),
      ...(title ? { title } : {}),
      body,
      origin: tree.span,
    };
  }

  /** A list goes on from the one before only where the data say so. */
  private list(item: Extract<FlowData, { clauses: unknown }>, tree: Tree): Block {
    const continued = item.continued === true && this.last !== undefined;
    const numbering = numberingOf(item.numbering);
    const scope =
      continued && this.last
        ? this.last
        : { list: `${this.prefix}-list-${++this.lists}`, numbering, counter: new Counter(numbering) };
    this.last = scope;
    const start = scope.counter.upcoming;
    const clauses = item.clauses.map((clause, index) =>
      numberedClause(clause, childAt(childAt(tree, 'clauses'), index) as Tree, {
        level: 0,
        counter: scope.counter,
        id: `${this.prefix}-p${++this.clauses}`,
        reading: this.reading,
      }),
    );
    return {
      kind: 'clauses',
      list: scope.list,
      continued,
      numbering: { ...scope.numbering, start },
      clauses,
      origin: tree.span,
    };
  }
}
