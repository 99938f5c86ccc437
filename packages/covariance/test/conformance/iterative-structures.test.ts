import { choleskyInto, invertLower } from '@gaussmix/linalg';
import { describe, test } from 'vitest';
import { covarianceLaws } from '../../src/conformance.ts';
import type { Covariance } from '../../src/covariance.ts';
import { covarianceFromDense } from '../../src/covariance-from.ts';
import { toDense } from '../../src/form-of.ts';
import { SingularCovarianceError } from '../../src/singular-covariance-error.ts';
import type { ComponentMoments, CovarianceStructure } from '../../src/structure.ts';

/**
 * The laws leave room for families whose M-step is a loop, and still know them apart from their neighbors. Here, one
 * shape with a volume for each component, which two formulas make from each other until they agree:
 *
 *   Sigma_k = lambda_k C,   lambda_k = tr(S_k C^-1) / (d N_k),   C = sum_k S_k / lambda_k / n
 *
 * Celeux & Govaert (1995), models lambda_k C (VEE) and lambda_k B (VEI, where only diagonals count).
 */
const vee: CovarianceStructure = {
  name: 'one shape, volumes of their own',
  moments: 'full',
  closedUnder: 'affine',
  estimate: (moments, previous) => alternate(moments, previous),
  parameterCount: (components, d) => components + (d * (d + 1)) / 2 - 1,
};

const vei: CovarianceStructure = {
  name: 'one diagonal shape, volumes of their own',
  moments: 'diagonal',
  closedUnder: 'scaling',
  estimate(moments, previous) {
    const { dimension: d, scatters } = moments;
    const matrices = scatters.map((diagonal) => {
      const matrix = new Float64Array(d * d);
      for (let j = 0; j < d; j++) matrix[j * d + j] = diagonal[j]!;
      return matrix;
    });
    return alternate({ ...moments, scatters: matrices }, previous);
  },
  parameterCount: (components, d) => components + d - 1,
};

/** Where an inner loop stops: a step that changes no volume by more than this share. */
const innerTolerance = 1e-10;

function alternate(moments: ComponentMoments, previous?: readonly Covariance[]): Covariance[] {
  const { dimension: d, counts, scatters } = moments;
  let volumes = Array.from(counts, () => 1);
  let shape = previous ? covarianceFromDense(toDense(previous[0]!), d) : shapeOf(moments, volumes);
  for (let change = 1; change > innerTolerance; ) {
    const before = volumes;
    const whitener = invertLower(shape.factor, d);
    volumes = scatters.map((scatter, k) => {
      const volume = traceInShape(scatter, whitener, d) / d / counts[k]!;
      if (!(volume > 0 && volume < Infinity)) throw new SingularCovarianceError(k);
      return volume;
    });
    change = Math.max(...volumes.map((volume, k) => Math.abs(volume / before[k]! - 1)));
    shape = shapeOf(moments, volumes);
  }
  return volumes.map((volume) => ({
    ...shape,
    factor: shape.factor.map((entry) => entry * Math.sqrt(volume)),
  }));
}

function shapeOf({ dimension: d, counts, scatters }: ComponentMoments, volumes: readonly number[]) {
  const rows = counts.reduce((sum, count) => sum + count, 0);
  const factor = new Float64Array(d * d);
  for (const [k, scatter] of scatters.entries()) {
    for (const [at, entry] of scatter.entries()) factor[at] = factor[at]! + entry / volumes[k]! / rows;
  }
  if (choleskyInto(factor, factor, d) >= 0) throw new SingularCovarianceError(undefined);
  return { form: 'dense' as const, dimension: d, factor };
}

/** tr(S C^-1) = sum of squares of the whitened scatter's factor, here as tr(W S W^T), W = L^-1. */
function traceInShape(scatter: Float64Array, whitener: Float64Array, d: number): number {
  let trace = 0;
  for (let i = 0; i < d; i++) {
    for (let j = 0; j <= i; j++) {
      for (let k = 0; k <= i; k++) {
        trace += whitener[i * d + j]! * scatter[j * d + k]! * whitener[i * d + k]!;
      }
    }
  }
  return trace;
}

for (const structure of [vee, vei]) {
  describe(structure.name, () => {
    for (const { title, check } of covarianceLaws(structure)) test(title, check);
  });
}
