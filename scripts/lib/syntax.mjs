import { readFileSync } from 'node:fs';
import ts from 'typescript';

/**
 * Parses a file of TypeScript.
 *
 * @param {string} file
 */
export function parse(file) {
  return ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
}

/**
 * Every node below a node, itself first.
 *
 * @param {ts.Node} node
 * @returns {Generator<ts.Node>}
 */
export function* nodesOf(node) {
  yield node;
  for (const child of node.getChildren()) yield* nodesOf(child);
}

/**
 * The line that a node begins on, counted from 1.
 *
 * @param {ts.Node} node
 */
export function lineOf(node) {
  const source = node.getSourceFile();
  return source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
}
