import { cpSync, mkdtempSync, readdirSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { root } from './workspace.mjs';

/** What a copy does without: history and caches. */
const left = new Set(['.git', '.turbo', '.vite', '.vitest', 'coverage']);

/**
 * A scratch copy of the workspace, built packages included, to take apart. Third-party packages are those of this
 * workspace, by a link to its node_modules; the members' own node_modules hold relative links and so lead to
 * siblings inside the copy.
 *
 * @returns {string}  its folder, for the caller to remove
 */
export function copyWorkspace() {
  const copy = mkdtempSync(join(tmpdir(), 'gaussmix-copy-'));
  for (const name of readdirSync(root)) {
    if (left.has(name) || name === 'node_modules') continue;
    cpSync(join(root, name), join(copy, name), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (source) => !left.has(basename(source)),
    });
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  return copy;
}
