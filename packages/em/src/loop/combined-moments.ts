import { choleskyInto } from '@gaussmix/linalg';
import type { Moments } from '../moments.ts';
import type { Centers } from './maximize.ts';
import { scatterAdder } from './scatter-adder.ts';
import { addInto } from './secant-model.ts';

/** Moments, and what they are about. */
export interface AboutCenters {
  readonly moments: Moments;
  readonly mixture: Centers;
}

/**
 * A linear combination of moments. Those of one component add up once they are about one point.
 *
 *   s' = s + N delta,   S' = S + (s' s'^T - s s^T) / N
 *
 * @param coefficients  one for each, summing to 1
 * @param about  K points
 * @returns moments about the means that they stand for, or undefined when they could be those of no data: a count is not
 * positive, or a scatter not positive definite
 */
export function combinedMoments(
  all: readonly AboutCenters[],
  coefficients: Float64Array,
  about: Centers,
): AboutCenters | undefined {
  const sum = moved(all[0]!, about.offsets);
  for (const [h, one] of all.entries()) {
    const { counts, deviations, scatters } = moved(one, about.offsets);
    // The first is there already, once.
    const factor = coefficients[h]! - (h === 0 ? 1 : 0);
    addInto(sum.counts, counts, factor);
    for (const [k, deviation] of deviations.entries()) addInto(sum.deviations[k]!, deviation, factor);
    for (const [k, scatter] of scatters.entries()) addInto(sum.scatters[k]!, scatter, factor);
  }
  if (!sum.counts.every((count) => count > 0)) return undefined;
  const offsets = about.offsets.map((offset, k) =>
    offset.map((value, j) => value + sum.deviations[k]![j]! / sum.counts[k]!),
  );
  const moments = moved({ moments: sum, mixture: about }, offsets);
  return moments.scatters.every((scatter) => isPositive(scatter, about.dimension))
    ? { moments, mixture: { ...about, offsets } }
    : undefined;
}

/** Moments about other points: s' = s + N delta. */
function moved({ moments, mixture }: AboutCenters, offsets: readonly Float64Array[]): Moments {
  const counts = moments.counts.slice();
  const scatters = moments.scatters.map((scatter) => scatter.slice());
  const add = scatterAdder({ ...moments, scatters });
  const deviations = moments.deviations.map((sums, k) => {
    const count = counts[k]!;
    const others = sums.map((sum, j) => sum + count * (mixture.offsets[k]![j]! - offsets[k]![j]!));
    add(k, sums, -1 / count);
    add(k, others, 1 / count);
    return others;
  });
  return { ...moments, counts, deviations, scatters };
}

function isPositive(scatter: Float64Array, d: number): boolean {
  if (scatter.length === d) return scatter.every((entry) => entry > 0);
  return choleskyInto(new Float64Array(d * d), scatter, d) < 0;
}
