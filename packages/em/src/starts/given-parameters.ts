import { type Covariance, covarianceFromDense } from '@gaussmix/covariance';
import { createMixture, unmapMixture } from '@gaussmix/distributions';
import { GaussmixError } from '@gaussmix/kernels';
import type { CovarianceLike, InitialParameters } from '../options.ts';
import { refuseStart, type Start, type StartContext } from './start-context.ts';
import { wholeDataCovariances } from './whole-data-covariances.ts';

/**
 * A start by parameters in the data's units; weights are equal and covariances the whole data's where they are left out.
 *
 * @throws GaussmixError "initial" when numbers or dimensions are not the data's, or a covariance is not positive definite
 */
export function fromParameters(initial: InitialParameters): Start {
  return (context) => {
    const { components, coordinates, where } = context;
    const means = initial.means.map((mean) => (typeof mean === 'number' ? [mean] : mean));
    requireMeans(means, context);
    const covariances = initial.covariances?.map((covariance, k) =>
      inInitial(where, () => covarianceOfLike(covariance, context.rows.columns), `initial.covariances[${k}]`),
    );
    requirePositiveWeights(initial.weights ?? [], where);
    const weights = initial.weights ?? new Float64Array(components).fill(1 / components);
    const { origin, offsets } = initial;
    // Where covariances are left out, these stand in until the whole data's replace them, in the fit's coordinates.
    const standIns = means.map(
      (): Covariance => ({ form: 'identity', dimension: context.rows.columns, variance: 1 }),
    );
    const mixture = inInitial(where, () =>
      createMixture({
        weights,
        means,
        covariances: covariances ?? standIns,
        ...(origin ? { origin } : {}),
        ...(offsets ? { offsets } : {}),
      }),
    );
    const start = unmapMixture(mixture, coordinates);
    return covariances ? start : { ...start, covariances: wholeDataCovariances(context) };
  };
}

function requireMeans(means: readonly ArrayLike<number>[], context: StartContext): void {
  const { components, rows, where } = context;
  if (means.length !== components) {
    refuseStart(where, `initial.means must be one for each component (${components}), got ${means.length}.`);
  }
  const k = means.findIndex((vector) => vector.length !== rows.columns);
  if (k < 0) return;
  const got = means[k]!.length;
  refuseStart(
    where,
    `initial.means must have as many numbers as x has columns (${rows.columns}), got ${got} in mean ${k + 1}.`,
  );
}

function requirePositiveWeights(weights: ArrayLike<number>, where: string): void {
  const k = Array.from(weights).indexOf(0);
  if (k >= 0)
    refuseStart(where, `initial.weights must be positive, got 0 in place ${k + 1}: no row would choose it.`);
}

function covarianceOfLike(covariance: CovarianceLike, d: number): Covariance {
  if (covariance === null || covariance === undefined) {
    throw new GaussmixError(
      'shape',
      `covariance: must be a number, a list, a matrix or a form, got ${covariance}.`,
    );
  }
  if (typeof covariance === 'number') return { form: 'identity', dimension: d, variance: covariance };
  if ('form' in covariance) return covariance;
  if (typeof covariance[0] === 'number') {
    return { form: 'diagonal', variances: Float64Array.from(covariance as readonly number[]) };
  }
  const matrix = covariance as readonly (readonly number[])[];
  requireSymmetric(matrix);
  return covarianceFromDense(Float64Array.from(matrix.flat()), matrix.length);
}

/** Entries that mirror each other may differ by what printing with nine digits leaves. */
const SYMMETRY = 1e-8;

function requireSymmetric(matrix: readonly (readonly number[])[]): void {
  for (const [i, row] of matrix.entries()) {
    if (row.length !== matrix.length) {
      const what = `the matrix must have ${matrix.length} numbers in each row, got ${row.length} in row ${i + 1}.`;
      throw new GaussmixError('shape', `covariance: ${what}`);
    }
    for (let j = 0; j < i; j++) {
      const [entry, mirror] = [row[j]!, matrix[j]![i]!];
      if (Math.abs(entry - mirror) <= SYMMETRY * Math.max(Math.abs(entry), Math.abs(mirror))) continue;
      const what = `the matrix must be symmetric, got ${entry} and ${mirror} in places (${i + 1}, ${j + 1}) and mirrored.`;
      throw new GaussmixError('shape', `covariance: ${what}`);
    }
  }
}

/** Runs a check of another package and retells its error as one of the start. */
function inInitial<T>(where: string, make: () => T, name = 'initial'): T {
  try {
    return make();
  } catch (error) {
    if (error instanceof GaussmixError)
      return refuseStart(where, `${name}: ${error.message.replace(/^\w+: /, '')}`);
    throw error;
  }
}
