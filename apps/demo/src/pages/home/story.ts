import { covarianceFromDense } from '@gaussmix/covariance';
import { createMixture, type Mixture, sample } from '@gaussmix/distributions';
import { iterate } from '@gaussmix/em';
import { sincos } from '@gaussmix/kernels';
import type { Matrix } from '@gaussmix/linalg';
import { createRandom } from '@gaussmix/random';

/** Data, and how EM came to understand them. */
export interface Story {
  readonly rows: Matrix;
  /** The mixture at the start and after each iteration. */
  readonly mixtures: readonly Mixture[];
  readonly logLikelihoods: readonly number[];
}

const components = 4;
const rowCount = 600;
const iterations = 40;

/**
 * Rows from a mixture that the seed makes up, and plain EM on them from a start that knows nothing.
 *
 * @param seed  same seed, same story
 */
export function story(seed: number): Story {
  const { rows } = sample(hiddenMixture(seed), rowCount, { seed });
  const mixtures: Mixture[] = [];
  const logLikelihoods: number[] = [];
  const steps = iterate(rows, {
    components,
    seed,
    initial: 'random-from-data',
    maxIterations: iterations,
    tolerance: 0,
  });
  for (const { mixture, logLikelihood } of steps) {
    mixtures.push(mixture);
    logLikelihoods.push(logLikelihood);
  }
  return { rows, mixtures, logLikelihoods };
}

/** Stretched groups around a ring, turned at random, so that none hides another. */
function hiddenMixture(seed: number): Mixture {
  const random = createRandom(`home ${seed}`);
  const turn = random.uniform() * 2 * Math.PI;
  const groups = Array.from({ length: components }, (_, k) => {
    const around = turn + (2 * Math.PI * (k + 0.5 * random.uniform())) / components;
    const place = sincos(around);
    const [long, short] = [0.5 + 0.7 * random.uniform(), 0.2 + 0.25 * random.uniform()];
    const { cos, sin } = sincos(Math.PI * random.uniform());
    const cross = (long * long - short * short) * cos * sin;
    const matrix = Float64Array.of(
      long * long * cos * cos + short * short * sin * sin,
      ...[cross, cross],
      long * long * sin * sin + short * short * cos * cos,
    );
    return {
      weight: 0.6 + random.uniform(),
      mean: [3 * place.cos, 1.6 * place.sin],
      covariance: covarianceFromDense(matrix, 2),
    };
  });
  const total = groups.reduce((sum, { weight }) => sum + weight, 0);
  return createMixture({
    weights: groups.map(({ weight }) => weight / total),
    means: groups.map(({ mean }) => mean),
    covariances: groups.map(({ covariance }) => covariance),
  });
}
