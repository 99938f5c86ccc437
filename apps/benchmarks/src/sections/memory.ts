import { join } from 'node:path';
import { cell, nameOfCell } from '../cells.ts';
import { medianOf } from '../compare/ratios.ts';
import { datasetOf } from '../data/dataset.ts';
import { appFolder } from '../folders.ts';
import { openSession } from '../protocol/session.ts';
import type { Bench, Section } from './section.ts';

const CELL = cell(1_000_000, 16, 32);
const THREADS = 2;
const ROUNDS = 3;
const MEGABYTE = 1e6;

/** The most memory that a large fit holds, beyond the caller's rows, one copy of them, and Node with idle workers. */
export async function memorySection({ say }: Bench): Promise<Section> {
  const { rowsFile, startFile, rows, columns, components } = datasetOf(CELL, 'full', 'overlapping');
  const rowsBytes = rows * columns * Float64Array.BYTES_PER_ELEMENT;
  const beyond: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const idle = await bytesOf(['idle', THREADS]);
    const fit = await bytesOf(['fit', rowsFile, startFile, columns, components, THREADS]);
    beyond.push((fit - idle - 2 * rowsBytes) / MEGABYTE);
    say(`memory: ${beyond.at(-1)!.toFixed(1)} MB beyond two copies of the data`);
  }
  const measured = medianOf(beyond);
  return {
    title: 'Peak memory',
    body:
      `${nameOfCell(CELL)}, full, ${THREADS} threads, three iterations: ${measured.toFixed(1)} MB beyond the caller's rows ` +
      `(${rowsBytes / MEGABYTE} MB), one internal copy of them, and Node with two idle workers. Each figure is the ` +
      'largest resident set of a process of its own; the median of three.',
    findings: [
      {
        what: 'peak memory at n = 1e6, d = 16, K = 32, 2 threads, beyond one internal copy of the data and beyond Node with two idle workers',
        ...{ must: 64, stretch: 16, measured, lessIsBetter: true, unit: ' MB' },
      },
    ],
  };
}

async function bytesOf(words: readonly (string | number)[]): Promise<number> {
  const program = join(appFolder, 'dist/programs/memory.js');
  const session = openSession({ command: process.execPath, args: ['--no-warnings', program] });
  try {
    return (await session.ask<{ bytes: number }>(words)).bytes;
  } finally {
    session.close();
  }
}
