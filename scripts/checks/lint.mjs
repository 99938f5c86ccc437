import { runAlone } from '../lib/check.mjs';
import { capture } from '../lib/run.mjs';

export const title = 'code is linted and formatted (biome)';

/**
 * @param {string} top
 */
export async function check(top) {
  const { code, output } = await capture('biome', ['check', '.', '--error-on-warnings', '--colors=off'], {
    cwd: top,
  });
  return code === 0 ? [] : [`${output.trim()}\nMost of it mends itself: pnpm format`];
}

await runAlone(import.meta.url, { title, check });
