import { mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this app: dist/ and src/ stand in it. */
export const appFolder = resolve(fileURLToPath(import.meta.url), '../..');

/** The top of the repository. */
export const topFolder = resolve(appFolder, '../..');

/** A file of the cache of benchmarks, which git does not see; its folder is there. */
export function cached(name: string): string {
  const path = join(topFolder, 'node_modules/.cache/gaussmix-benchmarks', name);
  mkdirSync(dirname(path), { recursive: true });
  return path;
}
