import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build as bundle } from 'esbuild';
import { runAlone } from '../lib/check.mjs';
import { capture } from '../lib/run.mjs';
import { members } from '../lib/workspace.mjs';

export const title =
  'every package costs a page no more than .size-limit.json says, and scoring pulls in no library';
export const needsBuild = true;

/** What a page that only predicts and scores must not download. */
const scoring = {
  folder: 'packages/distributions',
  code: "export { predictProba, scoreSamples } from '@gaussmix/distributions';",
  without: ['seedrandom', 'ml-matrix'],
};

/**
 * @param {string} top
 */
export async function check(top) {
  return [...(await overweight(top)), ...unweighed(top), ...(await pulledIn(top))];
}

/**
 * Prints the table of sizes: minified, bundled with all that is imported, gzipped.
 *
 * @param {string} top
 */
async function overweight(top) {
  const { stdout, output } = await capture('size-limit', ['--json'], { cwd: top });
  if (!stdout.trimStart().startsWith('[') || output.includes('[WARNING]'))
    return [`size-limit: ${output.trim()}`];
  /** @type {{ name: string, passed: boolean, size: number, sizeLimit: number }[]} */
  const results = JSON.parse(stdout);
  const kilobytes = (/** @type {number} */ bytes) => `${(bytes / 1000).toFixed(1)} kB`;
  console.log('| import | minified and gzipped | limit |\n|---|---|---|');
  for (const { name, size, sizeLimit } of results)
    console.log(`| ${name} | ${kilobytes(size)} | ${kilobytes(sizeLimit)} |`);
  return results
    .filter(({ passed }) => !passed)
    .map(
      ({ name, size, sizeLimit }) =>
        `${name}: must be at most ${kilobytes(sizeLimit)}, is ${kilobytes(size)}. See what it pulls in: ` +
        'an esbuild metafile at https://esbuild.github.io/analyze/ shows it.',
    );
}

/**
 * Packages without a limit.
 *
 * @param {string} top
 */
function unweighed(top) {
  /** @type {{ path: string }[]} */
  const limits = JSON.parse(readFileSync(join(top, '.size-limit.json'), 'utf8'));
  return members(top)
    .filter(({ folder }) => folder.startsWith('packages/'))
    .filter(({ folder }) => !limits.some(({ path }) => path.startsWith(`${folder}/`)))
    .map(({ folder }) => `${folder}: no limit in .size-limit.json. Add one.`);
}

/**
 * Libraries that scoring pulls in though it must not.
 *
 * @param {string} top
 */
async function pulledIn(top) {
  const { metafile } = await bundle({
    stdin: { contents: scoring.code, resolveDir: join(top, scoring.folder) },
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
  const inputs = Object.values(metafile.outputs).flatMap((output) => Object.entries(output.inputs));
  const present = inputs.filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([path]) => path);
  return scoring.without
    .filter((library) => present.some((path) => path.includes(`node_modules/${library}/`)))
    .map(
      (library) =>
        `${scoring.folder}: predictProba and scoreSamples pull in ${library}. Import what needs it from a module of ` +
        'its own, free of side effects, so that bundlers can leave it out.',
    );
}

await runAlone(import.meta.url, { title, needsBuild, check });
