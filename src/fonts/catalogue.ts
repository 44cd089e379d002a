import { parse } from 'yaml';
import { z } from 'zod';
import { failed, type Outcome, ok } from '../diagnostics.ts';
import type { Source } from '../source.ts';
import type { FaceFacts } from './face.ts';

const faceSchema = z.strictObject({
  face: z.string(),
  weight: z.number().int().min(1).max(1000),
  style: z.enum(['normal', 'italic']),
  package: z.string(),
  file: z.string(),
  prepared: z.string().optional(),
});

const catalogueSchema = z.strictObject({
  families: z.array(
    z.strictObject({
      name: z.string(),
      role: z.string(),
      script: z.enum(['cjk', 'latin']),
      languages: z.array(z.string()),
      word: z.string(),
      faces: z.array(faceSchema).min(1),
    }),
  ),
});

/** A face of the catalogue and where its file is. */
export interface CatalogueFace {
  readonly facts: FaceFacts;
  /** npm package and the file's path in it. */
  readonly package: string;
  readonly file: string;
  /** Name in `dist/fonts` of the TrueType file made of a WOFF2 file at compile. */
  readonly prepared?: string;
}

/** Reads `fonts/catalogue.yaml`. Error: `fonts/bad-catalogue`, naming the key. */
export function readCatalogue(source: Source): Outcome<readonly CatalogueFace[]> {
  const parsed = catalogueSchema.safeParse(parse(source.text));
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    return failed({
      code: 'fonts/bad-catalogue',
      severity: 'error',
      message: `${source.id}: ${issue.path.join('.')}: ${issue.message}`,
      hints: [{ text: 'This file comes with Chancery; install it again if you have not changed it.' }],
    });
  }
  return ok(
    parsed.data.families.flatMap((family) =>
      family.faces.map((face) => ({
        facts: {
          id: face.face,
          family: family.name,
          weight: face.weight,
          style: face.style,
          script: family.script,
          wordName: family.word,
        },
        package: face.package,
        file: face.file,
        ...(face.prepared === undefined ? {} : { prepared: face.prepared }),
      })),
    ),
  );
}
