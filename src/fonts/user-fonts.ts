import { type Diagnostic, type Outcome, ok } from '../diagnostics.ts';
import type { Inputs } from '../inputs.ts';
import { characterMap } from './cmap.ts';
import type { FaceFacts } from './face.ts';
import { readMetrics, readName } from './metrics.ts';
import { faceCount, openSfnt, type Sfnt } from './sfnt.ts';

/** A face of the user's own fonts folder. */
export interface UserFace {
  readonly facts: FaceFacts;
  readonly sfnt: Sfnt;
  /** Place in a font collection. */
  readonly index: number;
}

const FONT_FILE = /\.(ttf|otf|ttc|otc|woff2?)$/i;

/**
 * All faces of the TrueType and OpenType files in a folder. A font that cannot be used is left out with an error of
 * its own: `fonts/web-font`, `fonts/not-a-font`, `fonts/damaged`, `fonts/embedding-forbidden`.
 */
export function readUserFonts(inputs: Inputs, folder: string): Outcome<readonly UserFace[]> {
  const { value: names, diagnostics } = inputs.list(folder);
  if (!names) return { diagnostics };
  const faces: UserFace[] = [];
  const faults: Diagnostic[] = [];
  for (const name of names.filter((name) => FONT_FILE.test(name))) {
    const path = `${folder}/${name}`;
    const opened = inputs.open(path);
    faults.push(...opened.diagnostics);
    if (!opened.value) continue;
    for (let index = 0; index < faceCount(opened.value); index++) {
      const { value: sfnt, diagnostics } = openSfnt(path, opened.value, index);
      faults.push(...diagnostics);
      if (!sfnt) break;
      const read = readFacts(path, sfnt);
      if ('code' in read) faults.push(read);
      else faces.push({ facts: read, sfnt, index });
    }
  }
  return ok(faces, faults);
}

const HAN_ONE = 0x4e00;
const FAMILY = 1;
const TYPOGRAPHIC_FAMILY = 16;

function readFacts(path: string, sfnt: Sfnt): FaceFacts | Diagnostic {
  try {
    const metrics = readMetrics(sfnt);
    const refused = embeddingFault(path, metrics.embedding);
    if (refused) return refused;
    const family = readName(sfnt, TYPOGRAPHIC_FAMILY) || readName(sfnt, FAMILY);
    return {
      id: `user-${metrics.descriptor.postScriptName.toLowerCase()}`,
      family: family || metrics.descriptor.postScriptName,
      weight: metrics.weight,
      style: metrics.italic ? 'italic' : 'normal',
      script: characterMap(sfnt)(HAN_ONE) === 0 ? 'latin' : 'cjk',
      wordName: family,
    };
  } catch (fault) {
    // A table that ends early makes DataView throw; any font file may be damaged anywhere.
    return {
      code: 'fonts/damaged',
      severity: 'error',
      message: `${path} is a damaged font: ${fault instanceof Error ? fault.message : String(fault)}`,
      hints: [{ text: 'Get the font file again from where it came from.' }],
    };
  }
}

/** Permissions that the font's maker withholds (OpenType 1.9, OS/2 fsType); a later bit only adds to an earlier. */
const WITHHELD = [
  { bits: 0x000f, value: 0x0002, what: 'forbids embedding' },
  { bits: 0x0100, value: 0x0100, what: 'forbids embedding a part of it' },
  { bits: 0x0200, value: 0x0200, what: 'allows embedding of bitmaps only' },
] as const;

function embeddingFault(path: string, embedding: number): Diagnostic | undefined {
  const withheld = WITHHELD.find(({ bits, value }) => (embedding & bits) === value);
  if (!withheld) return undefined;
  return {
    code: 'fonts/embedding-forbidden',
    severity: 'error',
    message: `${path} ${withheld.what} (fsType 0x${embedding.toString(16).padStart(4, '0')})`,
    reason:
      'A PDF carries the characters it uses of each font; the licence of this font does not allow that.',
    hints: [{ text: 'Use another font, or a version of this one licensed for embedding in documents.' }],
  };
}
