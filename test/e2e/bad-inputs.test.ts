import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chancery, filesIn, folderOf, ROOT } from './command.ts';

const GOOD = `schema: chancery/resolution@1
publication: { organ: general-assembly, language: zh, session: 75 }
resolution: { number: 75/999, title: 文献的排版 }
body:
  preamble:
    - :lead[注意到]秘书长的报告，[^report]
  operative:
    - :lead[决定]每一份决议都应当清晰易读；
    - :lead[请]秘书长报告本决议的执行情况。
notes:
  report: :cite[A/75/371]。
`;

const bomb = [
  ...'abcdefghi'.split('').map((name, depth) => {
    const inner = depth === 0 ? '"lol"' : `*${'abcdefghi'[depth - 1]}`;
    return `${name}: &${name} [${Array.from({ length: 9 }, () => inner).join(', ')}]`;
  }),
].join('\n');

interface BadInput {
  readonly name: string;
  readonly file?: string;
  readonly content: string | Uint8Array;
  /** What the message must speak of. */
  readonly says: RegExp;
}

const BAD: readonly BadInput[] = [
  { name: 'an empty file', content: '', says: /empty/i },
  {
    name: 'a file cut in the middle',
    content: `${GOOD.slice(0, GOOD.indexOf('文献'))}"文献`,
    says: /quote|end/i,
  },
  {
    name: 'a line indented with a tab',
    content: GOOD.replace('    - :lead[请]', '\t- :lead[请]'),
    says: /tab/i,
  },
  { name: 'an unknown key', content: GOOD.replace('title:', 'tilte:'), says: /tilte[\s\S]*title/ },
  { name: 'a note that is not there', content: GOOD.replace('[^report]', '[^raport]'), says: /raport/ },
  { name: 'an alias bomb', content: `${GOOD}x:\n${bomb.replace(/^/gm, '  ')}\n`, says: /alias/i },
  {
    name: 'bytes that are not UTF-8',
    content: Buffer.concat([Buffer.from(GOOD), Buffer.from([0xb4, 0xf3, 0xbb, 0xe1])]),
    says: /not UTF-8/,
  },
  {
    name: 'half a JSON file',
    file: 'bad.json',
    content: '{"schema": "chancery/resolution@1", "body": {',
    says: /end|\}|flow/i,
  },
  { name: 'a character that no font has', content: GOOD.replace('清晰', '清\u{10A00}晰'), says: /U\+10A00/ },
];

/** What must hold of every refusal: a place, no stack, nothing half written, the good document built. */
function expectRefusal(err: string, folder: string, place: RegExp): void {
  expect(err).toMatch(place);
  expect(err).not.toMatch(/^\s+at .+:\d+:\d+/m);
  expect(err).not.toMatch(/node:internal|chancery\.cjs|Sorry/);
  expect(filesIn(join(folder, 'out'))).toEqual(['good.docx', 'good.pdf']);
}

describe.concurrent('a document that cannot be typeset says why, where and what to do; the others are built', () => {
  it.each(BAD)('$name', async ({ file = 'bad.yaml', content, says }) => {
    const folder = folderOf({ [file]: content, 'good.yaml': GOOD });
    try {
      const { code, out, err } = await chancery(folder.path, 'build', file, 'good.yaml', '--out', 'out');
      expect(err).toMatch(says);
      expectRefusal(err, folder.path, new RegExp(`${file}(:\\d+:\\d+: error: | is not UTF-8.*line \\d+)`));
      expect(code).toBe(1);
      expect(out).toContain(`${file}  failed, nothing written`);
    } finally {
      folder.remove();
    }
  });

  it('a missing file', async () => {
    const folder = folderOf({ 'good.yaml': GOOD });
    try {
      const { code, err } = await chancery(folder.path, 'build', 'gone.yaml', 'good.yaml', '--out', 'out');
      expectRefusal(err, folder.path, /error: there is no file gone\.yaml/);
      expect(code).toBe(1);
    } finally {
      folder.remove();
    }
  });

  it('an earlier output stays as it was when its document fails', async () => {
    const folder = folderOf({ 'bad.yaml': GOOD.replace('title:', 'tilte:'), 'out/bad.pdf': 'earlier' });
    try {
      expect((await chancery(folder.path, 'build', 'bad.yaml')).code).toBe(1);
      expect(filesIn(join(folder.path, 'out'))).toEqual(['bad.pdf']);
      expect(readFileSync(join(folder.path, 'out/bad.pdf'), 'utf8')).toBe('earlier');
    } finally {
      folder.remove();
    }
  });
});

describe.concurrent('a command line that cannot be carried out', () => {
  it('names an output folder that cannot be made', async () => {
    // A path below a file: root may write anywhere, but not there.
    const folder = folderOf({ 'good.yaml': GOOD, file: '' });
    try {
      const { code, err, out } = await chancery(folder.path, 'build', 'good.yaml', '--out', 'file/out');
      expect(code).toBe(2);
      expect(err).toMatch(
        /^error: file\/out cannot be used as the output folder: a part of the path is a file/,
      );
      expect(err).not.toMatch(/^\s+at /m);
      expect(out).toBe('');
      expect(filesIn(folder.path)).toEqual(['file', 'good.yaml']);
    } finally {
      folder.remove();
    }
  });

  it('names two documents that would be one file, before any work', async () => {
    const folder = folderOf({ 'a/x.yaml': GOOD, 'b/X.yaml': GOOD });
    try {
      const { code, err } = await chancery(folder.path, 'build', 'a/x.yaml', 'b/X.yaml');
      expect(code).toBe(2);
      expect(err).toMatch(/a\/x\.yaml and b\/X\.yaml would be written to the same file/);
      expect(existsSync(join(folder.path, 'out'))).toBe(false);
    } finally {
      folder.remove();
    }
  });
});

/** The shipped house styles with one file changed. */
function stylesWith(name: string, change: (text: string) => string): Record<string, string> {
  const folder = join(ROOT, 'templates');
  return Object.fromEntries(
    filesIn(folder).map((path) => {
      const text = readFileSync(join(folder, path), 'utf8');
      const changed = path === name ? change(text) : text;
      if (path === name) expect(changed).not.toBe(text);
      return [`styles/${path}`, changed];
    }),
  );
}

describe.concurrent('a mistake in a house style is shown in its own file', () => {
  it.each([
    {
      name: 'a helper that does not exist',
      file: 'un-resolution/template.hbs',
      change: (text: string) => `${text}\n<p>{{shuot "x"}}</p>\n`,
      says: /shuot/,
    },
    {
      name: 'an expression that is not closed',
      file: 'un-resolution/template.hbs',
      change: (text: string) => `${text}\n{{#if title}}\n`,
      says: /if/,
    },
    {
      name: 'an unknown CSS property',
      file: 'un-resolution/style.css',
      change: (text: string) => `${text}\np { colour: black; }\n`,
      says: /colour[\s\S]*color/,
    },
  ])('$name', async ({ file, change, says }) => {
    const folder = folderOf({ 'good.yaml': GOOD, ...stylesWith(file, change) });
    try {
      const { code, err } = await chancery(folder.path, 'build', 'good.yaml', '--templates', 'styles');
      expect(err).toMatch(says);
      expect(err).toMatch(new RegExp(`styles/${file.replaceAll('.', '\\.')}:\\d+:\\d+: error: `));
      expect(err).not.toMatch(/^\s+at .+:\d+:\d+/m);
      expect(code).toBe(1);
      expect(filesIn(join(folder.path, 'out'))).toEqual([]);
    } finally {
      folder.remove();
    }
  });
});
