import { componentLogDensities, type Mixture, predictProba } from '@gaussmix/distributions';
import { exp } from '@gaussmix/kernels';
import type { Matrix } from '@gaussmix/linalg';
import type { Interval, Place } from '../../charts/frame.ts';

/** A mixture on a line, ready to be drawn. */
export interface DensityLines {
  /** For each component the curve of w_k N(x; mu_k, sigma_k^2). */
  readonly weighted: readonly (readonly Place[])[];
  /** Their sum, the density of the mixture. */
  readonly sum: readonly Place[];
  /** The posteriors at the same places, for a strip of mixed colors. */
  readonly posteriors: Matrix;
  readonly highest: number;
}

const places = 400;

/** The curves of a mixture over an interval: at even distances, and at the means, so that narrow peaks are not missed. */
export function densityLines(mixture: Mixture, [low, high]: Interval): DensityLines {
  const even = Array.from({ length: places + 1 }, (_, i) => low + ((high - low) * i) / places);
  const peaks = mixture.means.map(([mean]) => mean).filter((mean) => mean > low && mean < high);
  const xs = [...even, ...peaks].sort((a, b) => a - b);
  const densities = componentLogDensities(mixture, xs).data.map(exp);
  const { weights } = mixture;
  const weighted = Array.from(weights, (weight, k) =>
    xs.map((x, i) => ({ x, y: weight * densities[i * weights.length + k] })),
  );
  const sum = xs.map((x, i) => ({ x, y: weighted.reduce((total, curve) => total + curve[i].y, 0) }));
  return {
    weighted,
    sum,
    posteriors: predictProba(mixture, even),
    highest: sum.reduce((most, { y }) => Math.max(most, y), 0),
  };
}
