import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cell } from '../cells.ts';
import { cached, topFolder } from '../folders.ts';
import type { Dataset } from './dataset.ts';

/** Old Faithful from examples/, with two components, as the files that programs read. It has no start. */
export function faithful(): Dataset {
  const lines = readFileSync(join(topFolder, 'examples/faithful.csv'), 'utf8').trim().split('\n').slice(1);
  const rows = lines.map((line) => line.split(',').map(Number));
  const rowsFile = cached('faithful.rows.bin');
  writeFileSync(rowsFile, new Uint8Array(Float64Array.from(rows.flat()).buffer));
  const size = cell(rows.length, rows[0]!.length, 2);
  return { ...size, structure: 'full', kind: 'separated', rowsFile, startFile: '', centersFile: '' };
}
