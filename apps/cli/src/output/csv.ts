/** One column of a file: its name, and what stands in each row. */
export interface CsvColumn {
  readonly name: string;
  cell(row: number): string | number | boolean;
}

/**
 * Columns as CSV with a header. Numbers are written so that they read back to the same double.
 *
 * @param rows  how many
 * @returns lines with an end each
 */
export function csv(columns: readonly CsvColumn[], rows: number): string {
  const lines = [columns.map(({ name }) => quoted(name)).join(',')];
  for (let i = 0; i < rows; i++) lines.push(columns.map(({ cell }) => String(cell(i))).join(','));
  return `${lines.join('\n')}\n`;
}

function quoted(name: string): string {
  return /[",\n\r]|^\s|\s$/.test(name) ? `"${name.replaceAll('"', '""')}"` : name;
}
