import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build as bundle } from 'esbuild';
import { runAlone } from '../lib/check.mjs';
import { capture } from '../lib/run.mjs';
import { members } from '../lib/workspace.mjs';

export const title =
  'each import costs what README.md says and .size-limit.json allows, and scoring pulls in no library';
export const needsBuild = true;

/** What a page that only predicts and scores must not download. */
const scoring = {
  folder: 'packages/distributions',
  code: "export { predictProba, scoreSamples } from '@gaussmix/distributions';",
  without: ['seedrandom', 'ml-matrix'],
};

/** How far a size in README.md may be off, as a fraction, before it must be written anew. */
const quoteTolerance = 0.05;

/** @typedef {{ name: string, path: string, passed: boolean, size: number, sizeLimit: number }} Weight */

/**
 * @param {string} top
 */
export async function check(top) {
  const { stdout, output } = await capture('size-limit', ['--json'], { cwd: top });
  if (!stdout.trimStart().startsWith('[') || output.includes('[WARNING]'))
    return [`size-limit: ${output.trim()}`];
  /** @type {{ path: string }[]} */
  const limits = JSON.parse(readFileSync(join(top, '.size-limit.json'), 'utf8'));
  /** @type {Weight[]} size-limit answers in the order of its configuration */
  const weights = JSON.parse(stdout).map((/** @type {Weight} */ weight, /** @type {number} */ i) => ({
    ...weight,
    path: limits[i].path,
  }));
  console.log('| import | minified and gzipped | limit |\n|---|---|---|');
  for (const { name, size, sizeLimit } of weights)
    console.log(`| ${name} | ${kilobytes(size)} kB | ${kilobytes(sizeLimit)} kB |`);
  return [
    ...overweight(weights),
    ...unweighed(top, weights),
    ...misquoted(readFileSync(join(top, 'README.md'), 'utf8'), weights),
    ...(await pulledIn(top)),
  ];
}

/**
 * @param {Weight[]} weights
 */
function overweight(weights) {
  return weights
    .filter(({ passed }) => !passed)
    .map(
      ({ name, size, sizeLimit }) =>
        `${name}: must be at most ${kilobytes(sizeLimit)} kB, is ${kilobytes(size)} kB. See what it pulls in: ` +
        'an esbuild metafile at https://esbuild.github.io/analyze/ shows it.',
    );
}

/**
 * Packages without a limit.
 *
 * @param {string} top
 * @param {Weight[]} weights
 */
function unweighed(top, weights) {
  return members(top)
    .filter(({ folder }) => folder.startsWith('packages/'))
    .filter(({ folder }) => !weights.some(({ path }) => path.startsWith(`${folder}/`)))
    .map(({ folder }) => `${folder}: no limit in .size-limit.json. Add one.`);
}

/**
 * Rows of README.md's table of packages that tell another size.
 *
 * @param {string} readme
 * @param {Weight[]} weights
 */
function misquoted(readme, weights) {
  return weights.flatMap(({ path, size }) => {
    const folder = path.split('/').slice(0, 2).join('/');
    const row = readme.split('\n').find((line) => line.startsWith('|') && line.includes(`](${folder})`));
    const quoted = Number(/([\d.]+) kB/.exec(row ?? '')?.[1]);
    if (Math.abs(quoted * 1000 - size) <= quoteTolerance * size) return [];
    const says = Number.isNaN(quoted) ? 'no size' : `${quoted} kB`;
    return [`README.md: says ${says} in the row of ${folder}, but it is ${kilobytes(size)} kB. Write that.`];
  });
}

/**
 * @param {number} bytes
 */
function kilobytes(bytes) {
  return (bytes / 1000).toFixed(1);
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
