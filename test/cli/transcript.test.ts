import { describe, expect, it } from 'vitest';
import { apology } from '../../src/cli/apology.ts';
import { type Diagnostic, failed, ok } from '../../src/diagnostics.ts';
import { openTranscript } from '../../src/transcript.ts';

const warning = (message: string): Diagnostic => ({
  code: 'text/x',
  severity: 'warning',
  message,
  hints: [],
});

describe('a transcript', () => {
  it('keeps what the stages say, in order, and their times', async () => {
    let now = 0;
    const log = openTranscript(() => now);
    const work = async () => {
      now += 5;
      return ok('value', [warning('one')]);
    };
    expect(await log.stage('model', work)).toBe('value');
    expect(await log.stage('css', () => failed(warning('two')))).toBeUndefined();
    expect(log.diagnostics.map(({ message }) => message)).toEqual(['one', 'two']);
    expect(log.times).toEqual([
      { stage: 'model', milliseconds: 5 },
      { stage: 'css', milliseconds: 0 },
    ]);
    expect(log.fault).toBeUndefined();
  });

  it('keeps the first fault with its stage', async () => {
    const log = openTranscript(() => 0);
    const fail = (message: string) => () => {
      throw new Error(message);
    };
    expect(await log.stage('layout', fail('first'))).toBeUndefined();
    expect(await log.stage('pdf', async () => fail('second')())).toBeUndefined();
    expect(log.fault).toMatchObject({ stage: 'layout', error: { message: 'first' } });
    expect(log.diagnostics).toEqual([]);
  });
});

describe('the apology for a fault', () => {
  const error = new TypeError('x is not a \u001b[31mfunction');
  error.stack = 'TypeError: x\n    at place (file.ts:1:2)';

  it('is short, names stage and file, and has no stack', async () => {
    const text = apology('data/a.yaml', { stage: 'layout', error }, false);
    await expect(text).toMatchFileSnapshot('../golden/cli/apology.txt');
    expect(text).not.toContain('file.ts');
  });

  it('has the stack when verbose', () => {
    expect(apology(undefined, { stage: 'internal', error }, true)).toContain('at place (file.ts:1:2)');
  });

  it('can be made for anything that is thrown', () => {
    expect(apology(undefined, { stage: 'pdf', error: 'only text' }, true)).toContain('only text');
  });
});
