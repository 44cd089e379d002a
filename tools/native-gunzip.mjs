// The line-break classes come packed in their library, which unpacks them in JavaScript when it is loaded: 13 ms of each
// start. In the bundle Node's own zlib does it in one. The bytes are the same; the end-to-end tests set the same lines
// from the bundle as from the sources.

const NAMESPACE = 'native-gunzip';

/** esbuild plugin: `fflate` means zlib to the trie library, and itself to everybody else. */
export const nativeGunzip = {
  name: NAMESPACE,
  setup(build) {
    build.onResolve({ filter: /^fflate$/ }, ({ path, importer }) =>
      /[\\/]@cto\.af[\\/]unicode-trie[\\/]/.test(importer) ? { path, namespace: NAMESPACE } : undefined,
    );
    build.onLoad({ filter: /./, namespace: NAMESPACE }, () => ({
      // The trie is read through the result's whole `buffer`, which a pooled Buffer would share with others.
      contents: `import { gunzipSync as unzip } from 'node:zlib';
export const gunzipSync = (bytes) => new Uint8Array(unzip(bytes));`,
    }));
  },
};
