/**
 * Rows as comma-separated values, one line each, under a header. Cells are quoted where they must be, and numbers
 * read back to the same double.
 *
 * @param names  d names of the columns
 * @param rows  n rows of d cells
 * @returns n + 1 lines, each ending in `\n`
 */
export function stringifyTable(names: readonly string[], rows: Iterable<Iterable<string | number>>): string {
  const lines = [line(names)];
  for (const row of rows) lines.push(line(row));
  return lines.join('');
}

function line(cells: Iterable<string | number>): string {
  return `${Array.from(cells, writeCell).join(',')}\n`;
}

function writeCell(cell: string | number): string {
  if (typeof cell === 'number') return Object.is(cell, -0) ? '-0' : String(cell);
  return /[",;\t\r\n]|^\s|\s$|^$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
