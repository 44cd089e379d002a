import { expect, test } from 'vitest';
import { srgbProfile } from '../../src/pdf/output-intent.ts';

const profile = srgbProfile();
const view = new DataView(profile.buffer);
const ascii = (at: number): string => String.fromCharCode(...profile.subarray(at, at + 4));

test('the profile states its size and what it is', () => {
  expect(view.getUint32(0)).toBe(profile.length);
  expect([ascii(12), ascii(16), ascii(20), ascii(36)]).toEqual(['mntr', 'RGB ', 'XYZ ', 'acsp']);
});

test('its tags lie within it, each where its type begins', () => {
  const types: Record<string, string> = {};
  for (let record = 132; record < 132 + 12 * view.getUint32(128); record += 12) {
    const at = view.getUint32(record + 4);
    expect(at % 4).toBe(0);
    expect(at + view.getUint32(record + 8)).toBeLessThanOrEqual(profile.length);
    types[ascii(record)] = ascii(at);
  }
  expect(types).toEqual({
    desc: 'mluc',
    cprt: 'mluc',
    wtpt: 'XYZ ',
    chad: 'sf32',
    rXYZ: 'XYZ ',
    gXYZ: 'XYZ ',
    bXYZ: 'XYZ ',
    rTRC: 'para',
    gTRC: 'para',
    bTRC: 'para',
  });
});

test('its primaries add up to white', () => {
  const columns = ['rXYZ', 'gXYZ', 'bXYZ', 'wtpt'].map((tag) => {
    for (let record = 132; ; record += 12)
      if (ascii(record) === tag) {
        const at = view.getUint32(record + 4) + 8;
        return [0, 4, 8].map((offset) => view.getInt32(at + offset) / 65536);
      }
  });
  const [red, green, blue, white] = columns as [number[], number[], number[], number[]];
  for (const axis of [0, 1, 2]) expect(red[axis]! + green[axis]! + blue[axis]!).toBeCloseTo(white[axis]!, 3);
});
