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
    const weights = initial.weights ?? new Float64Array(components).fill(1 / components);
    const { origin, offsets } = initial;
    // Where covariances are left out, the placeholder is replaced below, in the fit's coordinates.
    const placeholder = means.map(
      (): Covariance => ({ form: 'identity', dimension: context.rows.columns, variance: 1 }),
    );
    const mixture = inInitial(where, () =>
      createMixture({
        weights,
        means,
        covariances: covariances ?? placeholder,
        ...(origin && offsets ? { origin, offsets } : {}),
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

function covarianceOfLike(covariance: CovarianceLike, d: number): Covariance {
  if (typeof covariance === 'number') return { form: 'identity', dimension: d, variance: covariance };
  if ('form' in covariance) return covariance;
  if (typeof covariance[0] === 'number') {
    return { form: 'diagonal', variances: Float64Array.from(covariance as readonly number[]) };
  }
  const matrix = covariance as readonly (readonly number[])[];
  return covarianceFromDense(Float64Array.from(matrix.flat()), matrix.length);
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
