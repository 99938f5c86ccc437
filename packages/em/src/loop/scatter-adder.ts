import type { ComponentMoments } from '@gaussmix/covariance';

/** Scatters of whatever shape: that of the moments they belong to. */
export type Scatters = Pick<ComponentMoments, 'dimension' | 'scatters' | 'directions'>;

/** Adds w y y^T to the scatter of component k. */
export type ScatterAdder = (k: number, y: Float64Array, weight: number) => void;

/**
 * Adds to scatters in their shape: to matrices; to diagonals, which stay above zero; or to sketches along V, the diagonal and
 * then w y (y^T V).
 *
 * @param moments  whose scatters are changed
 */
export function scatterAdder({ dimension: d, scatters, directions }: Scatters): ScatterAdder {
  return (k, y, weight) => {
    const scatter = scatters[scatters.length === 1 ? 0 : k]!;
    if (directions === undefined && scatter.length > d) {
      for (let i = 0; i < d; i++) {
        for (let j = 0; j <= i; j++) {
          const sum = scatter[i * d + j]! + weight * (y[i]! * y[j]!);
          scatter[i * d + j] = sum;
          scatter[j * d + i] = sum;
        }
      }
      return;
    }
    for (let j = 0; j < d; j++) scatter[j] = Math.max(0, scatter[j]! + weight * (y[j]! * y[j]!));
    const along = directions?.[k] ?? [];
    const q = along.length / d;
    for (let f = 0; f < q; f++) {
      let sum = 0;
      for (let j = 0; j < d; j++) sum += y[j]! * along[j * q + f]!;
      for (let j = 0; j < d; j++) scatter[d + j * q + f]! += weight * y[j]! * sum;
    }
  };
}
