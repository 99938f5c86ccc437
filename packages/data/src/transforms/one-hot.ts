import { GaussmixError } from '@gaussmix/kernels';
import { listNames } from '../table/list-names.ts';
import { quote } from '../table/quote.ts';
import type { Column, Table } from '../table/table.ts';

/** A text column as L - 1 columns of 0 and 1, one for each level but the first. Plain JSON. */
export interface OneHotTransform {
  readonly kind: 'one-hot';
  /** The name of the column. */
  readonly column: string;
  /** L levels, two or more, in the order of their code units. The first is where all L - 1 columns are 0. */
  readonly levels: readonly string[];
}

/**
 * One-hot encoding. One level is dropped, for the L columns would always add up to 1, and a covariance with such
 * columns has no inverse. Levels are compared without the white space around them.
 */
export const oneHot = {
  /**
   * The levels of a column.
   *
   * @throws GaussmixError "cell" for an empty cell, "levels" when all cells are alike
   */
  fit(table: Table, column: Column): OneHotTransform {
    const levels = new Set(column.cells.map((_, i) => levelAt(table, column, i)));
    if (levels.size < 2) {
      throw new GaussmixError(
        'levels',
        `${table.name}: column ${quote(column.name)} must have at least two levels to be encoded, ` +
          `got ${quote([...levels].join())} in all rows. Leave it out.`,
      );
    }
    // The default order of sort is that of code units, the same in every place.
    return { kind: 'one-hot', column: column.name, levels: [...levels].sort() };
  },

  /** L - 1 names, `species=virginica`. */
  names({ column, levels }: OneHotTransform): string[] {
    return levels.slice(1).map((level) => `${column}=${level}`);
  },

  /**
   * For each row the number of its level; 0 is the one that is dropped.
   *
   * @returns n numbers from 0 to L - 1
   * @throws GaussmixError "cell" for an empty cell or a level that was not there when the encoding was made
   */
  apply({ levels }: OneHotTransform, table: Table, column: Column): Int32Array {
    const numbers = new Map(levels.map((level, number) => [level, number]));
    return Int32Array.from(column.cells, (_, i) => {
      const level = levelAt(table, column, i);
      const number = numbers.get(level);
      if (number !== undefined) return number;
      throw new GaussmixError(
        'cell',
        `${cellAt(table, column, i)}: must be one of the levels that the model knows (${listNames(levels)}), ` +
          `got ${quote(level)}. Remove the row, or fit the model again with such rows.`,
      );
    });
  },
};

function levelAt(table: Table, column: Column, row: number): string {
  const level = column.cells[row]!.trim();
  if (level !== '') return level;
  throw new GaussmixError(
    'cell',
    `${cellAt(table, column, row)}: must be a level, got an empty cell. Fill the cell in, or remove its row.`,
  );
}

function cellAt(table: Table, column: Column, row: number): string {
  return `${table.name}, line ${table.lines[row]}, column ${quote(column.name)}`;
}
