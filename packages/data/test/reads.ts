import { readFileSync } from 'node:fs';
import { parseTable, type Table } from '../src/index.ts';

/** The text of a file in test/reference. */
export function referenceText(file: string): string {
  return readFileSync(new URL(`reference/${file}`, import.meta.url), 'utf8');
}

/** A data set of the repository's reference/datasets. */
export function referenceTable(file: string): Table {
  return parseTable(readFileSync(new URL(`../../../reference/datasets/${file}`, import.meta.url), 'utf8'), {
    name: file,
  });
}
