/** One element to be written. Attributes with no value are left out; so are children that are `undefined`. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | number | undefined>>;
  readonly children: readonly (XmlElement | string | undefined)[];
}

/** Builds an element: `el('w:ind', { 'w:left': 420 })`. */
export const el = (
  name: string,
  attributes: XmlElement['attributes'] = {},
  ...children: XmlElement['children']
): XmlElement => ({ name, attributes, children });

/** An element with `w:val` alone, the commonest form of a property. */
export const val = (name: string, value: string | number): XmlElement => el(name, { 'w:val': value });

/** A toggle property: present = on, `w:val="0"` = off (ECMA-376 17.17.4). */
export const toggle = (name: string, on: boolean): XmlElement => el(name, on ? {} : { 'w:val': 0 });

/** A whole part with its declaration. */
export const xmlPart = (root: XmlElement): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${serialize(root)}`;

function serialize({ name, attributes, children }: XmlElement): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`)
    .join('');
  const inner = children
    .filter((child) => child !== undefined)
    .map((child) => (typeof child === 'string' ? escapeXml(child) : serialize(child)))
    .join('');
  return inner === '' ? `<${name}${written}/>` : `<${name}${written}>${inner}</${name}>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escapeXml = (text: string): string =>
  visibleXml(text).replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);

/** C0 controls but tab and line ends, surrogates without a partner, and the two non-characters (XML 1.0, 2.2 Char). */
const ILLEGAL =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/**
 * Text with what XML cannot hold made visible: control characters as their pictures (U+2400 …), all else as U+FFFD.
 * Dropping them would change the text without a trace; keeping them makes a file Word calls damaged.
 */
export const visibleXml = (text: string): string =>
  text.replace(ILLEGAL, (character) => {
    const code = character.charCodeAt(0);
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\uFFFD';
  });
