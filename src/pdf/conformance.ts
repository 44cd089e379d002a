import type { Diagnostic } from '../diagnostics.ts';
import type { LaidOut, StructureNode } from '../layout/types.ts';
import { framesOf } from './glyph-codes.ts';

/** Standards a file may claim to meet: ISO 19005-2 level A and ISO 14289-1. */
export type Standard = 'PDF/A-2a' | 'PDF/UA-1';

export const STANDARDS: readonly Standard[] = ['PDF/A-2a', 'PDF/UA-1'];

/**
 * What a document, rather than the writer, can get wrong. Each rule answers with what is wrong, or nothing.
 * A file that breaks a rule is written all the same, with a warning and without the claim. What the writer itself
 * guarantees for every document is listed in CONFORMANCE.md beside this file.
 */
export interface ConformanceRule {
  readonly standard: Standard;
  readonly clause: string;
  readonly name: string;
  readonly hint: string;
  readonly fault: (laidOut: LaidOut) => string | undefined;
}

export const RULES: readonly ConformanceRule[] = [
  {
    standard: 'PDF/UA-1',
    clause: '7.1',
    name: 'title-missing',
    hint: 'Give the document a title: readers show it in place of the file name.',
    fault: ({ title }) => (title.trim() === '' ? 'the document has no title' : undefined),
  },
  {
    standard: 'PDF/UA-1',
    clause: '7.4.2',
    name: 'heading-skipped',
    hint: 'Headings go down one level at a time: change the heading elements of the template, and their looks in CSS.',
    fault: ({ structure }) => {
      let last = 0;
      for (const level of headingLevels(structure)) {
        if (level > last + 1)
          return last === 0
            ? `the first heading is of level ${level}`
            : `a heading of level ${level} follows one of level ${last}`;
        last = level;
      }
      return undefined;
    },
  },
  {
    standard: 'PDF/UA-1',
    clause: '7.18.5',
    name: 'link-without-text',
    hint: 'Put the text of the link between its brackets: readers that speak need words for it.',
    fault: ({ links }) =>
      [...links.values()].some(({ text }) => text.trim() === '') ? 'a link has no text' : undefined,
  },
  {
    standard: 'PDF/A-2a',
    clause: '6.2.11.7.3',
    name: 'private-character',
    hint: 'Use the character Unicode has for it; characters of the private use area mean nothing outside one font.',
    fault: (laidOut) => {
      const found = /[\ue000-\uf8ff]|[\udb80-\udbff][\udc00-\udfff]/.exec(textOf(laidOut))?.[0];
      return found === undefined
        ? undefined
        : `the text holds the private character U+${found.codePointAt(0)!.toString(16).toUpperCase()}`;
    },
  },
];

/** Which standards the file may claim, and a warning for each rule that keeps it from one. */
export function checkConformance(laidOut: LaidOut): {
  readonly claims: readonly Standard[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const broken = RULES.flatMap((rule) => {
    const fault = rule.fault(laidOut);
    return fault === undefined ? [] : [{ rule, fault }];
  });
  return {
    claims: STANDARDS.filter((standard) => !broken.some(({ rule }) => rule.standard === standard)),
    diagnostics: broken.map(({ rule, fault }) => ({
      code: `pdf/${rule.name}`,
      severity: 'warning',
      message: fault,
      reason: `${rule.standard} forbids it (clause ${rule.clause}), so the file does not claim to meet that standard.`,
      hints: [{ text: rule.hint }],
    })),
  };
}

function headingLevels(node: StructureNode): readonly number[] {
  const own = /^H([1-6])$/.exec(node.type)?.[1];
  const below = node.kids.flatMap((kid) => (kid.kind === 'node' ? headingLevels(kid) : []));
  return own === undefined ? below : [Number(own), ...below];
}

const textOf = (laidOut: LaidOut): string =>
  laidOut.pages
    .flatMap(framesOf)
    .flatMap(({ items }) => items)
    .map((item) => (item.kind === 'text' ? (item.actualText ?? item.run.text) : ''))
    .join('');
