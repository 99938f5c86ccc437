import type { CovarianceStructure, MomentShape } from '@gaussmix/covariance';
import type { Matrix } from '@gaussmix/linalg';
import type { Centers } from '../loop/maximize.ts';
import type { Moments } from '../moments.ts';

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
  readonly moments: Moments;
  readonly centers: Centers;
}

/**
 * Moments of rows whose responsibilities are given: means first, then deviations and scatter about them.
 *
 * @returns moments with totals of 0: no mixture was evaluated. The mean of a component without rows is 0
 */
export function softMoments(weighted: WeightedRows, structure: CovarianceStructure): CenteredMoments {
  const { rows, components } = weighted;
  const d = rows.columns;
  const origin = new Float64Array(d);
  const first = sumsAbout(weighted, zeros(components, d));
  const offsets = first.deviations.map((sum, k) =>
    sum.map((value) => (first.counts[k]! > 0 ? value / first.counts[k]! : 0)),
  );
  const { counts, deviations } = sumsAbout(weighted, offsets);
  const directions = structure.directions?.({ components, dimension: d });
  const scatters = scattersAbout(weighted, offsets, { want: structure.moments, directions });
  return {
    centers: { dimension: d, origin, offsets },
    moments: {
      dimension: d,
      counts,
      deviations,
      scatters,
      ...(directions && { directions }),
      logLikelihood: 0,
      assignmentEntropy: 0,
      logMaxPosterior: 0,
    },
  };
}

function zeros(number: number, length: number): Float64Array[] {
  return Array.from({ length: number }, () => new Float64Array(length));
}

function sumsAbout({ rows, components, responsibilityOf }: WeightedRows, offsets: readonly Float64Array[]) {
  const d = rows.columns;
  const counts = new Float64Array(components);
  const deviations = zeros(components, d);
  for (let i = 0; i < rows.rows; i++) {
    for (let k = 0; k < components; k++) {
      const weight = responsibilityOf(i, k);
      if (weight === 0) continue;
      counts[k] = counts[k]! + weight;
      const sum = deviations[k]!;
      for (let j = 0; j < d; j++) sum[j] = sum[j]! + weight * (rows.data[i * d + j]! - offsets[k]![j]!);
    }
  }
  return { counts, deviations };
}

function scattersAbout(
  { rows, components, responsibilityOf }: WeightedRows,
  offsets: readonly Float64Array[],
  { want, directions }: { want: MomentShape; directions: Moments['directions'] },
): Float64Array[] {
  const d = rows.columns;
  const length = directions ? d + directions[0]!.length : want === 'diagonal' ? d : d * d;
  const scatters = zeros(want === 'pooled' ? 1 : components, length);
  const deviation = new Float64Array(d);
  for (let i = 0; i < rows.rows; i++) {
    for (let k = 0; k < components; k++) {
      const weight = responsibilityOf(i, k);
      if (weight === 0) continue;
      for (let j = 0; j < d; j++) deviation[j] = rows.data[i * d + j]! - offsets[k]![j]!;
      const scatter = scatters[want === 'pooled' ? 0 : k]!;
      if (directions) addSketch(scatter, deviation, { weight, along: directions[k]! });
      else addScatter(scatter, deviation, weight);
    }
  }
  if (want === 'full' || want === 'pooled') for (const scatter of scatters) mirror(scatter, d);
  return scatters;
}

/** Copies the lower triangle above the diagonal. */
function mirror(matrix: Float64Array, d: number): void {
  for (let i = 0; i < d; i++) for (let j = 0; j < i; j++) matrix[j * d + i] = matrix[i * d + j]!;
}

/** Adds r y y^T V to the products of a sketch, and the diagonal of r y y^T to its diagonal. */
function addSketch(
  sketch: Float64Array,
  y: Float64Array,
  { weight, along }: { weight: number; along: Float64Array },
): void {
  const d = y.length;
  const q = along.length / d;
  addScatter(sketch.subarray(0, d), y, weight);
  for (let f = 0; f < q; f++) {
    let sum = 0;
    for (let j = 0; j < d; j++) sum += y[j]! * along[j * q + f]!;
    for (let j = 0; j < d; j++) sketch[d + j * q + f]! += weight * y[j]! * sum;
  }
}

/** Adds r y y^T to the lower triangle of a matrix, or its diagonal to a diagonal. */
function addScatter(scatter: Float64Array, y: Float64Array, weight: number): void {
  const d = y.length;
  if (scatter.length === d) {
    for (let j = 0; j < d; j++) scatter[j] = scatter[j]! + weight * (y[j]! * y[j]!);
    return;
  }
  for (let i = 0; i < d; i++) {
    for (let j = 0; j <= i; j++) scatter[i * d + j] = scatter[i * d + j]! + weight * (y[i]! * y[j]!);
  }
}
