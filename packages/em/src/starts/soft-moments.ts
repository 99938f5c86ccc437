import type { Covariance, CovarianceStructure } from '@gaussmix/covariance';
import type { Matrix } from '@gaussmix/linalg';
import type { Centers } from '../loop/maximize.ts';
import { type ScatterAdder, scatterAdder } from '../loop/scatter-adder.ts';
import { addInto } from '../loop/secant-model.ts';
import type { Sums } from '../moments.ts';

/** r_ik: how much row i counts for component k. */
export type ResponsibilityOf = (i: number, k: number) => number;

/** Rows with given responsibilities. */
export interface WeightedRows {
  /** n x d. */
  readonly rows: Matrix;
  readonly components: number;
  readonly responsibilityOf: ResponsibilityOf;
}

/** Moments, and the means that they are about. */
export interface CenteredMoments {
  readonly moments: Sums;
  readonly centers: Centers;
}

/**
 * Moments of rows whose responsibilities are given: means first, then deviations and scatter about them.
 *
 * @param before  what iterative structures go on from, if there is anything
 * @returns moments; the mean of a component without rows is 0
 */
export function softMoments(
  weighted: WeightedRows,
  structure: CovarianceStructure,
  before?: readonly Covariance[],
): CenteredMoments {
  const { rows, components } = weighted;
  const dimension = rows.columns;
  const first = sumsAbout(weighted, zeros(components, dimension));
  const offsets = first.deviations.map((sum, k) =>
    sum.map((value) => (first.counts[k]! > 0 ? value / first.counts[k]! : 0)),
  );
  const directions = structure.directions?.({ components, dimension }, before);
  const shape = structure.moments;
  const breadth = directions ? 1 + directions[0]!.length / dimension : shape === 'diagonal' ? 1 : dimension;
  const scatters = zeros(shape === 'pooled' ? 1 : components, dimension * breadth);
  const second = { dimension, scatters, ...(directions && { directions }) };
  return {
    centers: {
      dimension,
      origin: new Float64Array(dimension),
      offsets,
      ...(before && { covariances: before }),
    },
    moments: { ...second, ...sumsAbout(weighted, offsets, scatterAdder(second)) },
  };
}

function zeros(number: number, length: number): Float64Array[] {
  return Array.from({ length: number }, () => new Float64Array(length));
}

function sumsAbout(
  { rows, components, responsibilityOf }: WeightedRows,
  offsets: readonly Float64Array[],
  addScatter?: ScatterAdder,
) {
  const d = rows.columns;
  const counts = new Float64Array(components);
  const deviations = zeros(components, d);
  const deviation = new Float64Array(d);
  for (let i = 0; i < rows.rows; i++) {
    for (let k = 0; k < components; k++) {
      const weight = responsibilityOf(i, k);
      if (weight === 0) continue;
      counts[k] = counts[k]! + weight;
      for (let j = 0; j < d; j++) deviation[j] = rows.data[i * d + j]! - offsets[k]![j]!;
      addInto(deviations[k]!, deviation, weight);
      addScatter?.(k, deviation, weight);
    }
  }
  return { counts, deviations };
}
