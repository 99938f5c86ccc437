import { existsSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { createRandom } from '@gaussmix/random';
import { type Cell, type Kind, nameOfCell, type StructureName } from '../cells.ts';
import { cached } from '../folders.ts';
import { drawRows } from './draw-rows.ts';
import { startOf } from './start.ts';
import { type Truth, truthOf } from './truth.ts';

/** Data and a start in files of little-endian doubles, which every program reads. */
export interface Dataset extends Cell {
  readonly structure: StructureName;
  readonly kind: Kind;
  /** n x d doubles, row-major. */
  readonly rowsFile: string;
  /** Weights, means, covariances, as in Start. */
  readonly startFile: string;
  /** K x d doubles: rows of the data, as k-means begins. */
  readonly centersFile: string;
}

/** The recipe's version: raised when data are made in another way, so that old files are not read. */
const RECIPE = 2;

/** The files of a cell, made where they are missing. The same on every machine. */
export function datasetOf(cell: Cell, structure: StructureName, kind: Kind): Dataset {
  const name = `${RECIPE}/${nameOfCell(cell)}-${structure}-${kind}`;
  const files = {
    rowsFile: cached(`${name}.rows.bin`),
    startFile: cached(`${name}.start.bin`),
    centersFile: cached(`${name}.centers.bin`),
  };
  const bytes = cell.rows * cell.columns * Float64Array.BYTES_PER_ELEMENT;
  const made = existsSync(files.rowsFile) && statSync(files.rowsFile).size === bytes;
  if (!made) makeFiles(cell, { structure, truth: truthOf(cell, structure, kind), seed: name, files });
  return { ...cell, structure, kind, ...files };
}

function makeFiles(
  { rows, columns, components }: Cell,
  {
    structure,
    truth,
    seed,
    files,
  }: {
    structure: StructureName;
    truth: Truth;
    seed: string;
    files: Pick<Dataset, 'rowsFile' | 'startFile' | 'centersFile'>;
  },
): void {
  const random = createRandom(seed);
  const data = drawRows(truth, rows, random.fork('rows'));
  const { weights, means, covariances } = startOf(truth, structure, random.fork('start'));
  const chosen = random.fork('centers').sampleWithoutReplacement(rows, components);
  const centers = Array.from(chosen, (row) => data.subarray(row * columns, (row + 1) * columns));
  writeDoubles(files.startFile, [weights, means, covariances]);
  writeDoubles(files.centersFile, centers);
  // The rows come last and whole, so that an interrupted run leaves nothing that looks made.
  writeDoubles(`${files.rowsFile}.part`, [data]);
  renameSync(`${files.rowsFile}.part`, files.rowsFile);
}

function writeDoubles(path: string, parts: readonly Float64Array[]): void {
  const bytes = parts.map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength));
  writeFileSync(path, Buffer.concat(bytes));
}
