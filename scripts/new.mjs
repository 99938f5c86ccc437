// pnpm new covariance NAME: writes the skeleton of a covariance structure and exports it. What is left to write is
// the mathematics; the conformance tests find the file by themselves and say what is missing.
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { capture } from './lib/run.mjs';
import { structureSkeleton } from './lib/structure-skeleton.mjs';
import { root } from './lib/workspace.mjs';

const covariance = 'packages/covariance';
const [kind, name, ...rest] = process.argv.slice(2);
const complaint = complaintAbout();
if (complaint) {
  console.error(complaint);
  process.exitCode = 2;
} else {
  await write();
}

function complaintAbout() {
  if (kind !== 'covariance')
    return `pnpm new: the first word must be "covariance", got "${kind ?? ''}". Try pnpm new covariance equal-shape.`;
  if (name === undefined || rest.length > 0)
    return `pnpm new covariance: one name must follow, got ${process.argv.length - 3}. Try pnpm new covariance equal-shape.`;
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name))
    return `pnpm new covariance: the name must be lower-case words joined by hyphens, got "${name}". Try "${kebab(name)}".`;
  if (existsSync(join(root, fileOf(name))))
    return `pnpm new covariance: ${fileOf(name)} must not exist yet, but does. Choose another name, or edit that file.`;
  if (!isFree(identifier(name)))
    return `pnpm new covariance: ${identifier(name)} must be free as the name of an export, but is taken. Choose another name.`;
  return undefined;
}

async function write() {
  const file = join(root, fileOf(name));
  const index = join(root, covariance, 'src/index.ts');
  writeFileSync(file, structureSkeleton(name, identifier(name)));
  appendFileSync(index, `export { ${identifier(name)} } from './structures/${name}.ts';\n`);
  // Puts the new line in its place among the exports, and wraps what a long name made too long.
  await capture('biome', ['check', '--write', file, index]);
  console.log(
    [
      `Wrote ${fileOf(name)} and its line in ${covariance}/src/index.ts. Next:`,
      '  1. Write its equation, estimate, parameterCount, and what it declares (moments, closedUnder).',
      '  2. pnpm test --project covariance: the conformance laws that fail say what is not right yet.',
      '  3. pnpm changeset, a minor change of @gaussmix/covariance.',
    ].join('\n'),
  );
}

/**
 * @param {string} structure
 */
function fileOf(structure) {
  return `${covariance}/src/structures/${structure}.ts`;
}

/**
 * "equalShape" of "equal-shape".
 *
 * @param {string} words
 */
function identifier(words) {
  return words.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
}

/**
 * A name near to what was typed that would do.
 *
 * @param {string} typed
 */
function kebab(typed) {
  const words = typed
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  return words?.join('-').replace(/^[0-9-]+/, '') || 'equal-shape';
}

/**
 * Whether an identifier is no word of the language and not exported already.
 *
 * @param {string} word
 */
function isFree(word) {
  try {
    new Script(`'use strict'; const ${word} = 0;`);
  } catch {
    return false;
  }
  return !new RegExp(`\\b${word}\\b(?!['./-])`).test(
    readFileSync(join(root, covariance, 'src/index.ts'), 'utf8'),
  );
}
