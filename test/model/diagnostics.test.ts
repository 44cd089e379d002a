import { describe, expect, it } from 'vitest';
import { file, read, show } from './world.ts';

/** Faulty files by what is wrong with them. The golden file has the diagnostics of each. */
const SYNTAX: Readonly<Record<string, string>> = {
  'an empty file': '',
  'nothing but a comment': '# later\n',
  'a tab for indentation': 'publication:\n\torgan: ecosoc\n',
  'a key twice': 'schema: a\nschema: b\n',
  'a second document': 'schema: a\n---\nschema: b\n',
  'a text that begins with emphasis': 'preamble:\n  - **回顾** 甲\n',
  'a text that begins with a bracket': 'preamble:\n  - [各国 应\n  - 乙\n',
  'a text that begins with @': 'title: @甲\n',
  'a colon inside a text': 'title: 甲: 乙\n',
  'an item out of line': 'list:\n   - 甲\n  - 乙\n',
  'a line that belongs nowhere': 'title: 甲\n乙\n',
  'two lines read as one key': '甲\nkey: 乙\n',
  'a quote that is not closed': 'a: 1\ntitle: "甲\nb: 2\n',
  'a bad escape': 'title: "甲\\q"\n',
  'a tag': 'title: !!str 甲\n',
  'a tag on a map': 'body: !!map {}\n',
  'an alias without anchor': 'first: &long 甲\nsecond: *lung\n',
  'an alias inside its anchor': 'a: &a [甲, *a]\n',
  'a directive': '%YAML 9.9\n---\na: 甲\n',
  'a key that is a list': '? [甲]\n: 乙\n',
  'a key without a name': ': 乙\n',
  'the key __proto__': '__proto__: { polluted: true }\n',
  'a control character': 'title: "甲\\u0007乙"\n',
  'a tab inside a text': 'title: 甲\t乙\n',
  'half a surrogate pair': 'title: "甲\\ud83d乙"\n',
  'a byte-order mark inside': 'title: 甲\uFEFF乙\n',
  'a replacement character': 'title: 甲\uFFFD乙\n',
  'half a JSON file': '{\n  "schema": "chancery/resolution@1",\n  "body": {\n    "operative": ["甲",\n',
  'JSON cut inside a text': '{\n  "schema": "chancery/resol',
  'JSON with a wrong bracket': '{\n  "body": ["甲"}\n}\n',
  'JSON without a comma': '{\n  "a": "甲"\n  "b": "乙"\n}\n',
  'brackets to no end': '['.repeat(3000),
};

const SCHEMA: Readonly<Record<string, string>> = {
  'a list at the top': '- 甲\n',
  'a text at the top': '甲\n',
  'no schema': 'publication: {}\n',
  'a misspelt schema key': 'shema: chancery/resolution@1\n',
  'an unknown schema': 'schema: chancery/resolutoin@1\n',
  'a schema of another house': 'schema: docbook\n',
  'no value for schema': 'schema:\nbody: {}\n',
  'a pack': 'schema: chancery/pack@1\nanything: 甲\n',
  'nothing but the schema': 'schema: chancery/resolution@1\n',
  'an unknown key': file('operative: [甲, 乙]').replace('organ:', 'langauge: en\n  organ:'),
  'a misspelt required key': file('operative: [甲, 乙]').replace('number:', 'nubmer:'),
  'an unknown key without a likely meaning': file('operative: [甲, 乙]\nzzz: 1'),
  'an unknown organ': file('operative: [甲, 乙]').replace('general-assembly', 'general-asembly'),
  'an unknown language': file('operative: [甲, 乙]').replace('language: zh', 'language: klingon'),
  'no language': file('operative: [甲, 乙]').replace('  language: zh\n', ''),
  'a text where a list belongs': file('operative: 甲'),
  'a map where a text belongs': file('operative: [甲, 乙]').replace('75/1', '{ session: 75 }'),
  'a text cut into a map by a colon': file('preamble:\n- 甲: 乙'),
  'a misspelt key in a clause': file('operative:\n- { txt: 甲, id: a }\n- 乙'),
  'a misspelt key in an item of an item': file(
    'operative:\n- text: 甲\n  items:\n  - text: 乙\n    itmes: [丙]',
  ),
  'a misspelt key in a heading': file('operative:\n- { heading: 甲, levle: 2 }\n- 乙\n- 丙'),
  'an empty list': file('operative: [甲, 乙]\nannexes: []'),
  'a key without a value': file('operative: [甲, 乙]').replace('75/1', '75/1\n  title:'),
  'an empty item': file('operative:\n- 甲\n-\n- 乙'),
  'an empty text': file('operative: [甲, "  "]'),
  'no such date': file('operative: [甲, 乙]').replace('75/1', '75/1\n  adoption: { date: 2019-02-29 }'),
  'a date in words': file('operative: [甲, 乙]').replace(
    '75/1',
    '75/1\n  adoption: { date: 21 December 2020 }',
  ),
  'a number out of range': file('operative: [甲, 乙]').replace(
    '75/1',
    '75/1\n  source: { committee: 7, reports: [{ symbol: A/1 }] }',
  ),
  'a number in words': file('operative: [甲, 乙]').replace('75/1', '75/1\n  adoption: { meeting: 第48次 }'),
  'neither true nor false': file('operative:\n- { text: 甲, numbered: nein }\n- 乙'),
  'an unknown numbering': file('numbering: nonne\noperative: [甲, 乙]'),
  'an unknown source': file('operative: [甲, 乙]').replace('75/1', '75/1\n  source: wihtout-reference'),
  'a bad id': file('operative:\n- { text: 甲, id: "op 1" }\n- 乙'),
  'an organ without a name': file('operative: [甲, 乙]').replace('general-assembly', 'other'),
  'no text at all': file('organLine: true'),
};

const MEANING: Readonly<Record<string, string>> = {
  'a note that does not exist': file('operative: ["甲[^plann]", "乙[^other]"]', 'notes: { plan: 丙 }'),
  'a note that nobody calls': file('operative: [甲, 乙]', 'notes:\n  plan: 丙'),
  'a note called twice': file('operative: ["甲[^a]", "乙[^a]"]', 'notes: { a: 丙 }'),
  'a note called twice where that is refused': file(
    'operative: ["甲[^a]", "乙[^a]"]',
    'notes: { a: 丙 }\nrules: { notes: { repeat: refuse } }',
  ),
  'a note inside itself': file('operative: ["甲[^a]", 乙]', 'notes: { a: "丙[^b]", b: "丁[^a]" }'),
  'a mark before the stop': file('operative: ["甲[^a]，乙", "丙[^b]。"]', 'notes: { a: 丁, b: 戊 }'),
  'a mark after the stop in French': file(
    'operative: ["Note,[^a] et", "b[^b]."]',
    'notes: { a: c, b: d }',
  ).replace('zh', 'fr'),
  'an id given twice': file('operative:\n- { text: 甲, id: a }\n- { text: 乙, id: a }'),
  'a reference to nothing': file('operative: ["见:ref[op7]", "见[此](#targt)", { text: 丙, id: target }]'),
  'a symbol without address': file('operative: ["见:cite[1/CP.21]", 乙]'),
  'a misspelt mark': file('operative: [":laed[决定]甲", ":foo[乙]"]'),
  'a mark without text': file('operative: [":lead 甲", ":cite[] 乙"]'),
  'a link to a program': file('operative: ["见[此](javascript:alert(1))", 乙]'),
  'too many marks': file(`preamble: ["${'*甲'.repeat(3000)}"]`),
  'a blank between Han': file('operative: ["生活 和生计", 乙]'),
  'no such date in a text': file(
    'operative: ["2019 年 2 月 29 日和9月31日", "一九六六年十三月一日和2月29日"]',
  ),
  'no such date in English': file('operative: ["31 June 2020, 30 June 2020", 29 February]').replace(
    'zh',
    'en',
  ),
  'a label that differs': file('operative:\n- 甲\n- { label: "7.", text: 乙 }\n- 丙'),
  'two paragraphs in a title': file('operative: [甲, 乙]').replace(
    '75/1',
    '75/1\n  title: |\n    甲\n\n    乙',
  ),
  'a number without a symbol': file('operative: [甲, 乙]').replace('75/1', '草案一'),
};

const rendered = (files: Readonly<Record<string, string>>): string =>
  Object.entries(files)
    .map(
      ([name, text]) =>
        `== ${name}\n${read(text)
          .diagnostics.map((one) => show(text, one))
          .join('\n')}\n`,
    )
    .join('\n');

describe('diagnostics', () => {
  it.each([
    ['syntax', SYNTAX],
    ['schema', SCHEMA],
    ['meaning', MEANING],
  ])('say what, where and what to do: %s', async (name, files) => {
    await expect(rendered(files)).toMatchFileSnapshot(`../golden/model-diagnostics-${name}.txt`);
  });

  it('are errors exactly where there is no document', () => {
    for (const [name, text] of Object.entries({ ...SYNTAX, ...SCHEMA, ...MEANING })) {
      const { value, diagnostics } = read(text);
      expect(diagnostics.length, name).toBeGreaterThan(0);
      expect(value === undefined, name).toBe(diagnostics.some(({ severity }) => severity === 'error'));
    }
  });
});
