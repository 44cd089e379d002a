// Puts the shipped house styles into the bundle, linted and compiled (src/template/prepared.ts).
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * esbuild plugin: answers `src/template/prepared.ts` with the templates below `<root>/templates`.
 * @param {string} root folder of Chancery's package.json
 * @param {typeof import('esbuild')} esbuild
 */
export const preparedTemplates = (root, esbuild) => ({
  name: 'prepared-templates',
  setup(build) {
    build.onLoad({ filter: /[\\/]src[\\/]template[\\/]prepared\.ts$/ }, async () => {
      const prepareTemplate = await loadPrepareTemplate(root, esbuild);
      const folder = join(root, 'templates');
      const entries = readdirSync(folder, { recursive: true })
        .filter((path) => path.endsWith('.hbs'))
        .sort()
        .map((path) => prepareTemplate(readFileSync(join(folder, path), 'utf8')))
        .filter((entry) => entry !== undefined);
      return { contents: `export const PREPARED = new Map([${entries.join(',\n')}]);` };
    });
  },
});

/** The template stage's own code, so that a template is linted and compiled as it would be when it is used. */
async function loadPrepareTemplate(root, esbuild) {
  const outfile = join(root, 'dist', `prepare-${process.pid}.mjs`);
  await esbuild.build({
    entryPoints: [join(root, 'src/template/prepare.ts')],
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    outfile,
  });
  try {
    return (await import(pathToFileURL(outfile).href)).prepareTemplate;
  } finally {
    rmSync(outfile);
  }
}
