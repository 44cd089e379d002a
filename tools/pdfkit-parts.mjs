// Parts of pdfkit that Chancery never reaches, left out of the bundle: pdfkit imports them all at once, and loading
// them takes longer than the rest of pdfkit. `npm run compile` fails where pdfkit imports something of a name that is
// not in this table, and a part that is reached after all says so instead of doing something else.

/** Module → what pdfkit imports from it, and for which of its methods. */
export const UNREACHED = {
  fontkit: { names: ['create'], use: 'font(): Chancery embeds its own subsets' },
  linebreak: { names: ['default'], use: 'text(): Chancery places glyphs' },
  'png-js': { names: ['default'], use: 'image(): house styles have none' },
  '@noble/ciphers/aes': { names: ['cbc', 'ecb'], use: 'passwords: PDF/A forbids encryption' },
};

const NAMESPACE = 'left-out-of-pdfkit';

/** esbuild plugin. Only pdfkit's own imports are answered so: fontkit still shapes the scripts that need it. */
export const leaveOutOfPdfkit = {
  name: NAMESPACE,
  setup(build) {
    build.onResolve({ filter: /^[@a-z]/ }, ({ path, importer }) =>
      path in UNREACHED && /[\\/]node_modules[\\/]pdfkit[\\/]/.test(importer)
        ? { path, namespace: NAMESPACE, sideEffects: false }
        : undefined,
    );
    build.onLoad({ filter: /./, namespace: NAMESPACE }, ({ path }) => {
      const { names, use } = UNREACHED[path];
      const message = JSON.stringify(`${path} is left out of Chancery's pdfkit, so it has no ${use}`);
      const exported = names.map((name) => `refuse as ${name}`).join(', ');
      return { contents: `function refuse() { throw new Error(${message}); }\nexport { ${exported} };` };
    });
  },
};
