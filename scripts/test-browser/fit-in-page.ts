import { fitMixture } from '@gaussmix/em';

/** Rows of two groups in the plane, with all their bits, the same in every engine. */
export const rows: readonly number[][] = Array.from({ length: 1500 }, (_, i) => {
  const [a, b] = [((i * 7919) % 1013) / 1013, ((i * 104729) % 997) / 997];
  return i % 3 === 0 ? [a + b, a - b] : [3 + a * b, 2 + a];
});

/** Every number of a fit with defaults, in bits: 16 hexadecimal digits each. */
export function bitsOfFit(x: readonly number[][]): string[] {
  const { mixture, logLikelihood, trace } = fitMixture(x as number[][], { components: 2, restarts: 2 });
  const factors = mixture.covariances.map((covariance) =>
    covariance.form === 'dense' ? [...covariance.factor] : [],
  );
  const numbers = [
    logLikelihood,
    ...trace,
    ...mixture.weights,
    ...mixture.means.map((mean) => [...mean]),
    ...factors,
  ];
  const words = new BigUint64Array(Float64Array.from(numbers.flat()).buffer);
  return [...words].map((word) => word.toString(16).padStart(16, '0'));
}
