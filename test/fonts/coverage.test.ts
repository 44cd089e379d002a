import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openSfnt } from '../../src/fonts/sfnt.ts';
import { memorySource } from '../../src/inputs.ts';
import { ROOT, shippedFonts } from '../support/fonts.ts';

/** The 6 763 ideographs of GB 2312: level 1 in rows 16 to 55, level 2 in rows 56 to 87. */
function gb2312(): readonly string[] {
  const decoder = new TextDecoder('gb18030');
  const characters: string[] = [];
  for (let row = 16; row <= 87; row++)
    for (let cell = 1; cell <= 94; cell++) {
      if (row === 55 && cell > 89) continue; // level 1 ends at cell 89
      characters.push(decoder.decode(Uint8Array.of(0xa0 + row, 0xa0 + cell)));
    }
  return characters;
}

test('the list is that of GB 2312', () => {
  const characters = gb2312();
  expect(characters).toHaveLength(6763);
  expect([characters[0], characters.at(-1)]).toEqual(['啊', '齄']);
  expect(characters.every((character) => /^\p{Script=Han}$/u.test(character))).toBe(true);
});

test.each(['LXGW WenKai', 'Noto Serif SC'])('%s has every ideograph of GB 2312', (family) => {
  const [face] = shippedFonts().chain([family], 400, 'normal');
  const missing = gb2312().filter((character) => face!.glyphFor(character.codePointAt(0)!) === 0);
  expect(missing).toEqual([]);
});

test('the prepared Kai is the whole font', () => {
  const bytes = readFileSync(join(ROOT, 'dist/fonts/lxgw-wenkai-500.ttf'));
  const sfnt = openSfnt('kai', memorySource(bytes)).value!;
  expect(sfnt.table('maxp').getUint16(4)).toBe(30_429);
});
