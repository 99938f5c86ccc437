import type { Table } from '@gaussmix/data';
import { CommandError } from '../command-error.ts';

/** A column of labels as numbers. */
export interface CellLabels {
  /** n numbers from 0. */
  readonly labels: Int32Array;
  /** What each number stands for. */
  readonly names: readonly string[];
}

/**
 * Labels of any kind, numbered from 0 in ascending order: numbers by size, text by its characters.
 *
 * @param purpose  what a label is for, in the words of the message
 * @throws CommandError naming the line of an empty cell
 */
export function labelsOfCells(
  table: Table,
  { name, cells }: { readonly name: string; readonly cells: readonly string[] },
  purpose: string,
): CellLabels {
  const texts = cells.map((cell) => cell.trim());
  const empty = texts.indexOf('');
  if (empty >= 0) {
    throw new CommandError(
      1,
      `${table.name}, line ${table.lines[empty]}, column ${JSON.stringify(name)}: must be a label ${purpose}, ` +
        'got an empty cell. Fill the cell in, or remove its row.',
    );
  }
  const names = [...new Set(texts)].sort();
  if (names.every((text) => Number.isFinite(Number(text)))) names.sort((a, b) => Number(a) - Number(b));
  const numbers = new Map(names.map((text, number) => [text, number]));
  return { labels: Int32Array.from(texts, (text) => numbers.get(text)!), names };
}
