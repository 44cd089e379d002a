import { describe, expect, it } from 'vitest';
import { openFontBook } from '../../src/fonts/index.ts';
import { fileInputs } from '../../src/inputs.ts';
import { layoutDocument } from '../../src/layout/index.ts';
import { parseMarkup, parseStyleSheet, styleDocument } from '../../src/markup/index.ts';
import { readDocument } from '../../src/model/index.ts';
import { openHouseStyle, renderMarkup } from '../../src/template/index.ts';
import { ROOT } from '../e2e/command.ts';

/** A resolution whose last clause, with a list, comes after `before` short clauses. */
const data = (before: number): string => `schema: chancery/resolution@1
publication: { organ: general-assembly, language: zh, session: 75 }
resolution: { number: 75/999, title: 题目 }
body:
  operative:
${Array.from({ length: before }, () => '    - 请秘书长报告；\n').join('')}    - text: 又请秘书长报告下列各项：
      items: [会议情况；, 执行情况。]
`;

/** Page of the chapeau and page of the first item. */
function pagesOf(before: number): readonly (number | undefined)[] {
  const inputs = fileInputs();
  const fonts = openFontBook(inputs, { root: ROOT }).value!;
  const style = openHouseStyle(inputs, `${ROOT}/templates/un-resolution`).value!;
  const document = readDocument({ id: 'made.yaml', text: data(before) }).value!;
  const tree = parseMarkup(renderMarkup(style, document).value!).value!;
  const sheet = parseStyleSheet(style.styleSheet).value!;
  const { pages } = layoutDocument(styleDocument(tree, [sheet], fonts).value!, fonts).value!;
  return ['下列各项', '会议情况'].map(
    (words) =>
      pages.find(({ body }) =>
        body.items.some((item) => item.kind === 'text' && item.run.text.includes(words)),
      )?.number,
  );
}

describe('the words that open a list', () => {
  it('stand on the page of its first item, wherever the page ends', () => {
    const places = Array.from({ length: 10 }, (_, index) => pagesOf(15 + index));
    for (const [chapeau, item] of places) expect(chapeau).toBe(item);
    // The page end passes over the list somewhere in this range, or nothing was shown.
    expect(new Set(places.map(([page]) => page)).size).toBe(2);
  });
});
