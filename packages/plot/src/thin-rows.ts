import { GaussmixError } from '@gaussmix/kernels';
import type { Matrix } from '@gaussmix/linalg';
import { formatNumber } from './format-number.ts';

/** The fractional part of i times this spreads evenly over [0, 1), for any number of i: the golden ratio less 1. */
const goldenStep = 0.6180339887498949;

/**
 * Which rows to draw when there are too many: always the same ones, spread over the whole table.
 *
 * The rows are cut into equal runs and one is taken from each, at a place that moves from run to run, so that
 * data sorted by group keep their proportions and data that repeat with a period do not alias. The rows that hold
 * the least and the greatest value of each column are always kept.
 *
 * @param x  n x d
 * @param limit  how many rows at most, at least 2 d + 1
 * @returns row indices, ascending; all n when n <= limit
 */
export function thinRows(x: Matrix, limit: number): Int32Array {
  if (x.rows <= limit) return Int32Array.from({ length: x.rows }, (_, i) => i);
  const extremes = extremeRows(x);
  const others = Int32Array.from({ length: x.rows }, (_, i) => i).filter((row) => !extremes.has(row));
  const runs = Math.max(0, limit - extremes.size);
  const chosen = Int32Array.from({ length: runs }, (_, run) => {
    const start = Math.floor((run * others.length) / runs);
    const length = Math.floor(((run + 1) * others.length) / runs) - start;
    const phase = run * goldenStep;
    return others[start + Math.floor((phase - Math.floor(phase)) * length)]!;
  });
  return Int32Array.from([...extremes, ...chosen]).sort();
}

/**
 * Checks a limit on points: it must hold the extremes of every column and one row more.
 *
 * @param where  the name that errors begin with
 * @throws GaussmixError "points"
 */
export function checkMaxPoints(maxPoints: number, columns: number, where: string): void {
  const least = 2 * columns + 1;
  if (Number.isInteger(maxPoints) && maxPoints >= least) return;
  throw new GaussmixError(
    'points',
    `${where}: maxPoints must be a whole number of at least ${least}, got ${maxPoints}.`,
  );
}

/** What a figure says when rows were left out: one sentence or none. */
export function thinningNote(drawn: number, rows: number): string[] {
  if (drawn === rows) return [];
  return [`${formatNumber(drawn)} of ${formatNumber(rows)} points are drawn, the extremes among them.`];
}

function extremeRows({ data, rows, columns }: Matrix): Set<number> {
  const chosen = new Set<number>();
  for (let j = 0; j < columns; j++) {
    let [least, greatest] = [0, 0];
    for (let i = 1; i < rows; i++) {
      const value = data[i * columns + j]!;
      if (value < data[least * columns + j]!) least = i;
      if (value > data[greatest * columns + j]!) greatest = i;
    }
    chosen.add(least).add(greatest);
  }
  return chosen;
}
