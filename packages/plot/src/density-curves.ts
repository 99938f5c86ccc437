import { componentLogDensities, type Mixture } from '@gaussmix/distributions';
import { exp } from '@gaussmix/kernels';
import { standardDeviations } from './standard-deviations.ts';

/** The density of a mixture in one dimension, and what each component adds to it. */
export interface DensityCurves {
  /** Ascending, in the data's units. */
  readonly positions: Float64Array;
  /** p(x) at each position, in 1 / the data's units. */
  readonly mixture: Float64Array;
  /** w_k N(x; mu_k, Sigma_k) at each position, for each of K components. */
  readonly components: readonly Float64Array[];
}

/**
 * The curves of a one-dimensional mixture from low to high.
 *
 * Positions are spread evenly, with each mean among them, and closer about a mean whose component is thin for the
 * window, so that every component keeps its height.
 *
 * @param mixture  of dimension 1; see marginal
 */
export function densityCurves(mixture: Mixture, low: number, high: number): DensityCurves {
  const positions = curvePositions(mixture, low, high);
  const count = positions.length;
  const logDensities = componentLogDensities(mixture, positions);
  const components = Array.from(mixture.weights, () => new Float64Array(count));
  const total = new Float64Array(count);
  components.forEach((component, k) => {
    for (let i = 0; i < count; i++) {
      component[i] = mixture.weights[k]! * exp(logDensities.data[i * components.length + k]!);
      total[i] = total[i]! + component[i]!;
    }
  });
  return { positions, mixture: total, components };
}

function curvePositions(mixture: Mixture, low: number, high: number): Float64Array {
  const even = 256;
  const positions = Array.from({ length: even + 1 }, (_, i) => low + (high - low) * (i / even));
  mixture.means.forEach(([mean], k) => {
    const [deviation] = standardDeviations(mixture.covariances[k]!) as unknown as [number];
    positions.push(mean!);
    if (deviation > (4 * (high - low)) / even) return;
    for (let step = -20; step <= 20; step++) positions.push(mean! + (step / 5) * deviation);
  });
  return Float64Array.from(new Set(positions))
    .filter((position) => position >= low && position <= high)
    .sort();
}
