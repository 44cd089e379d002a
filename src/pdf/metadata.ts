import type { LaidOut } from '../layout/types.ts';
import type { Standard } from './conformance.ts';

const PRODUCER = 'Chancery';

/**
 * The document information dictionary; the metadata stream says the same (PDF/A-2, 6.6.3). No date stands in either:
 * a date of writing would make two runs differ, and a date of issue is the document's own text.
 */
export const infoOf = ({ title, subject }: LaidOut): Readonly<Record<string, string>> => ({
  Title: title,
  ...(subject === undefined ? {} : { Subject: subject }),
  Producer: PRODUCER,
});

/**
 * What stands in the XMP packet (ISO 16684-1) that pdfkit wraps around it and never compresses. Also says which
 * standards the file claims to meet.
 */
export function metadataOf({ title, subject, lang }: LaidOut, claims: readonly Standard[]): string {
  const inEveryLanguage = (text: string): string =>
    `<rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(text)}</rdf:li></rdf:Alt>`;
  return `<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:format>application/pdf</dc:format>
<dc:title>${inEveryLanguage(title)}</dc:title>
${subject === undefined ? '' : `<dc:description>${inEveryLanguage(subject)}</dc:description>\n`}<dc:language><rdf:Bag><rdf:li>${escapeXml(lang)}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>${PRODUCER}</pdf:Producer>
</rdf:Description>
${claims.map((claim) => CLAIMS[claim]).join('\n')}`;
}

const CLAIMS: Readonly<Record<Standard, string>> = {
  'PDF/A-2a': `<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
</rdf:Description>`,
  // PDF/A knows no pdfuaid; it accepts a property it does not know once its schema is described (PDF/A-2, 6.6.2.3).
  'PDF/UA-1': `<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>`,
};

/** Text for XML 1.0: markup escaped; characters XML cannot hold become U+FFFD. */
const escapeXml = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
    .replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
