import type { Diagnostic } from '../diagnostics.ts';
import type { BlockBox, BoxId, InlineBox } from '../markup/types.ts';
import { placeOf } from './block/faults.ts';
import { inlineText } from './text-of.ts';
import type { LaidOut, LinkTarget, Page } from './types.ts';
import { boxesOf } from './walk.ts';

type Links = LaidOut['links'];

/** Target and words of each link and cross-reference. */
export function linksOf(root: BlockBox): Links {
  const links = new Map<BoxId, { target: LinkTarget; text: string }>();
  for (const box of boxesOf(root)) {
    if (box.kind !== 'inline' || box.href === undefined) continue;
    links.set(box.id, { target: targetOf(box.href), text: inlineText(box.children) });
  }
  return links;
}

const targetOf = (href: string): LinkTarget =>
  href.startsWith('#') ? { kind: 'anchor', name: href.slice(1) } : { kind: 'uri', uri: href };

/** Names that links may target, with the page each stands on; the first of two equal names counts. */
export function anchorPages(pages: readonly Pick<Page, 'number' | 'body' | 'notes'>[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const { number, body, notes } of pages) {
    for (const item of [...body.items, ...(notes?.items ?? [])]) {
      if (item.kind === 'anchor' && !found.has(item.name)) found.set(item.name, number);
    }
  }
  return found;
}

/** Links whose target stands nowhere in the document. */
export function danglingLinks(root: BlockBox, anchors: ReadonlyMap<string, number>): readonly Diagnostic[] {
  return [...boxesOf(root)]
    .filter((box): box is InlineBox => box.kind === 'inline' && (box.href?.startsWith('#') ?? false))
    .filter(({ href = '' }) => !anchors.has(href.slice(1)))
    .map(
      (box): Diagnostic => ({
        code: 'layout/missing-target',
        severity: 'warning',
        message: `the link "${inlineText(box.children)}" leads to ${box.href}, which stands nowhere in the document`,
        ...placeOf(box.origin),
        reason: 'A reader who follows it goes nowhere.',
        hints: [{ text: 'Give the target this id, or correct the link.' }],
      }),
    );
}
