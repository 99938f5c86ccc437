import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The top folder of this repository. */
export const root = resolve(fileURLToPath(import.meta.url), '../../..');

/** Folders that nobody wrote: installed, built or cached. */
const madeFolders = new Set(['node_modules', 'dist', '.turbo', 'coverage', '.git']);

/**
 * A member of the workspace.
 *
 * @typedef {object} Member
 * @property {string} name  as on npm, such as "@gaussmix/em"
 * @property {string} folder  from the top, such as "packages/em"
 * @property {string} path  absolute
 * @property {Record<string, any>} manifest  its package.json
 */

/**
 * All packages and apps, by folder.
 *
 * @param {string} top
 * @returns {Member[]}
 */
export function members(top = root) {
  return ['packages', 'apps']
    .filter((group) => existsSync(join(top, group)))
    .flatMap((group) => readdirSync(join(top, group)).map((name) => `${group}/${name}`))
    .filter((folder) => existsSync(join(top, folder, 'package.json')))
    .map((folder) => {
      const path = join(top, folder);
      const manifest = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
      return { name: manifest.name, folder, path, manifest };
    });
}

/**
 * The files below a folder that somebody wrote, as absolute paths in order.
 *
 * @param {string} folder
 * @param {RegExp} [pattern]  what the end of a path must match
 * @returns {string[]}
 */
export function filesUnder(folder, pattern = /$/) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !madeFolders.has(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return filesUnder(path, pattern);
      return entry.isFile() && pattern.test(path) ? [path] : [];
    });
}

/**
 * A path as people write it: from the top, with forward slashes.
 *
 * @param {string} path
 * @param {string} top
 */
export function fromTop(path, top = root) {
  return relative(top, path).split(sep).join('/');
}

/**
 * The entries of a package: what can be imported, and the source file behind it.
 * `./dist/x.js` is built from `src/x.ts`, or from `src/x/index.ts`.
 *
 * @param {Member} member
 * @returns {{ specifier: string, source: string }[]}
 */
export function entries({ name, path, manifest }) {
  return Object.entries(manifest.exports ?? {})
    .filter(([, target]) => typeof target === 'object')
    .map(([key, target]) => ({
      specifier: name + key.slice(1),
      source: sourceOf(path, target.import.default.replace(/^\.\/dist\/(.*)\.js$/, '$1')),
    }));
}

/**
 * @param {string} path  of a package
 * @param {string} name  of what is built
 */
function sourceOf(path, name) {
  const folder = join(path, 'src', name, 'index.ts');
  return existsSync(folder) ? folder : join(path, 'src', `${name}.ts`);
}
