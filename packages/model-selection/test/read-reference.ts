import { readFileSync } from 'node:fs';

const folder = new URL('./reference/', import.meta.url);

/** The numbers that another program wrote; the script that made them stands beside the file. */
export function readReference<T>(file: string): T {
  return JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as T;
}

/** A data set of reference/datasets: its rows of numbers, and the cells of one column as text. */
export function readDataset(name: string, columns: readonly string[], labels?: string) {
  const text = readFileSync(new URL(`../../../reference/datasets/${name}.csv`, import.meta.url), 'utf8');
  const [head, ...lines] = text
    .trim()
    .split('\n')
    .map((line) => line.split(','));
  const column = (wanted: string) => head!.indexOf(wanted);
  return {
    x: lines.map((cells) => columns.map((name) => Number(cells[column(name)]))),
    labels: labels === undefined ? [] : lines.map((cells) => cells[column(labels)] as string),
  };
}
