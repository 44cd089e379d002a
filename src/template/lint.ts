import Handlebars from 'handlebars';
import type { Diagnostic } from '../diagnostics.ts';
import type { Source, Span } from '../source.ts';
import { nearest } from '../suggest.ts';
import { type Location, spanOfLocation } from './faults.ts';

/** What the lint found: the syntax tree to compile (none on a syntax error), the partials it calls, and faults. */
export interface Linted {
  readonly ast?: hbs.AST.Program;
  readonly partials: readonly { readonly name: string; readonly span: Span }[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Helpers of Handlebars that templates may use beside our own. */
const BUILT_IN: ReadonlySet<string> = new Set(['if', 'unless', 'each', 'with', 'lookup']);

/**
 * Parses a template and holds it to the house rules: output is always escaped, helpers and partials are known, names
 * given to helpers must exist like all others (Handlebars is strict about output only).
 */
export function lintTemplate(source: Source, helpers: ReadonlySet<string>): Linted {
  try {
    const ast = Handlebars.parse(source.text);
    const linter = new Linter(source, helpers);
    linter.accept(ast);
    return { ast, partials: linter.partials, diagnostics: linter.diagnostics };
  } catch (error) {
    return { partials: [], diagnostics: [syntaxFault(error, source)] };
  }
}

class Linter extends Handlebars.Visitor {
  readonly partials: { name: string; span: Span }[] = [];
  readonly diagnostics: Diagnostic[] = [];
  private readonly source: Source;
  private readonly helpers: ReadonlySet<string>;

  constructor(source: Source, helpers: ReadonlySet<string>) {
    super();
    this.source = source;
    this.helpers = helpers;
  }

  override MustacheStatement(mustache: hbs.AST.MustacheStatement): void {
    if (!mustache.escaped)
      this.fault('template/unescaped', 'output that is not escaped is forbidden', mustache, {
        reason: 'Text of the data could become markup.',
        hint: 'Write {{…}} with two braces; helpers that make markup say so themselves.',
      });
    const called = mustache.params.length > 0 || (mustache.hash?.pairs.length ?? 0) > 0;
    const name = nameOf(mustache.path);
    if (called || (name !== undefined && this.helpers.has(name))) this.checkHelper(mustache.path);
    this.checkArguments(mustache);
    super.MustacheStatement(mustache);
  }

  override BlockStatement(block: hbs.AST.BlockStatement): void {
    this.checkHelper(block.path);
    this.checkArguments(block);
    super.BlockStatement(block);
  }

  override SubExpression(expression: hbs.AST.SubExpression): void {
    this.checkHelper(expression.path);
    this.checkArguments(expression);
    super.SubExpression(expression);
  }

  override PartialStatement(partial: hbs.AST.PartialStatement): void {
    const name = nameOf(partial.name);
    if (partial.name.type === 'SubExpression' || name === undefined || !/^[a-z][a-z0-9-]*$/.test(name))
      this.fault('template/forbidden', 'the name of a partial must stand in the template', partial, {
        reason: 'Which files a style is made of must not turn on data.',
        hint: 'Write {{> name}} with a name of small letters, digits and hyphens.',
      });
    else this.partials.push({ name, span: this.spanOf(partial.name) });
    this.checkArguments(partial);
    super.PartialStatement(partial);
  }

  override PartialBlockStatement(partial: hbs.AST.PartialBlockStatement): void {
    this.forbid(partial, 'blocks of partials');
  }

  override Decorator(decorator: hbs.AST.Decorator): void {
    this.forbid(decorator, 'decorators');
  }

  override DecoratorBlock(decorator: hbs.AST.DecoratorBlock): void {
    this.forbid(decorator, 'decorators');
  }

  private forbid(node: hbs.AST.Node, what: string): void {
    this.fault('template/forbidden', `${what} are not used here`, node, {
      hint: 'Use {{> name}} and plain helpers.',
    });
  }

  private checkHelper(path: hbs.AST.Expression): void {
    const name = nameOf(path);
    if (name !== undefined && (this.helpers.has(name) || BUILT_IN.has(name))) return;
    const known = [...this.helpers, ...BUILT_IN];
    const meant = name === undefined ? undefined : nearest(name, known);
    this.fault('template/unknown-helper', `there is no helper “${name ?? ''}”`, path, {
      hint: meant ? `Did you mean ${meant}?` : `Helpers: ${known.join(', ')}.`,
      ...(meant !== undefined && { replacement: meant }),
    });
  }

  /** Handlebars looks arguments up leniently; this makes it as strict about them as about output. */
  private checkArguments({ params, hash }: Pick<hbs.AST.MustacheStatement, 'params' | 'hash'>): void {
    const values = [...params, ...(hash?.pairs ?? []).map((pair) => pair.value)];
    for (const value of values) if (value.type === 'PathExpression') Object.assign(value, { strict: true });
  }

  private spanOf(node: hbs.AST.Node): Span {
    return spanOfLocation(this.source, node.loc as Location);
  }

  private fault(
    code: `template/${string}`,
    message: string,
    node: hbs.AST.Node,
    more: { readonly reason?: string; readonly hint: string; readonly replacement?: string },
  ): void {
    const span = this.spanOf(node);
    const { reason, hint, replacement } = more;
    this.diagnostics.push({
      code,
      severity: 'error',
      message,
      span,
      ...(reason !== undefined && { reason }),
      hints: [{ text: hint, span, ...(replacement !== undefined && { replacement }) }],
    });
  }
}

const nameOf = (path: hbs.AST.Expression): string | undefined =>
  path.type === 'PathExpression' ? (path as hbs.AST.PathExpression).original : undefined;

/** Jison's errors hold the place in `hash.loc`; those of Handlebars itself in `lineNumber` and `column`. */
function syntaxFault(error: unknown, source: Source): Diagnostic {
  const { message, hash, lineNumber, column } = error as {
    readonly message?: string;
    readonly hash?: {
      readonly loc?: Readonly<Record<'first_line' | 'last_line' | 'first_column' | 'last_column', number>>;
    };
    readonly lineNumber?: number;
    readonly column?: number;
  };
  const loc = hash?.loc;
  const line = Number(/on line (\d+)/.exec(message ?? '')?.[1] ?? lineNumber ?? 1);
  const location: Location = loc
    ? {
        start: { line: loc.first_line, column: loc.first_column },
        end: { line: loc.last_line, column: loc.last_column },
      }
    : { start: { line, column: column ?? 0 }, end: { line, column: (column ?? 0) + 1 } };
  const expecting = /Expecting (.*)$/m.exec(message ?? '')?.[1];
  const first = (message ?? '').split('\n')[0] ?? '';
  return {
    code: 'template/syntax',
    severity: 'error',
    message: expecting ? 'this template cannot be read' : first.replace(/ - \d+:\d+$/, ''),
    span: spanOfLocation(source, location),
    ...(expecting && { expected: expecting.replace(/, got .*$/, '') }),
    hints: [{ text: 'Close each {{#block}} with {{/block}} and each {{ with }}.' }],
  };
}
