import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesUnder, fromTop } from './workspace.mjs';

/**
 * A fenced block of code in a page.
 *
 * @typedef {object} Block
 * @property {string} page  such as "packages/em/README.md"
 * @property {number} line  of its first line of code, counted from 1
 * @property {string} language  the word after the fence
 * @property {string} code
 */

/**
 * Every page that somebody wrote for readers, from the top.
 *
 * @param {string} top
 */
export function pages(top) {
  return filesUnder(top, /\.md$/)
    .map((file) => fromTop(file, top))
    .filter((page) => !page.startsWith('.') && !page.endsWith('CHANGELOG.md'));
}

/**
 * The fenced blocks of a page, in order.
 *
 * @param {string} page
 * @param {string} top
 * @returns {Block[]}
 */
export function blocksOf(page, top) {
  const lines = readFileSync(join(top, page), 'utf8').split('\n');
  /** @type {Block[]} */
  const blocks = [];
  for (let i = 0; i < lines.length; i++) {
    const fence = /^(\s*)(```+)(\w*)\s*$/.exec(lines[i]);
    if (!fence) continue;
    const [, indent, ticks, language] = fence;
    const end = lines.findIndex((line, j) => j > i && line.trim() === ticks);
    if (end < 0) throw new Error(`${page}:${i + 1}: a fence that is never closed`);
    const code = lines
      .slice(i + 1, end)
      .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line));
    blocks.push({ page, line: i + 2, language, code: code.join('\n') });
    i = end;
  }
  return blocks;
}
