import { type Outcome, ok } from '../../diagnostics.ts';
import { openOutputFolder, outputPath, writeOutputs } from '../../outputs.ts';
import type { Request } from '../options.ts';
import { type Deliver, OUT, run } from '../run.ts';
import type { ExitCode, Surroundings } from '../surroundings.ts';

/** Typesets each document and writes its files below `--out`, all or none. */
export const build = (request: Request, surroundings: Surroundings): Promise<ExitCode> =>
  run(request, surroundings, openDelivery);

function openDelivery({ out = OUT }: Request): Outcome<Deliver> {
  const fault = openOutputFolder(out);
  if (fault) return { diagnostics: [fault] };
  return ok((file, product) => {
    const files = product.files.map(({ format, bytes }) => ({
      format,
      path: outputPath(out, file, `.${format}`),
      bytes,
    }));
    const failure = writeOutputs(files);
    if (failure) return { diagnostics: [failure] };
    return ok(files.map(({ format, path, bytes }) => ({ format, path, bytes: bytes.length })));
  });
}
