import { all, type Element, first, type Package } from './package.ts';

const STORIES = /^word\/(?:document|footnotes|header\d+|footer\d+)\.xml$/;

/** Faults that a schema validator does not see; each is a sentence. */
export function lint(file: Package): readonly string[] {
  const stories = [...file.parts.keys()]
    .filter((path) => STORIES.test(path))
    .map((path) => [path, file.root(path)] as const);
  const styles = ids(file.root('word/styles.xml'), 'w:style', 'w:styleId');
  const nums = ids(file.root('word/numbering.xml'), 'w:num', 'w:numId');
  const abstracts = ids(file.root('word/numbering.xml'), 'w:abstractNum', 'w:abstractNumId');
  const notes = ids(file.root('word/footnotes.xml'), 'w:footnote', 'w:id');
  return [
    ...repeated(styles).map((id) => `style ${id} is defined twice`),
    ...repeated(nums).map((id) => `num ${id} is defined twice`),
    ...repeated(notes).map((id) => `note ${id} is defined twice`),
    ...['w:basedOn', 'w:next', 'w:link'].flatMap((name) =>
      missing(file.root('word/styles.xml'), name, styles).map(
        (id) => `a style refers to missing style ${id}`,
      ),
    ),
    ...missing(file.root('word/styles.xml'), 'w:numId', [...nums, '0']).map(
      (id) => `a style refers to missing num ${id}`,
    ),
    ...missing(file.root('word/numbering.xml'), 'w:pStyle', styles).map(
      (id) => `a level refers to missing style ${id}`,
    ),
    ...all(file.root('word/numbering.xml'), 'w:num').flatMap((num) =>
      missing(num, 'w:abstractNumId', abstracts).map((id) => `a num refers to missing abstractNum ${id}`),
    ),
    ...stories.flatMap(([path, story]) => [
      ...['w:pStyle', 'w:rStyle', 'w:tblStyle'].flatMap((name) =>
        missing(story, name, styles).map((id) => `${path}: missing style ${id}`),
      ),
      ...missing(story, 'w:numId', [...nums, '0']).map((id) => `${path}: missing num ${id}`),
      ...all(story, 'w:p')
        .filter((p) => !first(p, 'w:pStyle'))
        .map(() => `${path}: a paragraph without a style`),
      ...all(story, 'w:tc')
        .filter((cell) => !endsInParagraph(cell))
        .map(() => `${path}: a cell without a last paragraph`),
      ...unbalancedFields(story).map((fault) => `${path}: ${fault}`),
      ...unbalancedBookmarks(story).map((fault) => `${path}: ${fault}`),
    ]),
    ...brokenReferences(file),
    ...noteFaults(file, notes),
  ];
}

const ids = (root: Element, name: string, attribute: string): string[] =>
  all(root, name).map((element) => element.attributes[attribute] ?? '');

const repeated = (values: readonly string[]): string[] =>
  values.filter((value, at) => values.indexOf(value) !== at);

const missing = (root: Element, name: string, known: readonly string[]): string[] =>
  all(root, name)
    .map((element) => element.attributes['w:val'] ?? '')
    .filter((value) => !known.includes(value));

const endsInParagraph = (cell: Element): boolean => {
  const last = cell.children.at(-1);
  return typeof last === 'object' && last.name === 'w:p';
};

function unbalancedFields(story: Element): string[] {
  const open: string[] = [];
  const faults: string[] = [];
  for (const { attributes } of all(story, 'w:fldChar')) {
    const type = attributes['w:fldCharType'];
    if (type === 'begin') open.push('begin');
    else if (type === 'separate' && open.at(-1) === 'begin') open[open.length - 1] = 'separate';
    else if (type === 'end' && open.at(-1) === 'separate') open.pop();
    else faults.push(`field character ${type} out of place`);
  }
  return [...faults, ...open.map(() => 'a field is not closed')];
}

function unbalancedBookmarks(story: Element): string[] {
  const starts = ids(story, 'w:bookmarkStart', 'w:id');
  const ends = ids(story, 'w:bookmarkEnd', 'w:id');
  return [
    ...repeated(starts).map((id) => `bookmark ${id} twice`),
    ...starts.filter((id) => !ends.includes(id)).map((id) => `bookmark ${id} is not closed`),
    ...ends.filter((id) => !starts.includes(id)).map((id) => `bookmark ${id} is not opened`),
  ];
}

/** Bookmarks that links and REF fields name, and relationships that links name. */
function brokenReferences(file: Package): string[] {
  const document = file.root('word/document.xml');
  const bookmarks = ids(document, 'w:bookmarkStart', 'w:name');
  const cited = all(document, 'w:instrText')
    .map((code) => /(?:REF|PAGEREF) (\S+) /.exec(String(code.children[0]))?.[1])
    .filter((name) => name !== undefined);
  const anchors = all(document, 'w:hyperlink').flatMap(({ attributes }) => attributes['w:anchor'] ?? []);
  const relations = ['document', 'footnotes'].flatMap((part) => {
    const path = `word/_rels/${part}.xml.rels`;
    const known = file.parts.has(path) ? ids(file.root(path), 'Relationship', 'Id') : [];
    return all(file.root(`word/${part}.xml`), 'w:hyperlink')
      .flatMap(({ attributes }) => attributes['r:id'] ?? [])
      .filter((id) => !known.includes(id))
      .map((id) => `${part}: missing relationship ${id}`);
  });
  return [
    ...[...cited, ...anchors]
      .filter((name) => !bookmarks.includes(name))
      .map((name) => `missing bookmark ${name}`),
    ...relations,
  ];
}

function noteFaults(file: Package, notes: readonly string[]): string[] {
  const called = ids(file.root('word/document.xml'), 'w:footnoteReference', 'w:id');
  const separators = ['-1', '0'];
  const unmarked = all(file.root('word/footnotes.xml'), 'w:footnote')
    .filter(
      (note) =>
        !separators.includes(note.attributes['w:id'] ?? '') && all(note, 'w:footnoteRef').length !== 1,
    )
    .map((note) => `note ${note.attributes['w:id']} has not one mark`);
  return [
    ...called.filter((id) => !notes.includes(id)).map((id) => `a mark refers to missing note ${id}`),
    ...repeated(called).map((id) => `note ${id} is referred to twice`),
    ...notes
      .filter((id) => !separators.includes(id) && !called.includes(id))
      .map((id) => `note ${id} has no mark`),
    ...unmarked,
  ];
}
