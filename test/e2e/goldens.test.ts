import { afterAll, describe, expect, it } from 'vitest';
import { chancery, folderOf, ROOT } from './command.ts';

const folder = folderOf({});
afterAll(folder.remove);

/**
 * The first resolution as it is set, in text that a person can review: each line with its widths, gap and penalty, each
 * page with what stands where, and the structure tree. `npm run test:update` rewrites them; read the diff.
 */
describe('resolution 75/234, set in the fonts that are shipped', () => {
  it.each(['lines', 'pages', 'tags'])('has the same %s', async (view) => {
    const { out, code } = await chancery(
      folder.path,
      'inspect',
      `${ROOT}/data/a-res-75-234.zh.yaml`,
      `--${view}`,
    );
    expect(code).toBe(0);
    await expect(out).toMatchFileSnapshot(`../golden/a-res-75-234.zh.${view}`);
  });
});
