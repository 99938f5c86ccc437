import { GaussmixError } from '@gaussmix/kernels';
import { createMatrix, type Matrix, type MatrixLike } from '@gaussmix/linalg';
import { asPosteriors } from './as-posteriors.ts';

/**
 * The soft clustering that a grouping of components makes: a row belongs to a cluster as much as to all of its
 * components together.
 *
 *   t_ig = sum over the components k of cluster g of tau_ik
 *
 * @param posteriors  n x K, as `predictProba` returns them
 * @param groups  the components of each cluster, counted from 0, such as `level.groups`
 * @returns n x G, one column for each cluster
 * @throws GaussmixError "posteriors" when some row is not one of probabilities; "groups" when the groups name
 *   a component that is not there
 */
export function combinePosteriors(posteriors: MatrixLike, groups: readonly (readonly number[])[]): Matrix {
  const { data, rows, columns } = asPosteriors(posteriors, 'combinePosteriors');
  const stray = groups.flat().find((k) => !(Number.isInteger(k) && k >= 0 && k < columns));
  if (stray !== undefined) {
    throw new GaussmixError(
      'groups',
      `combinePosteriors: groups must hold components from 0 to ${columns - 1}, got ${stray}.`,
    );
  }
  const combined = createMatrix(rows, groups.length);
  for (let i = 0; i < rows; i++) {
    groups.forEach((components, g) => {
      let sum = 0;
      for (const k of components) sum += data[i * columns + k]!;
      combined.data[i * groups.length + g] = sum;
    });
  }
  return combined;
}
