import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** A file of the repository: path with `/` from the root, text, and the modules it imports. */
interface Module {
  readonly path: string;
  readonly text: string;
  /** Text without comments, strings kept. */
  readonly code: string;
  readonly imports: readonly { readonly specifier: string; readonly typeOnly: boolean }[];
}

const IGNORED = new Set(['node_modules', 'dist', 'out', '.git', 'coverage', '.DS_Store']);

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (IGNORED.has(entry.name) || entry.name.endsWith('.log')) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [relative(root, path).replaceAll('\\', '/')];
  });
}

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[\w*{}\s,$]+?\sfrom\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g;

function read(path: string): Module {
  const text = readFileSync(join(root, path), 'utf8');
  const imports = [...text.matchAll(IMPORT)].map((match) => ({
    specifier: (match[2] ?? match[3])!,
    typeOnly: match[1] !== undefined,
  }));
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[\s;{(])\/\/.*$/gm, '$1');
  return { path, text, code, imports };
}

const sources = filesBelow(join(root, 'src'))
  .filter((path) => path.endsWith('.ts'))
  .map(read);

/** `src/layout/page/x.ts` → `layout`; files directly in src/ → their own name. */
const areaOf = (path: string): string => path.split('/')[1]!.replace(/\.ts$/, '');

const resolved = (from: string, specifier: string): string => posix.join(posix.dirname(from), specifier);

/** Each stage and the stages whose code it may use; types flow the same way. Order: DESIGN, section 2. */
const MAY_USE: Readonly<Record<string, readonly string[]>> = {
  model: [],
  template: ['model'],
  markup: ['model', 'template'],
  fonts: ['model', 'template', 'markup'],
  text: ['model', 'template', 'markup', 'fonts'],
  layout: ['model', 'template', 'markup', 'fonts', 'text'],
  pdf: ['model', 'template', 'markup', 'fonts', 'text', 'layout'],
  docx: ['model', 'template', 'markup', 'fonts', 'text', 'layout'],
};

/** Types that an earlier stage borrows from a later one, with the reason. Types only, never code. */
const BORROWED_TYPES: Readonly<Record<string, string>> = {
  'model → markup':
    'TextOrigin: the map from text to data file is made by the model and carried by the markup',
};

/** Files of src/ that every stage may use. */
const COMMON = ['diagnostics', 'source', 'units', 'limits', 'lang', 'suggest', 'inputs'];
/** Files and folders of src/ that stand over the stages. */
const ABOVE = ['index', 'pipeline', 'transcript', 'formats', 'outputs', 'cli'];

describe('imports in src/', () => {
  it('know every folder and file at the top', () => {
    const areas = [...new Set(sources.map(({ path }) => areaOf(path)))].sort();
    expect(areas).toEqual([...Object.keys(MAY_USE), ...COMMON, ...ABOVE].sort());
  });

  it('go only backwards through the stages; writers never meet', () => {
    const faults = sources.flatMap(({ path, imports }) => {
      const area = areaOf(path);
      if (ABOVE.includes(area)) return [];
      const allowed = [area, ...COMMON, ...(MAY_USE[area] ?? [])];
      return imports
        .filter(({ specifier }) => specifier.startsWith('.'))
        .map(({ specifier, typeOnly }) => ({ target: areaOf(resolved(path, specifier)), typeOnly }))
        .filter(
          ({ target, typeOnly }) =>
            !allowed.includes(target) && !(typeOnly && `${area} → ${target}` in BORROWED_TYPES),
        )
        .map(({ target }) => `${path} imports ${target}`);
    });
    expect(faults).toEqual([]);
  });

  it('borrow types only as listed', () => {
    const borrowed = sources.flatMap(({ path, imports }) =>
      imports
        .filter(({ specifier, typeOnly }) => typeOnly && specifier.startsWith('.'))
        .map(({ specifier }) => `${areaOf(path)} → ${areaOf(resolved(path, specifier))}`),
    );
    for (const pair of Object.keys(BORROWED_TYPES)) expect(borrowed).toContain(pair);
  });

  it('enter another stage by its index, types or dumps, not by its inner files', () => {
    const faults = sources.flatMap(({ path, imports }) =>
      imports
        .filter(({ specifier }) => specifier.startsWith('.'))
        .map(({ specifier }) => resolved(path, specifier))
        .filter((target) => target.split('/').length > 2 && areaOf(target) !== areaOf(path))
        .filter((target) => !/\/(index|types)\.ts$/.test(target))
        .map((target) => `${path} imports ${target}`),
    );
    expect(faults).toEqual([]);
  });

  it('name files with their extension', () => {
    const faults = sources.flatMap(({ path, imports }) =>
      imports
        .filter(({ specifier }) => specifier.startsWith('.') && !specifier.endsWith('.ts'))
        .map(({ specifier }) => `${path} imports ${specifier}`),
    );
    expect(faults).toEqual([]);
  });

  it('are of packages that package.json names, and of Node by node:', () => {
    const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const faults = sources.flatMap(({ path, imports }) =>
      imports
        .map(({ specifier }) => specifier)
        .filter((specifier) => !specifier.startsWith('.') && !specifier.startsWith('node:'))
        .filter((specifier) => !(/^(@[^/]+\/)?[^/]+/.exec(specifier)![0] in dependencies))
        .map((specifier) => `${path} imports ${specifier}`),
    );
    expect(faults).toEqual([]);
  });
});

interface DoorRule {
  readonly what: string;
  readonly pattern: RegExp;
  /** Files that may, with the reason. */
  readonly allowed: Readonly<Record<string, string>>;
}

const DOORS: readonly DoorRule[] = [
  {
    what: 'files and processes',
    pattern: /['"]node:(fs|fs\/promises|child_process|net|http|https|os|worker_threads)['"]|\bfetch\(/,
    allowed: {
      'src/inputs.ts': 'the one door in',
      'src/outputs.ts': 'the one door out',
      'src/cli/launcher.ts': 'reads the bundle before there is a program',
    },
  },
  {
    what: 'the process, its environment and clock',
    pattern: /\bprocess\.|\bperformance\.|\bDate\.now\b|\bnew Date\(\)|\bDate\(\)/,
    allowed: {
      'src/cli/bin.ts': 'hands the process to the command line',
      'src/cli/launcher.ts': 'starts it',
      'src/outputs.ts': 'names temporary files by process, so that two runs never share one',
    },
  },
  {
    what: 'locale',
    pattern: /\bIntl\b|localeCompare|toLocale\w+/,
    allowed: {},
  },
  {
    what: 'chance',
    pattern: /Math\.random|randomUUID|randomBytes|getRandomValues/,
    allowed: {},
  },
  {
    what: 'the console',
    pattern: /\bconsole\./,
    allowed: {},
  },
  {
    what: 'types that switch the checker off',
    pattern: /\bas any\b|:\s*any\b|<any>|@ts-ignore|@ts-expect-error|@ts-nocheck/,
    allowed: {},
  },
];

describe('equal input gives equal bytes: src/ uses', () => {
  it.each(DOORS)('$what only where listed', ({ pattern, allowed }) => {
    const users = sources.filter(({ code }) => pattern.test(code)).map(({ path }) => path);
    expect(users.filter((path) => !(path in allowed))).toEqual([]);
    // A door that nobody uses any more is taken off the list.
    expect(Object.keys(allowed).filter((path) => !users.includes(path))).toEqual([]);
  });
});

/** Tables may be longer than 300 lines: rows of data, with hardly any code. */
const LONG_TABLES: Readonly<Record<string, string>> = {
  'src/markup/types.ts': 'the boundary types of element tree, style, styled tree and pages',
};

describe('files', () => {
  it('hold one idea: at most 300 lines, but for tables', () => {
    const long = sources.filter(({ text }) => text.split('\n').length > 301).map(({ path }) => path);
    expect(long.sort()).toEqual(Object.keys(LONG_TABLES).sort());
  });

  it('stand in folders that DESIGN and README name', () => {
    const top = [
      ...new Set(
        filesBelow(root)
          .filter((path) => path.includes('/'))
          .map((path) => path.split('/')[0]!),
      ),
    ];
    expect(top.sort()).toEqual(
      ['.ci', 'bench', 'data', 'docs', 'fonts', 'schema', 'src', 'templates', 'test', 'tools'].sort(),
    );
  });

  it('each stage folder has an index', () => {
    const indexes = sources.map(({ path }) => path).filter((path) => /^src\/[^/]+\/index\.ts$/.test(path));
    expect(indexes.map(areaOf).sort()).toEqual(Object.keys(MAY_USE).sort());
  });
});

/** Names that must not be in the repository: they would tie it to one network or one machine. */
const FOREIGN: readonly RegExp[] = [
  /registry\.[a-z0-9-]+\.[a-z]+/i,
  /\/(home|Users|root|tmp|work)\/[a-z]/,
  /\blocalhost:\d+/,
];

describe('the repository', () => {
  it('names no registry and no folder of a machine', () => {
    const texts = filesBelow(root).filter((path) =>
      /\.(ts|mjs|js|json|ya?ml|md|css|hbs|html|txt|sh)$|^\.ci\//.test(path),
    );
    const faults = texts.flatMap((path) => {
      if (path === 'test/architecture.test.ts') return [];
      const text = readFileSync(join(root, path), 'utf8');
      return FOREIGN.flatMap((pattern) => {
        const found = pattern.exec(text)?.[0];
        // The lock file names the public registry, as every npm lock file does.
        if (!found || (path === 'package-lock.json' && found === 'registry.npmjs.org')) return [];
        return [`${path}: ${found}`];
      });
    });
    expect(faults).toEqual([]);
  });
});
