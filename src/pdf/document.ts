import { createHash } from 'node:crypto';
import PDFKit from 'pdfkit';

/**
 * The object types of ISO 32000-1, 7.3 as pdfkit takes them. A JavaScript string is a name, a `TextString` a text
 * string; dictionary entries of value `undefined` are left out.
 */
export type PdfValue = null | boolean | number | string | TextString | PdfRef | readonly PdfValue[] | PdfDict;

export interface PdfDict {
  readonly [key: string]: PdfValue | undefined;
}

/** pdfkit tells text from names by the wrapper object; it writes ASCII as it is and all else as UTF-16. */
export class TextString extends String {}

export const text = (value: string): TextString => new TextString(value);

/** An indirect object of pdfkit's: written to the file when it is ended, and never before. */
export interface PdfRef {
  readonly data: { [key: string]: PdfValue | undefined };
  write(bytes: Uint8Array): void;
  end(): void;
}

/** A page of pdfkit's. Its coordinates begin at the top left and go down, as layout's do. */
export interface PdfPage {
  readonly dictionary: PdfRef;
  /** The fonts in its resources by name. */
  readonly fonts: { [resource: string]: PdfRef };
  write(bytes: Uint8Array): void;
}

/** What is used of pdfkit's document. */
export interface PdfDocument {
  readonly page: PdfPage;
  addPage(options: { size: readonly [width: number, height: number]; margin: number }): void;
  appendXML(packet: string): void;
  getStructTreeRoot(): PdfRef;
  ref(value: PdfValue): PdfRef;
}

/**
 * What only this file uses. Names with an underscore are no public API: pdfkit is pinned to one version, and
 * test/pdf/document.test.ts sees each of them.
 */
interface Internals extends PdfDocument {
  /** The catalog. */
  readonly _root: { readonly data: PdfRef['data'] & { readonly Names: PdfRef } };
  readonly info: { CreationDate?: Date; Creator?: string };
  readonly _waiting: number;
  _id: Uint8Array;
  _addInfo(): void;
  end(): void;
  read(): Uint8Array | null;
}

/**
 * Opens a tagged PDF 1.7 file written by pdfkit. Not compressed, its objects can be read as text: for tests.
 * pdfkit stamps files with the time and with itself; what it would do so is taken out here, and nowhere else.
 */
export function openDocument(options: {
  readonly compressed: boolean;
  readonly lang: string;
  readonly info: Readonly<Record<string, string>>;
}): PdfDocument {
  const document = new PDFKit({
    pdfVersion: '1.7',
    compress: options.compressed,
    autoFirstPage: false,
    bufferPages: true, // annotations are added to a page after the next has begun
    tagged: true,
    displayTitle: true,
    lang: options.lang,
    info: options.info,
    ...NO_FONT,
  }) as unknown as Internals;
  // Two runs would differ, and a date of issue is the document's own text.
  delete document.info.CreationDate;
  delete document.info.Creator;
  // Repeats `info` in the metadata without escaping it, date and all; metadata.ts says the same.
  document._addInfo = () => {};
  return document;
}

/** Keeps pdfkit from loading Helvetica, which PDF/A forbids to use without embedding it. The types do not know null. */
const NO_FONT = { font: null } as unknown as { font?: string };

/** Writes an object to the file. */
export function add(document: PdfDocument, value: PdfValue): PdfRef {
  const ref = document.ref(value);
  ref.end();
  return ref;
}

/** Writes an object whose number was taken before. */
export function set(ref: PdfRef, value: PdfDict): void {
  Object.assign(ref.data, value);
  ref.end();
}

/** Writes a stream, which pdfkit compresses if the file is. */
export function addStream(document: PdfDocument, dict: PdfDict, data: Uint8Array): PdfRef {
  const ref = document.ref(dict);
  ref.write(data);
  ref.end();
  return ref;
}

/**
 * The finished file. pdfkit writes the trailer as soon as its last object is ended; `last` is held back until then, so
 * that the file's identifier (clause 14.4) can be a digest of all that was written before. pdfkit makes it of the time.
 */
export function finish(
  document: PdfDocument,
  { catalog, destinations, last }: { catalog: PdfDict; destinations: PdfRef | undefined; last: PdfRef },
): Uint8Array {
  const file = document as Internals;
  Object.assign(file._root.data, catalog);
  file._root.data.Names.data.Dests = destinations;
  file.end();
  const body = file.read()!;
  file._id = createHash('sha256').update(body).digest().subarray(0, 16);
  last.end();
  // pdfkit would wait for ever.
  if (file._waiting > 0) throw new Error(`${file._waiting} objects of the PDF file were never ended`);
  const trailer = file.read()!;
  const bytes = new Uint8Array(body.length + trailer.length);
  bytes.set(body);
  bytes.set(trailer, body.length);
  return bytes;
}
