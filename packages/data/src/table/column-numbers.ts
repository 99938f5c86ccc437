import { GaussmixError } from '@gaussmix/kernels';
import { type CellKind, cellKind } from './cell-kind.ts';
import { quote } from './quote.ts';
import type { Column, Table } from './table.ts';

const advice: Record<Exclude<CellKind, 'number'>, string> = {
  word: 'Correct the cell, remove its row, or leave the column out.',
  empty: 'Fill the cell in, remove its row, or leave the column out.',
  missing: 'Fill the cell in, remove its row, or leave the column out.',
  comma: 'Write numbers with a decimal point, and without marks between thousands.',
  hex: 'Write numbers in decimal.',
  huge: 'The largest number is about 1.8e308: try larger units.',
};

const headerAdvice = 'Correct the cell. If this line is a header, no name in it may be a number.';

/**
 * The numbers of a column, each the double nearest to what is written.
 *
 * @returns n numbers
 * @throws GaussmixError "cell" naming file, line and column of the first cell that is not a number
 */
export function columnNumbers(table: Table, column: Column): Float64Array {
  const numbers = new Float64Array(table.rows);
  for (let i = 0; i < numbers.length; i++) {
    const cell = column.cells[i]!;
    const kind = cellKind(cell);
    if (kind !== 'number') {
      const isFirst = kind === 'word' && i === 0 && !table.header;
      const got = kind === 'empty' ? 'an empty cell' : quote(cell.trim());
      throw new GaussmixError(
        'cell',
        `${table.name}, line ${table.lines[i]}, column ${quote(column.name)}: must be a number, got ${got}. ${isFirst ? headerAdvice : advice[kind]}`,
      );
    }
    numbers[i] = Number(cell);
  }
  return numbers;
}
