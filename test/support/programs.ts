import { spawnSync } from 'node:child_process';

/** Whether a program of this name is on the PATH. Tests that need one are skipped, by name, where it is missing. */
export function hasProgram(program: string): boolean {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;
}

/** What a program prints, and its exit code. */
export function runProgram(
  program: string,
  args: readonly string[],
): { code: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(program, args, {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return { code: status, output: status === 0 ? stdout : stdout + stderr };
}
