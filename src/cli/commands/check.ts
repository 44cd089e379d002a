import { ok } from '../../diagnostics.ts';
import type { Request } from '../options.ts';
import { run } from '../run.ts';
import type { ExitCode, Surroundings } from '../surroundings.ts';

/** Takes each document through all stages, so that it says exactly what `build` would; writes nothing. */
export const check = (request: Request, surroundings: Surroundings): Promise<ExitCode> =>
  run(request, surroundings, () => ok(() => ok([])));
