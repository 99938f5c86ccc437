import { pathToFileURL } from 'node:url';
import { build } from './run.mjs';
import { root } from './workspace.mjs';

/**
 * A rule of this repository that a program can hold.
 *
 * @typedef {object} Check
 * @property {string} title  the rule, in a sentence
 * @property {boolean} [needsBuild]  whether it reads dist/
 * @property {(top: string) => string[] | Promise<string[]>} check
 *   what is wrong, one text per problem: where, what must hold, what to do
 */

/**
 * Runs one check and tells how it went.
 *
 * @param {Check} rule
 * @returns {Promise<boolean>}  whether it passed
 */
export async function hold({ title, check }) {
  const start = performance.now();
  const problems = await check(root);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  for (const problem of problems) console.log(`  - ${problem.replaceAll('\n', '\n    ')}`);
  console.log(`${problems.length === 0 ? 'ok    ' : 'FAILED'} ${title} (${seconds} s)`);
  return problems.length === 0;
}

/**
 * Runs a check when its own file is what was started: `node scripts/checks/NAME.mjs`.
 *
 * @param {string} url  the import.meta.url of the file
 * @param {Check} rule
 */
export async function runAlone(url, rule) {
  if (url !== pathToFileURL(process.argv[1] ?? '').href) return;
  const built = !rule.needsBuild || (await build());
  process.exitCode = built && (await hold(rule)) ? 0 : 1;
}
