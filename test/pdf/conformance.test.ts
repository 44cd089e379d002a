import { expect, test } from 'vitest';
import type { LaidOut } from '../../src/layout/types.ts';
import { checkConformance, RULES } from '../../src/pdf/conformance.ts';
import { shippedFonts } from '../support/fonts.ts';
import { frame, leaf, node, smallDocument, textAt } from './world.ts';

const fonts = shippedFonts();
const good = smallDocument(fonts);

/** For each rule a document that breaks it, and it alone. */
const BROKEN: Readonly<Record<string, LaidOut>> = {
  'title-missing': { ...good, title: ' ' },
  'heading-skipped': {
    ...good,
    structure: node('Document', 1, [node('H1', 2, [leaf(1)]), node('H3', 3, [leaf(2)])]),
  },
  'link-without-text': {
    ...good,
    links: new Map([[20, { target: { kind: 'uri', uri: 'https://un.org' }, text: '' }]]),
  },
  'private-character': {
    ...good,
    pages: [{ ...good.pages[0]!, body: frame(privateText()) }],
  },
};

function privateText() {
  const [item] = textAt(fonts, 72, 80, 'a', { leaf: 1 });
  return [{ ...item!, run: { ...item!.run, text: '\ue000' } }];
}

test('a good document may claim both standards, in silence', () => {
  expect(checkConformance(good)).toEqual({ claims: ['PDF/A-2a', 'PDF/UA-1'], diagnostics: [] });
});

test.each(RULES)('$standard $clause: $name', (rule) => {
  const { claims, diagnostics } = checkConformance(BROKEN[rule.name]!);
  expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([
    [`pdf/${rule.name}`, 'warning'],
  ]);
  expect(diagnostics[0]?.reason).toContain(rule.clause);
  expect(claims).not.toContain(rule.standard);
  expect(claims).toHaveLength(1);
});

test('a first heading below level 1 is a skip too', () => {
  const structure = node('Document', 1, [node('H2', 2, [leaf(1)])]);
  expect(checkConformance({ ...good, structure }).diagnostics[0]?.message).toBe(
    'the first heading is of level 2',
  );
});
