// How long the seed takes, cold (a new process) and warm (one process, many documents that differ), by stage.
//   npm run bench [runs]
// Milliseconds hold for this machine and this minute; the ratios of one run may be compared with those of another.
// Tests never assert either.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fileInputs, openTranscript, openWorkshop, typeset } from '../dist/index.js';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const runs = Number(process.argv[2] ?? 7);
const seed = join(
  root,
  'data',
  readdirSync(join(root, 'data')).find((name) => name.includes('75-234')),
);
const command = join(root, 'dist/bin/chancery.js');
const scratch = mkdtempSync(join(tmpdir(), 'chancery-bench-'));

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];
const ms = (value) => `${value.toFixed(1)} ms`.padStart(10);

/** Milliseconds of one new process. */
function time(...words) {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, words, { cwd: root });
  if (status !== 0) throw new Error(`${words.join(' ')}: exit code ${status}\n${stderr}`);
  return performance.now() - start;
}

function cold() {
  const build = (format) => time(command, 'build', seed, '--format', format, '--out', scratch, '--quiet');
  const kinds = {
    'node alone': () => time('-e', '0'),
    'chancery --version': () => time(command, '--version'),
    'seed → pdf': () => build('pdf'),
    'seed → docx': () => build('docx'),
    'seed → both': () => build('pdf,docx'),
  };
  const measured = Object.fromEntries(Object.keys(kinds).map((name) => [name, []]));
  // In turns, so that a busy minute of the machine falls on all alike.
  for (let run = 0; run < runs; run++)
    for (const [name, once] of Object.entries(kinds)) measured[name].push(once());
  const base = median(measured['node alone']);
  console.log(`cold, median of ${runs} runs${' '.repeat(16)}× node`);
  for (const [name, values] of Object.entries(measured))
    console.log(
      `  ${name.padEnd(20)}${ms(median(values))}  ${(median(values) / base).toFixed(2).padStart(6)}`,
    );
}

/** Inputs that give the seed with a varied text, as no two documents of a batch are alike. */
function varied(inputs, turn) {
  const source = inputs.text(seed).value;
  const text = source.text.replaceAll('合作', `合作${'甲乙丙丁戊己庚辛壬癸'[turn % 10]}${turn}`);
  return {
    ...inputs,
    text: (path, limit) =>
      path === seed ? { value: { id: seed, text }, diagnostics: [] } : inputs.text(path, limit),
  };
}

async function warm(formats, count) {
  const inputs = fileInputs();
  const shop = openWorkshop(inputs, { root }).value;
  const totals = new Map();
  let start = 0;
  for (let turn = -5; turn < count; turn++) {
    if (turn === 0) start = performance.now();
    const log = openTranscript(() => performance.now());
    const product = await typeset({ ...shop, inputs: varied(inputs, turn + 5) }, seed, formats, log);
    if (!product)
      throw new Error(log.diagnostics.map(({ message }) => message).join('\n') || String(log.fault?.error));
    if (turn < 0) continue; // five documents to warm up
    for (const { stage, milliseconds } of log.times)
      totals.set(stage, (totals.get(stage) ?? 0) + milliseconds);
  }
  const each = (performance.now() - start) / count;
  console.log(`warm, ${formats.join(' and ')}, mean of ${count} documents${' '.repeat(4)}share`);
  for (const [stage, total] of totals)
    console.log(
      `  ${stage.padEnd(20)}${ms(total / count)}  ${((100 * total) / count / each).toFixed(0).padStart(5)} %`,
    );
  console.log(`  ${'a document'.padEnd(20)}${ms(each)}`);
}

try {
  cold();
  await warm(['pdf'], 40);
  await warm(['docx'], 40);
  console.log(`peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
} finally {
  rmSync(scratch, { recursive: true });
}
