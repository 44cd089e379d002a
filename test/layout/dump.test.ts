import { describe, expect, test } from 'vitest';
import { dumpLines, dumpPages, dumpTags } from '../../src/layout/dump.ts';
import type { MarginBox } from '../../src/markup/types.ts';
import { silently } from './reading.ts';
import {
  border,
  div,
  doc,
  h,
  li,
  link,
  marker,
  note,
  PLAIN,
  p,
  strings,
  table,
  world,
} from './square-world.ts';

const head: MarginBox = {
  name: 'top-left',
  style: { ...PLAIN, borderBottom: border(0.5) },
  content: [
    { kind: 'string', name: 'symbol', which: 'first' },
    { kind: 'text', text: ' ' },
    { kind: 'counter', name: 'page', format: 'decimal' },
  ],
};

/** A resolution in small: masthead, title, clauses with notes, closing lines. */
const resolution = () =>
  doc(
    table(
      [60, 60],
      [[{ blocks: [p('联合国')] }, { blocks: [p('A/1')], style: { borderBottom: border(1) } }]],
      { marginBottom: 10 },
    ),
    h('南南合作', { marginLeft: 20 }, { marker: marker('1.'), strings: strings(['symbol', 'A/1']) }),
    p(
      ['重申其认可成果文件的', link('https://undocs.org/A/2', '2'), '号决议，', note(1, ['见文件第一号。'])],
      {
        marginTop: 5,
      },
    ),
    div([
      li(marker('1.'), [p('回顾成果文件，促请国际社会支持；')], { marginLeft: 20 }),
      li(marker('2.'), [p(['表示注意到报告；', note(2, ['甲/乙/丙/丁'])])], { marginLeft: 20 }),
    ]),
    p('二〇二〇年', { breakBefore: 'avoid', marginTop: 10 }),
  );

const laidOut = () =>
  silently(world(resolution(), { lines: 10, squares: 12, boxes: [head], firstBoxes: [] }));

describe('dumps', () => {
  test('of pages show each line, rule and anchor in its place', async () => {
    await expect(dumpPages(laidOut())).toMatchFileSnapshot('../golden/layout/small-resolution.pages');
  });

  test('of tags show the structure with its words', async () => {
    await expect(dumpTags(laidOut())).toMatchFileSnapshot('../golden/layout/small-resolution.tags');
  });

  test('of lines show what the breaker chose', () => {
    const line = { height: 16, baseline: 12, fragments: [], notes: [] };
    const lines = dumpLines({
      text: '重申其认可，又重申',
      lines: [
        {
          ...line,
          width: 52.5,
          naturalWidth: 50.125,
          ratio: 0.3333,
          gap: 0.0167,
          penalty: 300,
          reason: 'normal',
          start: 0,
          end: 6,
        },
        {
          ...line,
          width: 31.5,
          naturalWidth: 31.5,
          ratio: 0,
          gap: 0,
          penalty: 0,
          reason: 'last',
          start: 6,
          end: 9,
        },
      ],
    });
    expect(lines.split('\n')).toEqual([
      '  50.13    52.5   0.333   0.017     300 normal    重申其认可，',
      '   31.5    31.5   0.000   0.000       0 last      又重申',
    ]);
  });
});
