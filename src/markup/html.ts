import { type Diagnostic, hasErrors, type Outcome, ok } from '../diagnostics.ts';
import { LIMITS } from '../limits.ts';
import type { Source, Span } from '../source.ts';
import { nearest } from '../suggest.ts';
import { decodeReferences } from './character-references.ts';
import { modelOf, originsOf, readDataOrigin } from './origin.ts';
import type { ElementNode, MarkupNode, TextNode } from './types.ts';
import { contentsOf, ELEMENTS, GLOBAL_ATTRIBUTES, mayHold, mayHoldText } from './vocabulary.ts';

/**
 * Reads the markup that a template made. The syntax is HTML's, strictly: every element closed, attribute values
 * quoted, `&amp; &lt; &gt; &quot; &apos; &nbsp;` and number references only. Errors: `markup/syntax`,
 * `markup/unknown-element`, `markup/unknown-attribute`, `markup/nesting`, `markup/duplicate-id`, `markup/bad-origin`,
 * `markup/too-large`, `markup/empty`.
 */
export function parseMarkup(markup: Source): Outcome<ElementNode> {
  const reader = new MarkupReader(markup);
  const root = reader.read();
  return root && !hasErrors(reader.diagnostics)
    ? ok(root, reader.diagnostics)
    : { diagnostics: reader.diagnostics };
}

/** An element whose end tag has not come yet. */
interface Open {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: MarkupNode[];
  readonly span: Span;
  /** File that `data-origin` offsets count in. */
  readonly source: string | undefined;
  readonly model: Span | undefined;
  /** The nearest `data-origin` that maps text, with how much of its text has been read. */
  readonly mapping: Mapping | undefined;
}

interface Mapping {
  readonly segments: readonly (readonly [at: number, start: number])[];
  read: number;
}

/** A tag, a comment, the document type, text up to the next `<`, or a `<` that begins nothing. */
const PIECE = /<!--[\s\S]*?-->|<!doctype[^>]*>|<\/?[a-zA-Z](?:[^"'<>]|"[^"]*"|'[^']*')*>|[^<]+|</giy;
const ATTRIBUTE = /\s*([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'))?/gy;

class MarkupReader {
  readonly diagnostics: Diagnostic[] = [];
  private readonly markup: Source;
  private readonly stack: Open[] = [];
  private readonly ids = new Set<string>();
  private root: ElementNode | undefined;
  private elements = 0;

  constructor(markup: Source) {
    this.markup = markup;
  }

  read(): ElementNode | undefined {
    const { text } = this.markup;
    PIECE.lastIndex = 0;
    for (let match = PIECE.exec(text); match; match = PIECE.exec(text)) {
      const [piece] = match;
      const span = this.span(match.index, match.index + piece.length);
      if (piece.startsWith('</')) this.endTag(piece, span);
      else if (piece === '<')
        this.fault('syntax', 'a “<” begins no tag', span, 'Write &lt; for the sign itself.');
      else if (piece.startsWith('<') && !piece.startsWith('<!')) this.startTag(piece, span);
      else if (!piece.startsWith('<')) this.text(piece, span);
      if (this.elements > LIMITS.elements) {
        this.fault(
          'too-large',
          `the markup has more than ${LIMITS.elements} elements`,
          span,
          'Split the document.',
        );
        return undefined;
      }
    }
    for (const open of this.stack)
      this.fault('nesting', `<${open.name}> is never closed`, open.span, `Add </${open.name}>.`);
    if (!this.root && this.stack.length === 0)
      this.fault('empty', 'the template made no element', this.span(0, 0), 'A template begins with <html>.');
    return this.root;
  }

  // -------------------------------------------------------------- tags

  private startTag(tag: string, span: Span): void {
    const written = /^<([a-zA-Z][\w-]*)/.exec(tag)?.[1] ?? '';
    const name = written.toLowerCase();
    const rule = ELEMENTS.get(name);
    if (!rule) {
      this.unknownElement(written, span.start + 1);
      return;
    }
    this.elements++;
    const bare = tag.endsWith('/>') ? tag.slice(0, -2) : tag.slice(0, -1);
    const attributes = this.attributes(bare, 1 + written.length, name, span.start);
    this.checkPlace(name, span);
    const open = this.open(name, attributes, span);
    if (rule.holds === 'nothing') this.close(open);
    else if (bare.length === tag.length - 2)
      this.fault(
        'syntax',
        `<${name}/> closes itself`,
        span,
        `Write <${name}></${name}>: in HTML the stroke has no force.`,
      );
    else this.stack.push(open);
  }

  private open(name: string, attributes: ReadonlyMap<string, string>, span: Span): Open {
    const parent = this.stack.at(-1);
    const source = attributes.get('data-source') ?? parent?.source;
    const written = attributes.get('data-origin');
    const origin = written === undefined ? undefined : readDataOrigin(written);
    if (written !== undefined && (!origin || source === undefined))
      this.fault(
        'bad-origin',
        origin ? 'data-origin has no data-source around it' : `“${written}” is no data-origin`,
        span,
        'Let the helpers `origin` and `inline` write it.',
      );
    const located = origin?.kind === 'span' && source !== undefined;
    return {
      name,
      attributes,
      children: [],
      span,
      source,
      model: located ? { source, start: origin.start, end: origin.end } : undefined,
      mapping: origin?.kind === 'text' ? { segments: origin.segments, read: 0 } : parent?.mapping,
    };
  }

  private endTag(tag: string, span: Span): void {
    const written = /^<\/([a-zA-Z][\w-]*)\s*>$/.exec(tag)?.[1] ?? '';
    const name = written.toLowerCase();
    if (!ELEMENTS.has(name)) {
      // The start tag has been reported already.
      return;
    }
    if (!this.stack.some((open) => open.name === name)) {
      this.fault('nesting', `</${name}> closes nothing`, span, `Remove it, or open <${name}> before.`);
      return;
    }
    while (this.stack.at(-1)!.name !== name) {
      const open = this.stack.pop()!;
      this.fault(
        'nesting',
        `<${open.name}> is not closed before </${name}>`,
        open.span,
        `Add </${open.name}> before </${name}>.`,
      );
      this.close(open);
    }
    this.close(this.stack.pop()!);
  }

  private close(open: Open): void {
    const model = open.model ?? modelOf(open.children);
    const node: ElementNode = {
      kind: 'element',
      name: open.name,
      attributes: open.attributes,
      children: open.children,
      origin: { template: open.span, ...(model && { model }) },
    };
    const parent = this.stack.at(-1);
    if (parent) parent.children.push(node);
    else if (!this.root) this.root = node;
    else
      this.fault(
        'nesting',
        `<${node.name}> stands outside the root element`,
        open.span,
        'Markup has one root, <html>.',
      );
  }

  private checkPlace(name: string, span: Span): void {
    const parent = this.stack.at(-1);
    if (!parent || mayHold(parent.name, name)) return;
    this.fault('nesting', `<${name}> may not stand in <${parent.name}>`, span, contentsOf(parent.name));
  }

  // -------------------------------------------------------------- attributes

  private attributes(tag: string, from: number, element: string, start: number): ReadonlyMap<string, string> {
    const attributes = new Map<string, string>();
    ATTRIBUTE.lastIndex = from;
    let end = from;
    for (let match = ATTRIBUTE.exec(tag); match; match = ATTRIBUTE.exec(tag)) {
      end = ATTRIBUTE.lastIndex;
      const name = match[1]!.toLowerCase();
      const at = start + match.index + match[0].indexOf(match[1]!);
      const span = this.span(at, at + name.length);
      const value = match[2] ?? match[3];
      if (!GLOBAL_ATTRIBUTES.includes(name) && !ELEMENTS.get(element)!.attributes.includes(name))
        this.unknownAttribute(name, element, span);
      else if (value === undefined)
        this.fault('syntax', `the attribute ${name} has no value`, span, `Write ${name}="…".`);
      else if (attributes.has(name))
        this.fault('syntax', `the attribute ${name} stands twice`, span, 'Remove one.');
      else {
        attributes.set(name, this.decode(value, at));
        if (name === 'id') this.checkId(attributes.get('id')!, this.span(at, start + end));
      }
    }
    const rest = tag.slice(end).trim();
    if (rest !== '')
      this.fault(
        'syntax',
        `“${rest}” is no attribute`,
        this.span(start + end, start + tag.length),
        'Put values between quotes.',
      );
    return attributes;
  }

  private checkId(id: string, span: Span): void {
    if (this.ids.has(id))
      this.fault('duplicate-id', `the id “${id}” is there already`, span, 'An id stands once in a document.');
    this.ids.add(id);
  }

  // -------------------------------------------------------------- text

  private text(piece: string, span: Span): void {
    const parent = this.stack.at(-1);
    const text = this.decode(piece, span.start);
    const { mapping } = parent ?? {};
    const from = mapping?.read ?? 0;
    if (mapping) mapping.read += text.length;
    if (!parent || !mayHoldText(parent.name)) {
      if (text.trim() === '') return;
      const where = parent ? `in <${parent.name}>` : 'outside the root element';
      this.fault('nesting', `text may not stand ${where}`, span, 'Put it into a <p>.');
      return;
    }
    const origins =
      mapping && parent.source !== undefined
        ? originsOf(mapping.segments, parent.source, from, text.length)
        : [];
    parent.children.push({ kind: 'text', text, origins } satisfies TextNode);
  }

  private decode(text: string, start: number): string {
    return decodeReferences(text, (whole, offset) => {
      const at = start + offset;
      this.fault(
        'syntax',
        `“${whole}” is no character reference`,
        this.span(at, at + whole.length),
        'Write &amp; for the sign itself, &#x2026; for others.',
      );
    });
  }

  // -------------------------------------------------------------- faults

  private unknownElement(name: string, start: number): void {
    const meant = nearest(name, ELEMENTS.keys());
    const hint = meant ? `Did you mean <${meant}>?` : `Elements: ${[...ELEMENTS.keys()].join(', ')}.`;
    const span = this.span(start, start + name.length);
    this.fault('unknown-element', `there is no element <${name}>`, span, hint, meant);
  }

  private unknownAttribute(name: string, element: string, span: Span): void {
    const known = [...ELEMENTS.get(element)!.attributes, ...GLOBAL_ATTRIBUTES];
    const meant = nearest(name, known);
    const hint = meant ? `Did you mean ${meant}?` : `Attributes of <${element}>: ${known.join(', ')}.`;
    this.fault('unknown-attribute', `<${element}> has no attribute ${name}`, span, hint, meant);
  }

  private span(start: number, end: number): Span {
    return { source: this.markup.id, start, end };
  }

  private fault(kind: string, message: string, span: Span, hint: string, replacement?: string): void {
    this.diagnostics.push({
      code: `markup/${kind}`,
      severity: 'error',
      message,
      span,
      hints: [replacement === undefined ? { text: hint } : { text: hint, span, replacement }],
    });
  }
}
