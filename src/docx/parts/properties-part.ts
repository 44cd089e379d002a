import type { DocxPlan } from '../types.ts';
import { el, xmlPart } from '../xml.ts';

/**
 * `docProps/core.xml`. No dates and no author: the data do not say them, and the time of writing would make each
 * output differ.
 */
export function corePropertiesPart({ properties, languages }: DocxPlan): string {
  return xmlPart(
    el(
      'cp:coreProperties',
      {
        'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      },
      el('dc:title', {}, properties.title),
      properties.subject === undefined ? undefined : el('dc:subject', {}, properties.subject),
      el('dc:language', {}, languages.main),
    ),
  );
}
