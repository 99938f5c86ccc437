import { join } from 'node:path';
import ts from 'typescript';
import { runAlone } from '../lib/check.mjs';
import { lineOf, nodesOf, parse } from '../lib/syntax.mjs';
import { filesUnder, fromTop, members } from '../lib/workspace.mjs';

export const title =
  'packages compute the same bits in every engine, draw from a seed, and never print or exit';

/** What every JavaScript engine must round the same way, and the constants, which are fixed. */
const exactMath = new Set(
  [
    'sqrt abs min max floor ceil round trunc sign fround imul clz32',
    'E PI LN2 LN10 LOG2E LOG10E SQRT2 SQRT1_2',
  ].flatMap((names) => names.split(' ')),
);

/** Members of globals that packages do without, and the cure. */
const forbiddenMembers = new Map([
  ['process.exit', 'Throw a GaussmixError; the caller decides.'],
  ['performance.now', 'Results must not depend on the clock; take a callback.'],
  ['Date.now', 'Results must not depend on the clock; take a callback.'],
]);

/**
 * @param {string} top
 */
export function check(top) {
  const sources = members(top).flatMap(({ path, folder }) =>
    filesUnder(path, /\.(ts|mts|mjs)$/).map((file) => ({
      file,
      inPackage: folder.startsWith('packages/') && file.startsWith(join(path, 'src')),
    })),
  );
  return sources.flatMap(({ file, inPackage }) => {
    const problems = [];
    for (const node of nodesOf(parse(file))) {
      const problem = chance(node) ?? (inPackage ? (mathematics(node) ?? effects(node)) : undefined);
      if (problem) problems.push(`${fromTop(file, top)}:${lineOf(node)}: ${problem}`);
    }
    return problems;
  });
}

/**
 * Math.random, which no seed repeats: nowhere, tests included.
 *
 * @param {ts.Node} node
 */
function chance(node) {
  if (!ts.isPropertyAccessExpression(node) || node.getText() !== 'Math.random') return undefined;
  return 'Math.random cannot be repeated. Use createRandom(seed) from @gaussmix/random.';
}

/**
 * Mathematics whose last bits an engine may choose.
 *
 * @param {ts.Node} node
 */
function mathematics(node) {
  if (
    node.kind === ts.SyntaxKind.AsteriskAsteriskToken ||
    node.kind === ts.SyntaxKind.AsteriskAsteriskEqualsToken
  )
    return '** may round differently between engines. Multiply, or use exp and log from @gaussmix/kernels.';
  if (!ts.isIdentifier(node) || node.text !== 'Math') return undefined;
  const { parent } = node;
  if (!ts.isPropertyAccessExpression(parent) || parent.expression !== node)
    return 'Math must stand directly before its member (Math.sqrt), so that its use can be checked.';
  const member = parent.name.text;
  if (exactMath.has(member) || member === 'random') return undefined;
  return `Math.${member} may round differently between engines. Use exp, log or sincos from @gaussmix/kernels.`;
}

/**
 * Printing and exiting.
 *
 * @param {ts.Node} node
 */
function effects(node) {
  if (!ts.isPropertyAccessExpression(node)) return undefined;
  const text = node.getText();
  if (ts.isIdentifier(node.expression) && node.expression.text === 'console')
    return `${text}: packages never print. Return the text, or report through a callback.`;
  const cure = forbiddenMembers.get(text);
  return cure && `${text}: ${cure}`;
}

await runAlone(import.meta.url, { title, check });
