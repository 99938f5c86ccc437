import { cellKind } from './cell-kind.ts';

/**
 * Whether a column holds numbers or text.
 *
 * It holds text when more of its cells are words than are numbers, or when all of them are empty, and numbers
 * otherwise. Numbers in a form that is not accepted (`1,5`) count as numbers; empty cells and marks of a missing
 * value (`NA`, `NaN`, `Inf`) count as neither. So one bad cell does not turn a column of numbers into text: it
 * stays a column of numbers, which cannot be used until the cell is mended.
 *
 * @param cells  n cells
 * @param from  the first cell to look at
 */
export function columnKind(cells: readonly string[], from = 0): 'number' | 'text' {
  let numbers = 0;
  let words = 0;
  let empty = 0;
  for (let i = from; i < cells.length; i++) {
    const kind = cellKind(cells[i]!);
    if (kind === 'word') words++;
    else if (kind === 'empty') empty++;
    else if (kind !== 'missing') numbers++;
  }
  return words > numbers || empty === cells.length - from ? 'text' : 'number';
}
