import { readFileSync } from 'node:fs';

/** Rows of the numeric columns that are named, from a data set beside the reference numbers. */
export function rowsOf(dataset: string, columns: readonly string[]): number[][] {
  const text = readFileSync(new URL(`../../../../reference/datasets/${dataset}`, import.meta.url), 'utf8');
  const [head, ...lines] = text
    .trim()
    .split('\n')
    .map((line) => line.split(','));
  const indices = columns.map((name) => head!.indexOf(name));
  return lines.map((line) => indices.map((index) => Number(line[index])));
}

/** The class of each row, as its index in a list of names. */
export function labelsOf(dataset: string, column: string, classes: readonly string[]): number[] {
  const text = readFileSync(new URL(`../../../../reference/datasets/${dataset}`, import.meta.url), 'utf8');
  const [head, ...lines] = text
    .trim()
    .split('\n')
    .map((line) => line.split(','));
  const index = head!.indexOf(column);
  return lines.map((line) => classes.indexOf(line[index]!));
}

/** A reference file, parsed. */
export function reference<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`../../../../reference/${name}`, import.meta.url), 'utf8')) as T;
}

/** The iris measurements, 150 x 4. */
export const iris = (): number[][] =>
  rowsOf('iris.csv', ['sepal_length', 'sepal_width', 'petal_length', 'petal_width']);

/** Old Faithful, 272 x 2. */
export const faithful = (): number[][] => rowsOf('faithful.csv', ['eruptions', 'waiting']);

/** Four stretched blobs, 400 x 2. */
export const stretchedBlobs = (): number[][] => rowsOf('stretched-blobs.csv', ['x', 'y']);
