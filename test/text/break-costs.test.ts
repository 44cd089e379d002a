import { describe, expect, it } from 'vitest';
import { breakCosts, collectParagraph } from '../../src/text/index.ts';
import { paragraphBlock } from '../support/paragraphs.ts';

/** The text with its places: `·` free, `÷n` at a cost, nothing where a line may not end. */
function places(text: string): string {
  const paragraph = collectParagraph(paragraphBlock(text), () => 0);
  const costs = breakCosts(paragraph);
  let out = '';
  for (let at = 0; at < paragraph.text.length; at++) {
    const cost = costs[at] ?? 0;
    if (at > 0 && cost < Number.POSITIVE_INFINITY) out += cost === 0 ? '·' : `÷${cost}÷`;
    out += paragraph.text[at];
  }
  return out;
}

describe('places where a line may end', () => {
  it.each([
    ['ideographs', '天地玄黄', '天·地·玄黄'],
    ['a date', '天地2020年12月21日玄黄', '天·地·2020年÷300÷12月÷300÷21日·玄黄'],
    ['a resolution number', '天地第57/270 B号玄黄', '天·地·第57/270 B号·玄黄'],
    ['a year in brackets, dearly', '天地第1483(2003)号玄黄', '天·地·第1483÷400÷(2003)号·玄黄'],
    ['a session in brackets', '天地第2006(XIX)号玄黄', '天·地·第2006÷400÷(XIX)号·玄黄'],
    ['other brackets beside a number', '天地1483(a)玄黄', '天·地·1483(a)·玄黄'],
    ['a symbol only after a solidus, dearly', '见FCCC/CP/2015玄黄', '见·FCCC/÷2000÷CP/÷2000÷2015·玄黄'],
    ['a sales number', '编号C.78.II.A.11玄黄', '编·号·C.78.II.A.11·玄黄'],
    ['a hyphenated word with a number', '地COVID-19玄黄', '地·COVID-19·玄黄'],
    ['brackets of both widths', '天（地）(玄)黄宇宙', '天·（地）·(玄)·黄·宇宙'],
    ['a note mark', '天地，¹玄黄宇', '天·地，1·玄·黄宇'],
    ['a note mark inside a word', '天地¹玄黄宇', '天·地1·玄·黄宇'],
    ['a short title', '天地《宪章》玄黄', '天·地·《宪÷100÷章》·玄黄'],
    ['Chinese numerals', '天地第二十届会议玄黄', '天·地·第÷500÷二÷200÷十÷200÷届·会·议·玄黄'],
    ['labels of two levels', '天地第10段(d)㈠规定玄黄', '天·地·第10段÷150÷(d)÷500÷㈠·规·定·玄黄'],
    ['a letter and its classifier', '天地第2款(a)项和(l)项规定', '天·地·第2款÷150÷(a)项·和·(l)项·规定'],
    ['a last line of a word and a number', '天地玄黄增至78%；', '天·地·玄·黄·增·至78%；'],
    ['a last line of a word and a note mark', '天地玄黄宇¹。', '天·地·玄·黄宇1。'],
    ['a last line of a number', '天地玄黄共62.5%。', '天·地·玄·黄·共62.5%。'],
    ['English words', 'In the year', 'In ·the ·year'],
    ['an apostrophe', 'the world’s end', 'the ·world’s ·end'],
  ])('%s', (_, text, expected) => {
    expect(places(text)).toBe(expected);
  });
});
