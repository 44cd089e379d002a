import Handlebars from 'handlebars';
import { type Diagnostic, hasErrors, type Outcome, ok } from '../diagnostics.ts';
import type { Source } from '../source.ts';
import { templateFault } from './faults.ts';
import { type Linted, lintTemplate } from './lint.ts';
import { PREPARED } from './prepared.ts';

/** A template with its partials, checked and ready to run. */
export interface TemplateProgram {
  readonly main: Source;
  readonly partials: ReadonlyMap<string, Source>;
  /** Text of the main template; throws `TemplateFault` where the data or a helper fails. */
  run(data: unknown, helpers: Readonly<Record<string, Handlebars.HelperDelegate>>): string;
}

/** Names that a template may call. */
export type HelperNames = ReadonlySet<string>;

/** How Handlebars compiles. The lint has seen that all helpers are known; said here, Handlebars makes shorter code. */
export const compileOptions = (helpers: HelperNames): CompileOptions => ({
  strict: true,
  preventIndent: true,
  knownHelpersOnly: true,
  knownHelpers: Object.fromEntries([...helpers].map((name) => [name, true])) as KnownHelpers,
});

/** A template and what the lint said of it; no delegate on a syntax error. */
interface OpenedTemplate extends Omit<Linted, 'ast'> {
  readonly delegate?: Handlebars.TemplateDelegate;
}

/** An exception of a running template, with the file it happened in. */
export class TemplateFault extends Error {
  readonly diagnostic: Diagnostic;
  constructor(diagnostic: Diagnostic) {
    super(diagnostic.message);
    this.diagnostic = diagnostic;
  }
}

/**
 * Compiles a template and every partial it calls. `read` gives the text of a partial. Errors: `template/syntax`,
 * `template/unescaped`, `template/unknown-helper`, `template/unknown-partial`, `template/forbidden`.
 */
export function compileTemplate(
  main: Source,
  read: (partial: string) => Outcome<Source>,
  helpers: HelperNames,
): Outcome<TemplateProgram> {
  const handlebars = Handlebars.create();
  handlebars.unregisterHelper('log');
  const diagnostics: Diagnostic[] = [];
  const partials = new Map<string, Source>();
  const compiled: Record<string, Handlebars.TemplateDelegate> = {};

  const open = (source: Source): OpenedTemplate => {
    const prepared = PREPARED.get(source.text);
    if (prepared)
      return {
        partials: prepared.partials.map(({ name, start, end }) => ({
          name,
          span: { source: source.id, start, end },
        })),
        diagnostics: [],
        delegate: handlebars.template(prepared.specification),
      };
    const { ast, ...linted } = lintTemplate(source, helpers);
    return ast ? { ...linted, delegate: handlebars.compile(ast, compileOptions(helpers)) } : linted;
  };

  const compile = (source: Source): Handlebars.TemplateDelegate | undefined => {
    const opened = open(source);
    diagnostics.push(...opened.diagnostics);
    for (const { name, span } of opened.partials) {
      if (partials.has(name)) continue;
      const partial = read(name);
      if (!partial.value) {
        diagnostics.push(...partial.diagnostics.map((diagnostic) => unknownPartial(diagnostic, name, span)));
        continue;
      }
      partials.set(name, partial.value);
      const delegate = compile(partial.value);
      if (delegate) compiled[name] = delegate;
    }
    return opened.delegate && guarded(opened.delegate, source);
  };

  const delegate = compile(main);
  if (!delegate || hasErrors(diagnostics)) return { diagnostics };
  return ok(
    {
      main,
      partials,
      run: (data, ownHelpers) =>
        delegate(data, {
          helpers: ownHelpers,
          partials: compiled,
          allowProtoPropertiesByDefault: false,
          allowProtoMethodsByDefault: false,
        } as Handlebars.RuntimeOptions),
    },
    diagnostics,
  );
}

/** Says in which file a fault happened: Handlebars knows the line only, and the innermost file is the one. */
const guarded =
  (delegate: Handlebars.TemplateDelegate, source: Source): Handlebars.TemplateDelegate =>
  (context, options) => {
    try {
      return delegate(context, options);
    } catch (error) {
      throw error instanceof TemplateFault ? error : new TemplateFault(templateFault(error, source));
    }
  };

const unknownPartial = (diagnostic: Diagnostic, name: string, span: Diagnostic['span']): Diagnostic =>
  diagnostic.code !== 'input/not-found'
    ? diagnostic
    : {
        code: 'template/unknown-partial',
        severity: 'error',
        message: `there is no partial “${name}”`,
        ...(span && { span }),
        reason: diagnostic.message,
        hints: [{ text: `Correct the name, or write partials/${name}.hbs.` }],
      };
