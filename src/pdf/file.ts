import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { deflate } from 'node:zlib';
import { hex, name, PdfBytes, type PdfDict, PdfRef, type PdfValue, write } from './objects.ts';

const deflated = promisify(deflate);

/** Objects without streams per object stream; pdf.js and Acrobat read a whole one to get at any object in it. */
const OBJECTS_PER_STREAM = 100;

/**
 * A PDF file under construction (ISO 32000-1, 7.5): numbers objects, compresses streams, writes the cross-reference.
 * Not compressed, it is a file of the old form in which every object can be read as text: for tests.
 *
 * Equal objects give equal bytes: nothing is dated, and the file's identifier is a digest of its content.
 */
export class PdfFile {
  readonly #compressed: boolean;
  readonly #values = new Map<number, PdfValue>();
  readonly #streams = new Map<number, Promise<{ readonly dict: PdfDict; readonly data: Uint8Array }>>();
  #last = 0;

  constructor(options: { readonly compressed: boolean }) {
    this.#compressed = options.compressed;
  }

  /** Takes a number for an object that is set later. */
  reserve(): PdfRef {
    this.#last += 1;
    return new PdfRef(this.#last);
  }

  set(ref: PdfRef, value: PdfValue): void {
    this.#values.set(ref.number, value);
  }

  add(value: PdfValue): PdfRef {
    const ref = this.reserve();
    this.set(ref, value);
    return ref;
  }

  /** Compression begins at once, beside whatever the caller does next; `plain` streams stay readable for other tools. */
  addStream(dict: PdfDict, data: Uint8Array, options: { readonly plain?: boolean } = {}): PdfRef {
    const ref = this.reserve();
    this.#streams.set(ref.number, this.#encode(dict, data, options.plain === true));
    return ref;
  }

  async #encode(
    dict: PdfDict,
    data: Uint8Array,
    plain: boolean,
  ): Promise<{ readonly dict: PdfDict; readonly data: Uint8Array }> {
    if (plain || !this.#compressed) return { dict: { ...dict, Length: data.length }, data };
    const packed = await deflated(data);
    return { dict: { ...dict, Filter: name('FlateDecode'), Length: packed.length }, data: packed };
  }

  /** The finished file. `root` is the catalog, `info` the document information dictionary. */
  async finish(root: PdfRef, info: PdfRef): Promise<Uint8Array> {
    return this.#compressed ? this.#finishCompressed(root, info) : this.#finishPlain(root, info);
  }

  async #finishPlain(root: PdfRef, info: PdfRef): Promise<Uint8Array> {
    const body = new Body();
    const offsets = new Map<number, number>();
    for (let object = 1; object <= this.#last; object++) {
      offsets.set(object, body.length);
      const stream = await this.#streams.get(object);
      if (stream) body.stream(object, stream.dict, stream.data);
      else body.object(object, write(this.#valueOf(object)));
    }
    const start = body.length;
    body.text(`xref\n0 ${this.#last + 1}\n0000000000 65535 f \n`);
    for (let object = 1; object <= this.#last; object++)
      body.text(`${String(offsets.get(object)).padStart(10, '0')} 00000 n \n`);
    const trailer = write({ Size: this.#last + 1, Root: root, Info: info, ID: body.identifier() });
    body.text(`trailer\n${trailer}\nstartxref\n${start}\n%%EOF\n`);
    return body.bytes();
  }

  /** Clauses 7.5.7 and 7.5.8: objects without streams packed into object streams, a cross-reference stream after them. */
  async #finishCompressed(root: PdfRef, info: PdfRef): Promise<Uint8Array> {
    const body = new Body();
    const places = new Map<number, readonly [type: number, second: number, third: number]>();
    const packs = this.#packs().map(({ objects, dict, data }) => {
      const ref = this.reserve();
      for (const [index, object] of objects.entries()) places.set(object, [2, ref.number, index]);
      return { ref, encoded: this.#encode(dict, data, false) };
    });
    for (const { ref, encoded } of packs) this.#streams.set(ref.number, encoded);
    for (const [object, pending] of [...this.#streams].sort(([a], [b]) => a - b)) {
      const { dict, data } = await pending;
      places.set(object, [1, body.length, 0]);
      body.stream(object, dict, data);
    }
    const crossReference = this.reserve();
    const start = body.length;
    places.set(crossReference.number, [1, start, 0]);
    const identifier = body.identifier();
    const { dict, data } = await this.#encode(
      { Type: name('XRef'), Size: this.#last + 1, W: [1, 4, 2], Root: root, Info: info, ID: identifier },
      this.#crossReference(places),
      false,
    );
    body.stream(crossReference.number, dict, data);
    body.text(`startxref\n${start}\n%%EOF\n`);
    return body.bytes();
  }

  #packs(): readonly { objects: readonly number[]; dict: PdfDict; data: Uint8Array }[] {
    const objects = [...this.#values.keys()].sort((a, b) => a - b);
    const packs = [];
    for (let first = 0; first < objects.length; first += OBJECTS_PER_STREAM) {
      const packed = objects.slice(first, first + OBJECTS_PER_STREAM);
      let index = '';
      let content = '';
      for (const object of packed) {
        index += `${object} ${content.length} `;
        content += `${write(this.#valueOf(object))}\n`;
      }
      const dict = { Type: name('ObjStm'), N: packed.length, First: index.length };
      packs.push({ objects: packed, dict, data: latin1(index + content) });
    }
    return packs;
  }

  #crossReference(
    places: ReadonlyMap<number, readonly [type: number, second: number, third: number]>,
  ): Uint8Array {
    const rows = new DataView(new ArrayBuffer(7 * (this.#last + 1)));
    rows.setUint16(5, 0xffff);
    for (let object = 1; object <= this.#last; object++) {
      const [type, second, third] = places.get(object) ?? unset(object);
      rows.setUint8(7 * object, type);
      rows.setUint32(7 * object + 1, second);
      rows.setUint16(7 * object + 5, third);
    }
    return new Uint8Array(rows.buffer);
  }

  #valueOf(object: number): PdfValue {
    return this.#values.get(object) ?? unset(object);
  }
}

function unset(object: number): never {
  throw new Error(`object ${object} was reserved but never set`);
}

/** The file's bytes as they grow. */
class Body {
  readonly #pieces: Uint8Array[] = [];
  #length = 0;

  constructor() {
    // Four bytes above 127 tell transfer programs that the file is binary (clause 7.5.2).
    this.text('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n');
  }

  get length(): number {
    return this.#length;
  }

  text(text: string): void {
    this.#push(latin1(text));
  }

  object(object: number, text: string): void {
    this.text(`${object} 0 obj\n${text}\nendobj\n`);
  }

  stream(object: number, dict: PdfDict, data: Uint8Array): void {
    this.text(`${object} 0 obj\n${write(dict)}\nstream\n`);
    this.#push(data);
    this.text('\nendstream\nendobj\n');
  }

  /** Clause 14.4: two halves, equal in a file that was never changed. */
  identifier(): readonly PdfValue[] {
    const digest = createHash('sha256');
    for (const piece of this.#pieces) digest.update(piece);
    const half = Array.from(digest.digest().subarray(0, 16), (byte) => hex(byte, 2)).join('');
    return [new PdfBytes(half), new PdfBytes(half)];
  }

  bytes(): Uint8Array {
    const file = new Uint8Array(this.#length);
    let at = 0;
    for (const piece of this.#pieces) {
      file.set(piece, at);
      at += piece.length;
    }
    return file;
  }

  #push(piece: Uint8Array): void {
    this.#pieces.push(piece);
    this.#length += piece.length;
  }
}

/** Text whose every character is one byte. */
export const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1');
