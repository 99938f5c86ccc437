import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runAlone } from '../lib/check.mjs';
import { filesUnder, fromTop, members } from '../lib/workspace.mjs';

/** Lines that a file of each kind may have: about three screens of code; a test may be longer. */
const limits = { source: 300, test: 500 };

export const title = `no source file is over ${limits.source} lines, no test over ${limits.test}`;

/**
 * @param {string} top
 */
export function check(top) {
  const code = /\.(ts|mts|mjs|svelte)$/;
  const folders = members(top).map(({ path }) => path);
  return [...folders, join(top, 'scripts')]
    .flatMap((folder) => filesUnder(folder, code))
    .flatMap((file) => {
      const path = fromTop(file, top);
      const limit = /(^|\/)test\//.test(path) ? limits.test : limits.source;
      const lines = readFileSync(file, 'utf8').trimEnd().split('\n').length;
      if (lines <= limit) return [];
      return [
        `${path}: must be at most ${limit} lines, is ${lines}. Find the second idea in it and give it a file.`,
      ];
    });
}

await runAlone(import.meta.url, { title, check });
