import { apology } from './apology.ts';
import { main } from './main.ts';
import type { ExitCode, Surroundings } from './surroundings.ts';

/** Runs the command line in this process: the one place that knows `process`. Resolves to the exit code. */
export async function start(root: string): Promise<ExitCode> {
  const words = process.argv.slice(2);
  const verbose = words.includes('--verbose') || words.includes('-v');
  const sorry = (error: unknown): ExitCode => {
    process.stderr.write(apology(undefined, { stage: 'internal', error }, verbose));
    process.exitCode = 3;
    return 3;
  };
  // A reader that goes away (`chancery … | head`) is no fault.
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit();
      throw error;
    });
  process.on('uncaughtException', (error) => process.exit(sorry(error)));
  let finished = false;
  // A promise that nobody settles ends Node silently and with success; that must not look like success.
  process.on('exit', () => {
    if (!finished) sorry(new Error('the work stopped before it was done'));
  });
  const code = await main(words, surroundings(root)).catch(sorry);
  finished = true;
  process.exitCode = code;
  return code;
}

function surroundings(root: string): Surroundings {
  const { env, stdout, stderr } = process;
  // https://no-color.org: any value but the empty one.
  const refused = (env.NO_COLOR ?? '') !== '' || env.TERM === 'dumb';
  const forced = (env.FORCE_COLOR ?? '') !== '' && env.FORCE_COLOR !== '0';
  return {
    root,
    out: (text) => stdout.write(text),
    err: (text) => stderr.write(text),
    colored: !refused && (forced || stderr.isTTY === true),
    interactive: stderr.isTTY === true && env.TERM !== 'dumb',
    clock: () => performance.now(),
  };
}
