import { readFileSync } from 'node:fs';

/** The first columns of reference/datasets/NAME.csv, without its header. */
export function readTable(name: string, columns: number): number[][] {
  const text = readFileSync(new URL(`../../../reference/datasets/${name}.csv`, import.meta.url), 'utf8');
  const lines = text.trim().split('\n').slice(1);
  return lines.map((line) => line.split(',').slice(0, columns).map(Number));
}
