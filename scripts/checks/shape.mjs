import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runAlone } from '../lib/check.mjs';
import { filesUnder, members } from '../lib/workspace.mjs';

export const title = 'every package has the same shape';

/**
 * @param {string} config  what configures its build
 */
const parts = (config) => [
  'README.md',
  'package.json',
  'tsconfig.json',
  config,
  'vitest.config.ts',
  'src',
  'test',
];

/**
 * The ways to be built, each declared by the file that configures it.
 *
 * @typedef {{ config: string, group: RegExp, scripts: Record<string, string> }} Way
 * @type {Way[]}
 */
const ways = [
  {
    config: 'tsup.config.ts',
    group: /^(packages|apps)\//,
    scripts: { build: 'tsup', test: 'vitest run', typecheck: 'tsc --noEmit' },
  },
  {
    config: 'vite.config.ts',
    group: /^apps\//,
    scripts: {
      build: 'vite build && node build/reference.mjs',
      test: 'vitest run',
      typecheck: 'svelte-check --fail-on-warnings',
    },
  },
];

/** What each package.json says, whichever the package. */
const common = {
  type: 'module',
  license: 'MIT',
  'engines.node': '>=20.19',
};

/**
 * @param {string} top
 */
export function check(top) {
  return members(top).flatMap((member) => {
    const way = wayOf(member);
    const needed = parts(way.config);
    return [
      ...needed
        .filter((part) => !existsSync(join(member.path, part)))
        .map((part) => `${member.folder}/${part} is missing. Every package has ${needed.join(' ')}.`),
      ...untested(member),
      ...manifestProblems(member, way),
    ];
  });
}

/**
 * How a member is built: the way whose configuration it has, else the first.
 *
 * @param {import('../lib/workspace.mjs').Member} member
 */
function wayOf({ folder, path }) {
  const declared = ways.find(({ config, group }) => group.test(folder) && existsSync(join(path, config)));
  return declared ?? ways[0];
}

/**
 * @param {import('../lib/workspace.mjs').Member} member
 */
function untested({ folder, path }) {
  const tests = filesUnder(join(path, 'test'), /\.test\.ts$/);
  return tests.length > 0 ? [] : [`${folder}/test holds no *.test.ts. A package comes with its tests.`];
}

/**
 * @param {import('../lib/workspace.mjs').Member} member
 * @param {Way} way
 */
function manifestProblems({ name, folder, manifest }, { scripts }) {
  const where = `${folder}/package.json`;
  const expected = {
    ...common,
    ...(manifest.private ? {} : { 'publishConfig.access': 'public' }),
    'repository.directory': folder,
    ...Object.fromEntries(Object.entries(scripts).map(([key, value]) => [`scripts.${key}`, value])),
    ...(folder.startsWith('packages/') ? { sideEffects: false } : {}),
  };
  const wrong = Object.entries(expected)
    .filter(([key, value]) => at(manifest, key) !== value)
    .map(([key, value]) => {
      const [must, got] = [JSON.stringify(value), JSON.stringify(at(manifest, key))];
      return `${where}: "${key}" must be ${must}, got ${got}. Copy it from another package.`;
    });
  const ranges = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
    .filter(
      ([dependency, range]) =>
        range !== (/^(@gaussmix\/|gaussmix$)/.test(dependency) ? 'workspace:^' : 'catalog:'),
    )
    .map(([dependency, range]) => {
      const cure =
        'Siblings are "workspace:^"; for others add the version to the catalog in pnpm-workspace.yaml.';
      return `${where}: ${dependency} must not be "${range}". ${cure}`;
    });
  const undescribed = manifest.description ? [] : [`${where}: ${name} needs a description of a line.`];
  return [...wrong, ...ranges, ...undescribed];
}

/**
 * @param {any} value
 * @param {string} path  such as "engines.node"
 */
function at(value, path) {
  return path.split('.').reduce((inner, key) => inner?.[key], value);
}

await runAlone(import.meta.url, { title, check });
