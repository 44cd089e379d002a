// Parts of packages that Chancery never reaches, left out of the bundle: a package imports all its parts at once, and
// loading these takes longer than the rest of the package. `npm run compile` fails where a package imports something of
// a name that is not in this table. A part that is reached after all says so instead of doing something else; only
// where the package calls it without need does something harmless stand in for it.

/**
 * Package → module it imports → either what it imports from there and for which of its methods (`names`, `use`), or
 * the text of a module that stands in.
 */
export const UNREACHED = {
  pdfkit: {
    fontkit: { names: ['create'], use: 'font(): Chancery embeds its own subsets' },
    linebreak: { names: ['default'], use: 'text(): Chancery places glyphs' },
    'png-js': { names: ['default'], use: 'image(): house styles have none' },
    '@noble/ciphers/aes': { names: ['cbc', 'ecb'], use: 'passwords: PDF/A forbids encryption' },
  },
  yargs: {
    'get-caller-file': { names: ['default'], use: 'commandDir(): commands are in a table' },
    // yargs looks for the package.json of the program, to guess a version, and catches what goes wrong.
    'escalade/sync': { names: ['default'], use: 'version(): Chancery tells its own' },
    // yargs lays out its help after each command, to have it at hand. Chancery prints its own, so that is laid out to
    // nothing: cliui and string-width load segmenters and emoji tables of ICU, 50 ms of each start.
    cliui: { standIn: "export default () => ({ div() {}, span() {}, toString: () => '' });" },
    'string-width': { standIn: 'export default (text) => text.length;' },
  },
  y18n: {
    // Without readFileSync y18n has no language files (its own provision for bundles), and yargs speaks English. It
    // would look for them where node_modules stood, which is outside of the bundle.
    fs: { standIn: 'export const readFileSync = undefined, statSync = undefined, writeFile = undefined;' },
  },
};

const NAMESPACE = 'unreached-part';

/** esbuild plugin. Only the package's own imports are answered so: fontkit still shapes the scripts that need it. */
export const leaveOutUnreached = {
  name: NAMESPACE,
  setup(build) {
    build.onResolve({ filter: /^[@a-z]/ }, ({ path, importer }) => {
      const owner = /.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(importer)?.[1];
      const part =
        owner !== undefined && Object.hasOwn(UNREACHED, owner) ? UNREACHED[owner][path] : undefined;
      return part
        ? {
            path: `${owner} → ${path}`,
            namespace: NAMESPACE,
            sideEffects: false,
            pluginData: { owner, path },
          }
        : undefined;
    });
    build.onLoad({ filter: /./, namespace: NAMESPACE }, ({ pluginData: { owner, path } }) => {
      const { names, use, standIn } = UNREACHED[owner][path];
      if (standIn) return { contents: standIn };
      const message = JSON.stringify(`${path} is left out of Chancery's ${owner}, so it has no ${use}`);
      const exported = names.map((name) => `refuse as ${name}`).join(', ');
      return { contents: `function refuse() { throw new Error(${message}); }\nexport { ${exported} };` };
    });
  },
};
