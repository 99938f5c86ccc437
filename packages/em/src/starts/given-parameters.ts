import { type Covariance, covarianceFromDense, dimensionOf } from '@gaussmix/covariance';
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
    requireDimensions('means', means, context);
    if (initial.covariances && initial.covariances.length !== components) {
      const got = initial.covariances.length;
      refuseStart(where, `initial.covariances must be one for each component (${components}), got ${got}.`);
    }
    const covariances = initial.covariances?.map((covariance, k) => readCovariance(covariance, k, context));
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

function requireDimensions(what: string, vectors: readonly ArrayLike<number>[], context: StartContext): void {
  const { components, rows, where } = context;
  if (vectors.length !== components) {
    refuseStart(
      where,
      `initial.${what} must be one for each component (${components}), got ${vectors.length}.`,
    );
  }
  const k = vectors.findIndex((vector) => vector.length !== rows.columns);
  if (k < 0) return;
  const got = vectors[k]!.length;
  refuseStart(
    where,
    `initial.${what} must have as many numbers as x has columns (${rows.columns}), got ${got} in mean ${k + 1}.`,
  );
}

function readCovariance(covariance: CovarianceLike, k: number, { rows, where }: StartContext): Covariance {
  const d = rows.columns;
  const name = `initial.covariances[${k}]`;
  const read = inInitial(where, () => covarianceOfLike(covariance, d), name);
  if (dimensionOf(read) === d && diagonalIsPositive(read)) return read;
  return refuseStart(
    where,
    `${name} must be positive definite with as many dimensions as x has columns (${d}).`,
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

function diagonalIsPositive(covariance: Covariance): boolean {
  if (covariance.form === 'identity') return covariance.variance > 0 && covariance.variance < Infinity;
  const entries = covariance.form === 'diagonal' ? covariance.variances : diagonalOf(covariance);
  return entries.every((entry) => entry > 0 && entry < Infinity);
}

function diagonalOf({ dimension: d, factor }: Extract<Covariance, { form: 'dense' }>): Float64Array {
  return Float64Array.from({ length: d }, (_, j) => factor[j * d + j]!);
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
