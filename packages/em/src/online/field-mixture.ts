import { createMixture, type Mixture } from '@gaussmix/distributions';
import { GaussmixError } from '@gaussmix/kernels';
import type { MixtureField } from './mixture-field.ts';

/**
 * The mixture at one cell of a field, to predict, to score, to draw.
 *
 * @param cell  counted from 0
 * @returns a mixture of its own, in the data's units
 * @throws GaussmixError "cell"
 */
export function fieldMixture(field: MixtureField, cell: number): Mixture {
  const { cells, components: K, dimension: d, counts, means, variances } = field;
  if (!(Number.isInteger(cell) && cell >= 0 && cell < cells)) {
    throw new GaussmixError(
      'cell',
      `fieldMixture: cell must be a whole number from 0 to ${cells - 1}, got ${cell}.`,
    );
  }
  const own = counts.subarray(cell * K, (cell + 1) * K);
  const total = own.reduce((sum, count) => sum + count, 0);
  const rowsOf = (numbers: Float64Array): Float64Array[] =>
    Array.from(own, (_, k) => numbers.slice((cell * K + k) * d, (cell * K + k + 1) * d));
  return createMixture({
    weights: own.map((count) => count / total),
    means: rowsOf(means),
    covariances: rowsOf(variances).map((each) => ({ form: 'diagonal', variances: each })),
  });
}
