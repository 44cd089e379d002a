import type { DocxPlan } from '../types.ts';
import { el, val, xmlPart } from '../xml.ts';
import { W } from './namespaces.ts';

/** English names of Chinese system fonts: where the interface language is not Chinese, some systems know only these. */
const OTHER_NAME: Readonly<Record<string, string>> = {
  宋体: 'SimSun',
  楷体: 'KaiTi',
  黑体: 'SimHei',
  仿宋: 'FangSong',
};

/** Windows character set of simplified Chinese (ECMA-376 17.8.3.2, `w:charset`), by which a stand-in is found. */
const GB2312 = '86';

/** `word/fontTable.xml`: the fonts the styles name, with what a reader needs to replace a missing one. */
export function fontsPart({ defaults, styles }: DocxPlan): string {
  const runs = [defaults.run, ...styles.flatMap((style) => (style.kind === 'table' ? [] : [style.run]))];
  const latin = new Set(runs.flatMap((run) => run.latin ?? []));
  const eastAsian = new Set(runs.flatMap((run) => run.eastAsian ?? []));
  return xmlPart(
    el(
      'w:fonts',
      W,
      ...[...new Set([...latin, ...eastAsian])].map((name) => {
        const other = OTHER_NAME[name];
        return el(
          'w:font',
          { 'w:name': name },
          other === undefined ? undefined : val('w:altName', other),
          eastAsian.has(name) && !latin.has(name) ? val('w:charset', GB2312) : undefined,
        );
      }),
    ),
  );
}
