import { cellKind } from './cell-kind.ts';
import { columnKind } from './column-kind.ts';

/**
 * Whether the first row of a file holds the names of the columns.
 *
 * Where some column holds numbers below its first cell, the first row is a header when each such column begins
 * with a word or an empty cell, and one of them with a word. (So `abc,2` above numbers is a row with a bad cell,
 * not a header that would swallow it.) Where no column holds numbers, it is a header when all its cells are words
 * that do not occur again below them.
 *
 * @param columns  d columns of cells, the first row included
 */
export function guessHeader(columns: readonly (readonly string[])[]): boolean {
  const numeric = columns.filter((cells) => cells.length > 1 && columnKind(cells, 1) === 'number');
  if (numeric.length === 0) {
    return columns.every((cells) => cellKind(cells[0]!) === 'word' && cells.indexOf(cells[0]!, 1) === -1);
  }
  const firsts = numeric.map((cells) => cellKind(cells[0]!));
  return firsts.every((kind) => kind === 'word' || kind === 'empty') && firsts.includes('word');
}
