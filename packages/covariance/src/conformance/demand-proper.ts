import { choleskyInto } from '@gaussmix/linalg';
import type { Covariance } from '../covariance.ts';
import { dimensionOf, logDeterminant, toDense } from '../form-of.ts';
import { demand } from './law.ts';
import type { Setting } from './setting.ts';

/** Demands one well-formed, positive definite covariance of the data's dimension per component. */
export function demandProper(
  covariances: readonly Covariance[],
  { components, dimension }: Pick<Setting, 'components' | 'dimension'>,
): void {
  demand(Array.isArray(covariances), 'estimate must give an array.');
  const count = covariances.length;
  demand(count === components, `estimate must give ${components} covariance(s), got ${count}.`);
  for (const [k, covariance] of covariances.entries()) {
    const fault = faultOf(covariance, dimension);
    demand(fault === undefined, `covariance ${k + 1} of ${components} ${fault}.`);
  }
}

/** @returns what is wrong with a covariance, as the end of a sentence; undefined when nothing is */
function faultOf(covariance: Covariance, d: number): string | undefined {
  const malformed = malformation(covariance);
  if (malformed) return malformed;
  if (dimensionOf(covariance) !== d) return `must have dimension ${d}, got ${dimensionOf(covariance)}`;
  const pivot = choleskyInto(new Float64Array(d * d), toDense(covariance), d);
  if (pivot !== -1) return `must be positive definite, got one that fails at row ${pivot + 1} of ${d}`;
  const logarithm = logDeterminant(covariance);
  return Number.isFinite(logarithm) ? undefined : `must have a finite log-determinant, got ${logarithm}`;
}

function malformation(covariance: Covariance): string | undefined {
  if (covariance?.form === 'identity') return unlessPositive([covariance.variance], 'a variance');
  if (covariance?.form === 'diagonal') return unlessPositive(covariance.variances, 'variances');
  if (covariance?.form === 'low-rank') {
    const { loadings, noise } = covariance;
    if (loadings.length % noise.length !== 0)
      return `must have loadings of ${noise.length} rows, got ${loadings.length} numbers`;
    const bad = loadings.find((loading) => !Number.isFinite(loading));
    return bad === undefined ? unlessPositive(noise, 'noise') : `must have finite loadings, got ${bad}`;
  }
  if (covariance?.form !== 'dense') return 'must have the form "identity", "diagonal", "low-rank" or "dense"';
  const { dimension: d, factor } = covariance;
  if (factor.length !== d * d) return `must have a factor of ${d * d} numbers, got ${factor.length}`;
  const above = factor.findIndex((entry, at) => at % d > Math.floor(at / d) && entry !== 0);
  if (above !== -1) return `must have a lower triangular factor, got ${factor[above]} above the diagonal`;
  const diagonal = factor.filter((_, at) => at % (d + 1) === 0);
  return unlessPositive(diagonal, 'a diagonal of its factor');
}

function unlessPositive(numbers: ArrayLike<number>, what: string): string | undefined {
  const bad = Array.from(numbers).find((number) => !(number > 0 && number < Infinity));
  return bad === undefined ? undefined : `must have ${what} above zero and finite, got ${bad}`;
}
