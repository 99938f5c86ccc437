// pnpm check [NAME...]: holds the rules of the house. Each scripts/checks/NAME.mjs is one rule; without names, all.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { hold } from './lib/check.mjs';
import { build } from './lib/run.mjs';
import { root } from './lib/workspace.mjs';

const known = readdirSync(join(root, 'scripts/checks')).map((file) => file.replace(/\.mjs$/, ''));
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`pnpm check: there is no check "${unknown.join('", "')}". Try ${known.join(', ')}.`);
  process.exit(2);
}

const rules = await Promise.all(
  known
    .filter((name) => wanted.length === 0 || wanted.includes(name))
    .map((name) => import(`./checks/${name}.mjs`)),
);
const quick = rules.filter((rule) => !rule.needsBuild);
const slow = rules.filter((rule) => rule.needsBuild);

const results = [];
for (const rule of quick) results.push(await hold(rule));
if (slow.length > 0) {
  if (await build()) for (const rule of slow) results.push(await hold(rule));
  else results.push(...slow.map(() => false));
}

const failed = results.filter((passed) => !passed).length;
console.log(`${results.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
