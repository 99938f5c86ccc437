import { choleskyInto } from '@gaussmix/linalg';
import type { Moments } from '../moments.ts';
import type { Centers } from './maximize.ts';
import { addInto } from './secant-model.ts';

/** Moments, and what they are about. */
export interface AboutCenters {
  readonly moments: Moments;
  readonly mixture: Centers;
}

/**
 * A linear combination of moments. Those of one component add up once they are about one point.
 *
 *   s' = s + N delta,   S' = S + delta s^T + s delta^T + N delta delta^T
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

/** Moments about other points. */
function moved({ moments, mixture }: AboutCenters, offsets: readonly Float64Array[]): Moments {
  const { dimension: d, counts } = moments;
  const deviations = moments.deviations.map((sums) => sums.slice());
  const scatters = moments.scatters.map((scatter) => scatter.slice());
  for (const [k, sums] of deviations.entries()) {
    const count = counts[k]!;
    const delta = offsets[k]!.map((value, j) => mixture.offsets[k]![j]! - value);
    const scatter = scatters[scatters.length === 1 ? 0 : k]!;
    const diagonal = scatter.length === d;
    for (let i = 0; i < d; i++) {
      for (let j = diagonal ? i : 0; j < (diagonal ? i + 1 : d); j++) {
        const cross = delta[i]! * sums[j]! + delta[j]! * sums[i]!;
        const at = diagonal ? i : i * d + j;
        scatter[at] = scatter[at]! + cross + count * (delta[i]! * delta[j]!);
      }
    }
    for (let j = 0; j < d; j++) sums[j] = sums[j]! + count * delta[j]!;
  }
  return { ...moments, counts: counts.slice(), deviations, scatters };
}

function isPositive(scatter: Float64Array, d: number): boolean {
  if (scatter.length === d) return scatter.every((entry) => entry > 0);
  return choleskyInto(new Float64Array(d * d), scatter, d) < 0;
}
