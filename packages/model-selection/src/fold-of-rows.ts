import { GaussmixError } from '@gaussmix/kernels';
import { createRandom } from '@gaussmix/random';

/** How to split rows into folds: into how many, or the fold of each row. */
export interface FoldOptions {
  readonly folds: number | ArrayLike<number>;
  readonly seed: number | string;
}

/**
 * Which fold each of n rows belongs to. A number of folds deals the rows out in turn after a seeded shuffle,
 * so that the sizes of the folds differ by at most 1; folds that are given are checked.
 *
 * @returns n whole numbers from 0; at least two folds, none of them empty
 * @throws GaussmixError "folds" when there is no such split
 */
export function foldOfRows(n: number, { folds, seed }: FoldOptions): ArrayLike<number> {
  if (typeof folds !== 'number') return checked(folds, n);
  if (!Number.isInteger(folds) || folds < 2 || folds > n) {
    throw new GaussmixError(
      'folds',
      `crossValidate: folds must be a whole number from 2 to the number of rows (${n}), got ${folds}.`,
    );
  }
  const order = Array.from({ length: n }, (_, i) => i);
  createRandom(seed).shuffle(order);
  const fold = new Int32Array(n);
  order.forEach((row, i) => {
    fold[row] = i % folds;
  });
  return fold;
}

function checked(fold: ArrayLike<number>, n: number): ArrayLike<number> {
  if (fold.length !== n) {
    throw new GaussmixError(
      'folds',
      `crossValidate: folds must give a fold to each of the ${n} rows, got ${fold.length} of them. ` +
        'Try a number of folds.',
    );
  }
  const found = new Set(Array.from(fold));
  if (found.size < 2) {
    throw new GaussmixError(
      'folds',
      `crossValidate: folds must part the rows, got fold ${fold[0]} for all ${n} of them.`,
    );
  }
  const stray = Array.from(fold).find(
    (label) => !(Number.isInteger(label) && label >= 0 && label < found.size),
  );
  if (stray !== undefined) {
    throw new GaussmixError(
      'folds',
      `crossValidate: the ${found.size} folds must be numbered from 0 without a gap, got ${stray}.`,
    );
  }
  return fold;
}
