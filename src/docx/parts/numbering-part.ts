import type { LevelPlan, NumberingPlan } from '../types.ts';
import { el, val, type XmlElement, xmlPart } from '../xml.ts';
import { W } from './namespaces.ts';
import { indent, runProperties } from './properties.ts';

/** `word/numbering.xml`. All `w:abstractNum` stand before all `w:num` (CT_Numbering). */
export function numberingPart({ abstracts, instances }: NumberingPlan): string {
  return xmlPart(
    el(
      'w:numbering',
      W,
      ...abstracts.map(({ id, levels }) =>
        el(
          'w:abstractNum',
          { 'w:abstractNumId': id },
          // Word tells lists apart by this number when text is copied between documents; any but 0 will do.
          val('w:nsid', hex(0x43480000 + id)),
          val('w:multiLevelType', 'multilevel'),
          val('w:tmpl', hex(0x43490000 + id)),
          ...levels.map(level),
        ),
      ),
      ...instances.map(({ id, abstract, overrides }) =>
        el(
          'w:num',
          { 'w:numId': id },
          val('w:abstractNumId', abstract),
          ...overrides.map((override) =>
            el(
              'w:lvlOverride',
              { 'w:ilvl': override.level },
              override.start === undefined ? undefined : val('w:startOverride', override.start),
              override.definition && level(override.definition),
            ),
          ),
        ),
      ),
    ),
  );
}

const hex = (value: number): string => value.toString(16).toUpperCase().padStart(8, '0');

/** Children in the order of CT_Lvl (17.9.6). */
function level(plan: LevelPlan): XmlElement {
  const run = runProperties(plan.run);
  return el(
    'w:lvl',
    { 'w:ilvl': plan.level },
    val('w:start', plan.start),
    val('w:numFmt', plan.format),
    plan.style === undefined ? undefined : val('w:pStyle', plan.style),
    val('w:suff', plan.tab === undefined ? 'nothing' : 'tab'),
    val('w:lvlText', plan.text),
    val('w:lvlJc', 'left'),
    el(
      'w:pPr',
      {},
      plan.tab === undefined
        ? undefined
        : el('w:tabs', {}, el('w:tab', { 'w:val': 'num', 'w:pos': plan.tab })),
      indent(plan),
    ),
    run.length > 0 ? el('w:rPr', {}, ...run) : undefined,
  );
}
