import { type Diagnostic, failed, hasErrors, type Outcome, ok } from '../diagnostics.ts';
import type { FontBook } from '../fonts/types.ts';
import { LIMITS } from '../limits.ts';
import type { StyledDocument } from '../markup/types.ts';
import { flowDocument } from './block/flow.ts';
import type { InlineSetter } from './block/types.ts';
import { textByLeaf } from './frame.ts';
import { anchorPages, danglingLinks, linksOf } from './links.ts';
import { outlineOf } from './outline.ts';
import type { BreakMode } from './page/break-pages.ts';
import { composePage, startsById } from './page/compose.ts';
import { masterFaults, pageFaults, tooManyPages } from './page/faults.ts';
import { measuresOf, pageMasters } from './page/geometry.ts';
import { marginFrames } from './page/margin-boxes.ts';
import { planPages } from './page/plan.ts';
import { sectionsOf } from './page/sections.ts';
import { stringsOf } from './page/strings.ts';
import { structureOf } from './structure.ts';
import type { LaidOut, Page } from './types.ts';

export interface LayoutOptions {
  /** Sets lines; the inline stage, or squares in tests. */
  readonly setter: InlineSetter;
  /** `greedy` is for comparison only. */
  readonly mode?: BreakMode;
}

/** Styled document → pages: flow, cut, compose, then what needs all pages: heads and feet, structure, outline, links. */
export function layOut(styled: StyledDocument, fonts: FontBook, options: LayoutOptions): Outcome<LaidOut> {
  const { root, lang, title, subject } = styled;
  const { setter, mode } = options;
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic);
  const inline = { fonts, report };

  const masters = pageMasters(styled.masters);
  diagnostics.push(...masterFaults(styled.masters, masters));
  if (hasErrors(diagnostics)) return failed(...diagnostics);

  const flow = flowDocument(
    { setter, inline, measures: measuresOf(masters), notes: new Map(), report },
    root,
  );
  const plans = planPages(sectionsOf(flow), masters, mode);
  diagnostics.push(...pageFaults(plans));
  if (plans.length > LIMITS.pages) return failed(...diagnostics, tooManyPages(plans.length));

  const composed = plans.map(composePage);
  const strings = stringsOf(composed);
  const anchors = anchorPages(composed.map((page) => ({ ...page, number: page.plan.number })));
  const pages = composed.map(({ plan, body, notes }, index): Page => {
    const facts = {
      number: plan.number,
      pages: plans.length,
      strings: strings[index] ?? new Map(),
      pageOf: (target: string) => anchors.get(target),
    };
    return {
      number: plan.number,
      name: plan.name,
      side: plan.side,
      width: plan.master.width,
      height: plan.master.height,
      body,
      ...(notes ? { notes } : {}),
      margins: marginFrames({ setter, inline, lang }, plan.master, facts),
    };
  });
  diagnostics.push(...danglingLinks(root, anchors));

  const starts = startsById(composed);
  return ok(
    {
      pages,
      structure: structureOf(root, textByLeaf(pages)),
      outline: outlineOf(root, (box) => starts.get(box)),
      links: linksOf(root),
      lang,
      title,
      ...(subject === undefined ? {} : { subject }),
    },
    diagnostics,
  );
}
