import { createRandom, type Random } from '@gaussmix/random';
import type { Cell, Kind, StructureName } from '../cells.ts';
import { nearestDistances } from './distances.ts';

/** A mixture that data are drawn from: component k is mean + L z with z standard normal. */
export interface Truth {
  readonly weights: Float64Array;
  /** K vectors of length d. */
  readonly means: readonly Float64Array[];
  /** K lower triangles L, d x d row-major, with covariance L L^T. */
  readonly factors: readonly Float64Array[];
}

/** How many times means are drawn, to choose from. */
const DRAWS = 50;

/** Mahalanobis distances that the kinds of data are scaled to. */
export const DISTANCE: Readonly<Record<Kind, number>> = { separated: 8, overlapping: 2, 'one-cloud': 0.1 };

/**
 * The mixture of a cell, within the family that is fitted to it. Covariances are well conditioned; means are drawn
 * from N(0, I), the most even of many draws, and then scaled: else two of three means on a line would often be close
 * and the third, scaled with them, so far that others lose their digits. With the distance between two components measured under the covariance of either,
 * whichever gives less:
 *
 * - separated: the smallest distance of any pair is 8;
 * - overlapping: the median over the components of the distance to the nearest other one is 2;
 * - one cloud: that median is 0.1, so that every row belongs to every component.
 *
 * @returns weights between half and one and a half times 1 / K, means and factors; the same for the same arguments
 */
export function truthOf({ columns: d, components }: Cell, structure: StructureName, kind: Kind): Truth {
  const random = createRandom(`truth ${d} ${components} ${structure} ${kind}`);
  const indices = Array.from({ length: components }, (_, k) => k);
  const raw = indices.map(() => 0.5 + random.uniform());
  const total = raw.reduce((sum, weight) => sum + weight, 0);
  const shared = factorOf(d, structure, random);
  const factors = indices.map(() => (structure === 'tied' ? shared : factorOf(d, structure, random)));
  const drawn = evenMeans(factors, d, random);
  const scale = DISTANCE[kind] / referenceDistance(drawn, { factors, kind });
  return {
    weights: Float64Array.from(raw, (weight) => weight / total),
    means: drawn.map((mean) => mean.map((value) => scale * value)),
    factors,
  };
}

/** A lower triangle whose covariance has variances about 1; correlated columns for "full" and "tied" alone. */
function factorOf(d: number, structure: StructureName, random: Random): Float64Array {
  const factor = new Float64Array(d * d);
  const one = spread(random);
  for (let i = 0; i < d; i++) {
    factor[i * d + i] = structure === 'spherical' ? one : spread(random);
    if (structure === 'diag' || structure === 'spherical') continue;
    for (let j = 0; j < i; j++) factor[i * d + j] = (0.5 * random.normal()) / Math.sqrt(d);
  }
  return factor;
}

/** A standard deviation between 0.7 and 1.4. */
function spread(random: Random): number {
  return 0.7 + 0.7 * random.uniform();
}

/** Of several draws of K means the one whose distances to the nearest other mean are most alike. */
function evenMeans(factors: readonly Float64Array[], d: number, random: Random): Float64Array[] {
  const draws = Array.from({ length: DRAWS }, () => {
    const means = factors.map(() => Float64Array.from({ length: d }, () => random.normal()));
    const nearest = nearestDistances(means, factors);
    return { means, unevenness: Math.max(...nearest) / Math.min(...nearest) };
  });
  return draws.reduce((best, draw) => (draw.unevenness < best.unevenness ? draw : best)).means;
}

function referenceDistance(
  means: readonly Float64Array[],
  { factors, kind }: { factors: readonly Float64Array[]; kind: Kind },
): number {
  if (means.length === 1) return DISTANCE[kind];
  const nearest = nearestDistances(means, factors).sort((a, b) => a - b);
  return kind === 'separated' ? nearest[0]! : nearest[Math.floor(nearest.length / 2)]!;
}
