import { FORBIDDEN } from '../languages.ts';
import type { DocxPlan } from '../types.ts';
import { el, val, xmlPart } from '../xml.ts';
import { W } from './namespaces.ts';

/**
 * `word/settings.xml`, in the order of CT_Settings (ECMA-376 17.15.1.78). There is no `w:updateFields`: it makes Word
 * ask the reader a question on opening, and the fields here have results or are worked out with the pages.
 */
export function settingsPart({ settings, languages }: DocxPlan): string {
  const forbidden = FORBIDDEN[languages.eastAsian];
  const compatSetting = (name: string, value: number) =>
    el('w:compatSetting', {
      'w:name': name,
      'w:uri': 'http://schemas.microsoft.com/office/word',
      'w:val': value,
    });
  return xmlPart(
    el(
      'w:settings',
      W,
      el('w:zoom', { 'w:percent': 100 }),
      settings.mirrorMargins ? el('w:mirrorMargins') : undefined,
      val('w:defaultTabStop', settings.defaultTab),
      settings.evenAndOddHeads ? el('w:evenAndOddHeaders') : undefined,
      // A closing and an opening mark side by side take one and a half ems, as in the PDF.
      val('w:characterSpacingControl', 'compressPunctuation'),
      forbidden && el('w:noLineBreaksAfter', { 'w:lang': languages.eastAsian, 'w:val': forbidden.end }),
      forbidden && el('w:noLineBreaksBefore', { 'w:lang': languages.eastAsian, 'w:val': forbidden.start }),
      el('w:footnotePr', {}, el('w:footnote', { 'w:id': -1 }), el('w:footnote', { 'w:id': 0 })),
      el(
        'w:compat',
        {},
        // A line ended by a line break is not stretched to the edge.
        el('w:doNotExpandShiftReturn'),
        el('w:useFELayout'),
        compatSetting('compatibilityMode', 15),
        compatSetting('overrideTableStyleFontSizeAndJustification', 1),
        compatSetting('enableOpenTypeFeatures', 1),
        compatSetting('doNotFlipMirrorIndents', 1),
        compatSetting('differentiateMultirowTableHeaders', 1),
      ),
      el('w:themeFontLang', { 'w:val': languages.latin, 'w:eastAsia': languages.eastAsian }),
      val('w:decimalSymbol', '.'),
      val('w:listSeparator', ','),
    ),
  );
}
