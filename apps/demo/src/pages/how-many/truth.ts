import { covarianceFromDense } from '@gaussmix/covariance';
import { createMixture, type Mixture } from '@gaussmix/distributions';
import { createRandom, type Random } from '@gaussmix/random';

/** What the groups look like: one circle for all, one ellipse for all, or each its own. */
export const shapes = ['circle', 'ellipse', 'own'] as const;

/** One of them. */
export type Shape = (typeof shapes)[number];

/** What the true groups are. */
export interface TruthOptions {
  readonly groups: number;
  /** How far the nearest two means are apart; a group has a standard deviation of about 1. */
  readonly separation: number;
  readonly shape: Shape;
  readonly seed: number;
  readonly dimensions: number;
}

/** Ways to place the means of which the one that spreads them most evenly is taken. */
const placements = 60;

/**
 * The mixture that data are drawn from. Groups differ in the first two columns; all further columns are normal noise, the
 * same for each group.
 */
export function truth({ groups, separation, shape, seed, dimensions: d }: TruthOptions): Mixture {
  const random = createRandom(`how many ${seed}`);
  const where = means(random.fork('means'), { groups, separation, columns: Math.min(2, d) });
  const shares = Array.from({ length: groups }, () => 0.7 + 0.6 * random.uniform());
  const total = shares.reduce((sum, share) => sum + share, 0);
  const common = ellipse(random.fork('common'), shape);
  const covariances = where.map((_, k) =>
    block(shape === 'own' ? ellipse(random.fork(k), shape) : common, d),
  );
  return createMixture({
    weights: shares.map((share) => share / total),
    means: where.map((mean) => Array.from({ length: d }, (_, j) => mean[j] ?? 0)),
    covariances,
  });
}

/** Means whose nearest two are `separation` apart, and the others not much farther. */
function means(
  random: Random,
  { groups, separation, columns }: { groups: number; separation: number; columns: number },
): number[][] {
  let best: { places: number[][]; nearest: number; evenness: number } | undefined;
  for (let trial = 0; trial < placements; trial++) {
    const places = Array.from({ length: groups }, () =>
      Array.from({ length: columns }, () => random.normal()),
    );
    const gaps = places.flatMap((a, i) =>
      places.slice(i + 1).map((b) => Math.sqrt(a.reduce((sum, value, j) => sum + (value - b[j]) ** 2, 0))),
    );
    const nearest = gaps.length === 0 ? 1 : Math.min(...gaps);
    const evenness = gaps.length === 0 ? 1 : nearest / Math.max(...gaps);
    if (best === undefined || evenness > best.evenness) best = { places, nearest, evenness };
  }
  const { places, nearest } = best!;
  return places.map((place) => place.map((value) => (value * separation) / nearest));
}

/** xx, xy and yy of a group in the first two columns. */
function ellipse(random: Random, shape: Shape): [number, number, number] {
  if (shape === 'circle') return [1, 0, 1];
  const [long, short] = [1.1 + 0.5 * random.uniform(), 0.35 + 0.4 * random.uniform()];
  const angle = Math.PI * random.uniform();
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return [
    long * long * cos * cos + short * short * sin * sin,
    (long * long - short * short) * cos * sin,
    long * long * sin * sin + short * short * cos * cos,
  ];
}

/** The covariance with these numbers in its first two columns and ones in the others. */
function block([xx, xy, yy]: readonly [number, number, number], d: number) {
  const matrix = Float64Array.from({ length: d * d }, (_, at) => (at % (d + 1) === 0 ? 1 : 0));
  matrix[0] = xx;
  if (d > 1) {
    matrix[1] = xy;
    matrix[d] = xy;
    matrix[d + 1] = yy;
  }
  return covarianceFromDense(matrix, d);
}
