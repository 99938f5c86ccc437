import { BLOCK_ROWS, type BlockScores, GaussmixError } from '@gaussmix/kernels';
import { asMatrix, type Matrix, type MatrixLike } from '@gaussmix/linalg';
import type { BatchKernels } from './batch-options.ts';
import type { Mixture } from './mixture.ts';
import { packMixture } from './pack-mixture.ts';

/**
 * Data as a matrix with the mixture's columns.
 *
 * @param where  the name that errors begin with
 * @returns n x d
 * @throws GaussmixError "shape" when the columns are not the mixture's
 */
export function matrixFor(mixture: Mixture, x: MatrixLike, where: string): Matrix {
  const matrix = asMatrix(x, where);
  if (matrix.columns === mixture.dimension) return matrix;
  throw new GaussmixError(
    'shape',
    `${where}: x must have as many columns as the mixture (${mixture.dimension}), got ${matrix.columns}.`,
  );
}

/**
 * Visits the rows of x with the mixture's origin taken off.
 *
 * @param visit  called with (row, i); the row of d numbers is overwritten by the next
 */
export function forEachRow(
  mixture: Mixture,
  { data, rows, columns: d }: Matrix,
  visit: (row: Float64Array, i: number) => void,
): void {
  const row = new Float64Array(d);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < d; j++) row[j] = data[i * d + j]! - mixture.origin[j]!;
    visit(row, i);
  }
}

/**
 * Scores the rows of x block by block.
 *
 * @param visit  called with (scores, first, count) of each block: `count` rows from row `first` on; the scores are
 *   overwritten by the next
 */
export function forEachBlock(
  { mixture, matrix, kernels }: { mixture: Mixture; matrix: Matrix; kernels: BatchKernels },
  visit: (scores: BlockScores, first: number, count: number) => void,
): void {
  const { data, rows, columns: d } = matrix;
  const { origin } = mixture;
  const score = kernels.blockScorer(packMixture(mixture));
  const block = new Float64Array(Math.min(rows, BLOCK_ROWS) * d);
  for (let first = 0; first < rows; first += BLOCK_ROWS) {
    const count = Math.min(BLOCK_ROWS, rows - first);
    for (let i = 0; i < count; i++) {
      for (let j = 0; j < d; j++) block[i * d + j] = data[(first + i) * d + j]! - origin[j]!;
    }
    visit(score({ rows: block, from: 0, to: count }), first, count);
  }
}
