import { dirname, resolve, sep } from 'node:path';
import { runAlone } from '../lib/check.mjs';
import { importsOf, isRelative, packageOf } from '../lib/imports.mjs';
import { filesUnder, fromTop, members } from '../lib/workspace.mjs';

export const title = 'packages import only what their layer allows, and declare exactly that';

const ground = ['@gaussmix/kernels', '@gaussmix/linalg'];
const upToMixtures = [...ground, '@gaussmix/random', '@gaussmix/covariance', '@gaussmix/distributions'];
const upToFits = [...upToMixtures, '@gaussmix/kmeans', '@gaussmix/hierarchy', '@gaussmix/em'];
const library = [
  ...upToFits,
  '@gaussmix/model-selection',
  '@gaussmix/parallel',
  '@gaussmix/data',
  '@gaussmix/plot',
];

/**
 * The layers: what each package's src/ may import. ARCHITECTURE.md says why.
 *
 * @type {Record<string, string[]>}
 */
export const mayImport = {
  '@gaussmix/kernels': [],
  '@gaussmix/linalg': ['@gaussmix/kernels', 'ml-matrix'],
  '@gaussmix/random': ['@gaussmix/kernels', 'seedrandom'],
  '@gaussmix/covariance': ground,
  '@gaussmix/distributions': [...ground, '@gaussmix/random', '@gaussmix/covariance'],
  '@gaussmix/kmeans': [...ground, '@gaussmix/random'],
  '@gaussmix/hierarchy': ground,
  '@gaussmix/em': [...upToMixtures, '@gaussmix/kmeans', '@gaussmix/hierarchy'],
  '@gaussmix/model-selection': upToFits,
  '@gaussmix/parallel': [...ground, '@gaussmix/em', 'node:*'],
  '@gaussmix/data': [...upToMixtures, 'csv-parse', 'valibot'],
  '@gaussmix/plot': [...upToMixtures, '@observablehq/plot'],
  gaussmix: library,
  '@gaussmix/cli': [
    ...library,
    ...['cli-progress', 'cli-table3', 'commander', 'linkedom', 'sparkly', 'node:*'],
  ],
  '@gaussmix/benchmarks': [
    ...library,
    ...['expectation-maximization', 'gaussian-mixture-model', 'ml-kmeans', 'node:*'],
  ],
  '@gaussmix/demo': [
    ...library,
    ...[
      'svelte',
      'comlink',
      'd3-array',
      'd3-contour',
      'd3-format',
      'd3-scale',
      'd3-shape',
      'fast-png',
      'meyda',
    ],
    ...['katex', '@fontsource-variable/inter', '@fontsource-variable/source-serif-4'],
  ],
};

/** Where a package's tests are: those for Node, those in a page, and those that drive pages. */
const testFolders = ['test', 'test-browser', 'test-pages'];

/** What has imports: TypeScript, and the scripts of components. */
const code = /\.(ts|mts|mjs|svelte)$/;

/** @typedef {import('../lib/workspace.mjs').Member} Member */

/**
 * @param {string} top
 */
export function check(top) {
  return members(top).flatMap((member) => {
    const allowed = mayImport[member.name];
    if (allowed === undefined) {
      return [
        `${member.folder}: ${member.name} has no layer. Add it to mayImport in scripts/checks/layers.mjs.`,
      ];
    }
    return [...upwardImports(member, allowed, top), ...manifestProblems(member)];
  });
}

/**
 * Imports in src/ that the layer does not allow, and any that leave their package by path.
 *
 * @param {Member} member
 * @param {string[]} allowed
 * @param {string} top
 */
function upwardImports(member, allowed, top) {
  const problems = [];
  for (const file of filesUnder(member.path, code)) {
    const inSource = file.startsWith(`${member.path}${sep}src${sep}`);
    const inTests = testFolders.some((folder) => file.startsWith(`${member.path}${sep}${folder}${sep}`));
    for (const { specifier, line } of importsOf(file)) {
      const where = `${fromTop(file, top)}:${line}`;
      if (isRelative(specifier)) {
        const target = resolve(dirname(file), specifier);
        const inside = target.startsWith(`${member.path}${sep}`);
        if ((inSource || inTests) && !inside)
          problems.push(
            `${where}: "${specifier}" leaves ${member.folder}. Import the other package by its name.`,
          );
      } else if (/^(@gaussmix\/[^/]+|gaussmix)\/(src|dist|test)\b/.test(specifier)) {
        problems.push(`${where}: "${specifier}" reaches into a package. Import one of its entries.`);
      } else if (inSource && !allowed.includes(layerName(specifier))) {
        const rule = allowed.length === 0 ? 'nothing' : allowed.join(', ');
        problems.push(
          `${where}: ${member.name} may import ${rule}; got "${specifier}". Move the code up a layer, or what it needs down.`,
        );
      }
    }
  }
  return problems;
}

/**
 * What an import is called in the table.
 *
 * @param {string} specifier
 */
function layerName(specifier) {
  return specifier.startsWith('node:') ? 'node:*' : packageOf(specifier);
}

/**
 * Dependencies must be what src/ imports, and development ones cover what the tests import.
 *
 * @param {Member} member
 */
function manifestProblems({ name, folder, path, manifest }) {
  const own = (/** @type {string} */ imported) => imported === name;
  const inSource = packagesImported(filesUnder(`${path}/src`, code)).filter((imported) => !own(imported));
  const tests = testFolders.flatMap((folder) => filesUnder(`${path}/${folder}`, code));
  const inTests = packagesImported(tests).filter((imported) => !own(imported));
  const dependencies = Object.keys(manifest.dependencies ?? {});
  const development = Object.keys(manifest.devDependencies ?? {});
  const where = `${folder}/package.json`;
  return [
    ...inSource
      .filter((imported) => !dependencies.includes(imported))
      .map((imported) => `${where}: src/ imports ${imported}. Add it to dependencies.`),
    ...dependencies
      .filter((dependency) => !inSource.includes(dependency))
      .map((dependency) =>
        inTests.includes(dependency)
          ? `${where}: only tests import ${dependency}. Move it to devDependencies.`
          : `${where}: nothing in src/ imports ${dependency}. Remove it from dependencies.`,
      ),
    ...inTests
      .filter((imported) => !dependencies.includes(imported) && !development.includes(imported))
      .map((imported) => `${where}: test/ imports ${imported}. Add it to devDependencies.`),
    ...development
      .filter((dependency) => /^(@gaussmix\/|gaussmix$)/.test(dependency) && !inTests.includes(dependency))
      .map((dependency) => `${where}: no test imports ${dependency}. Remove it from devDependencies.`),
  ];
}

/**
 * @param {string[]} files
 */
function packagesImported(files) {
  const specifiers = files.flatMap((file) => importsOf(file).map(({ specifier }) => specifier));
  const bare = specifiers.filter((specifier) => !isRelative(specifier) && !specifier.startsWith('node:'));
  return [...new Set(bare.map(packageOf))];
}

await runAlone(import.meta.url, { title, check });
