import ts from 'typescript';
import { runAlone } from '../lib/check.mjs';
import { lineOf, parse } from '../lib/syntax.mjs';
import { filesUnder, fromTop, members } from '../lib/workspace.mjs';

export const title = 'every index.ts only re-exports';

/**
 * @param {string} top
 */
export function check(top) {
  return members(top)
    .flatMap(({ path }) => filesUnder(`${path}/src`, /[/\\]index\.ts$/))
    .flatMap((file) =>
      parse(file)
        .statements.filter((statement) => !reExports(statement))
        .map(
          (statement) =>
            `${fromTop(file, top)}:${lineOf(statement)}: index.ts only re-exports. Move this to a file named after it.`,
        ),
    );
}

/**
 * @param {ts.Statement} statement
 */
function reExports(statement) {
  return ts.isExportDeclaration(statement) && statement.moduleSpecifier !== undefined;
}

await runAlone(import.meta.url, { title, check });
