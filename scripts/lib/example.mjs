import { inspect } from 'node:util';
import ts from 'typescript';

/**
 * What an example claims: that a value prints as a text.
 *
 * @typedef {object} Claim
 * @property {number} line  in the page
 * @property {string} expected  as written after `// =>`, white space folded
 */

/**
 * Turns an example into a module that records the values it makes claims about.
 *
 *     expression;            // => text
 *     const name = value;    // => text
 *     console.log(value);    // => text
 *
 * A claim stands behind a statement or on the line below it; lines that begin with `//    ` (four spaces) continue it.
 * The module exports `recorded`, the values in the order of the claims.
 *
 * @param {import('./markdown.mjs').Block} block
 * @returns {{ module: string, claims: Claim[] }}
 */
export function instrument({ page, line: firstLine, code }) {
  const source = ts.createSourceFile('example.ts', code, ts.ScriptTarget.Latest, true);
  /** @type {Claim[]} */
  const claims = [];
  let module = 'export const recorded = [];\n';
  for (const statement of source.statements) {
    const claim = claimAfter(code, statement.end);
    if (claim === undefined) {
      module += `${statement.getFullText()}\n`;
      continue;
    }
    claims.push({ line: firstLine + lineAt(code, statement.end), expected: claim });
    module += recording(statement, `${page}:${firstLine + lineAt(code, statement.end)}`);
  }
  const written = code.match(/\/\/ =>/g)?.length ?? 0;
  if (written !== claims.length)
    throw new Error(
      `${page}:${firstLine}: ${written} "// =>" in this example, but ${claims.length} of them stand behind a ` +
        'statement at the top level. Move the others there.',
    );
  const options = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext };
  return { module: ts.transpileModule(module, { compilerOptions: options }).outputText, claims };
}

/**
 * How a value is written behind `// =>`: as util.inspect prints it, on one line. A string given to console.log
 * stands without quotes.
 *
 * @param {{ value: unknown, printed: boolean }} recorded
 */
export function format({ value, printed }) {
  if (printed && typeof value === 'string') return fold(value);
  return fold(inspect(value, { depth: 10, breakLength: Number.POSITIVE_INFINITY, compact: true }));
}

/**
 * @param {ts.Statement} statement
 * @param {string} where
 */
function recording(statement, where) {
  const text = statement.getFullText();
  if (ts.isExpressionStatement(statement)) {
    const { expression } = statement;
    const printed = ts.isCallExpression(expression) && expression.expression.getText() === 'console.log';
    const value = printed
      ? expression.arguments.map((argument) => argument.getText())
      : [expression.getText()];
    if (value.length === 1) return `recorded.push({ value: (${value[0]}), printed: ${printed} });\n`;
  } else if (ts.isVariableStatement(statement)) {
    const [declaration, another] = statement.declarationList.declarations;
    if (ts.isIdentifier(declaration.name) && !another)
      return `${text}\nrecorded.push({ value: ${declaration.name.text}, printed: false });\n`;
  }
  throw new Error(
    `${where}: "// =>" must follow an expression, one console.log(value) or one const, got "${text.trim()}"`,
  );
}

/**
 * The text of a claim that begins behind a statement or on the line below.
 *
 * @param {string} code
 * @param {number} end  where the statement ends
 */
function claimAfter(code, end) {
  const rest = code.slice(end);
  const found = /^[ \t]*(?:\n[ \t]*)?\/\/ => ?(.*(?:\n[ \t]*\/\/ {4}.*)*)/.exec(rest);
  return found ? fold(found[1].replace(/\n[ \t]*\/\//g, ' ')) : undefined;
}

/**
 * @param {string} code
 * @param {number} position
 */
function lineAt(code, position) {
  return code.slice(0, position).split('\n').length - 1;
}

/**
 * White space folded to single blanks.
 *
 * @param {string} text
 */
function fold(text) {
  return text.replace(/\s+/g, ' ').trim();
}
