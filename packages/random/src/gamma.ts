import { exp, GaussmixError, log } from '@gaussmix/kernels';

/**
 * A draw from the gamma distribution with scale 1: d V, where V = (1 + x / sqrt(9 d))^3, d = shape - 1/3,
 * x is normal, and the draw is accepted with probability exp(x^2 / 2 + d - d V + d log V).
 * Shapes below 1 are drawn as gamma(shape + 1) U^(1 / shape).
 *
 * Marsaglia and Tsang (2000), A simple method for generating gamma variables.
 */
export function gamma(source: { uniform: () => number; normal: () => number }, shape: number): number {
  if (!(shape > 0 && shape < Infinity)) {
    throw new GaussmixError('shape', `Random.gamma: shape must be positive and finite, got ${shape}`);
  }
  if (shape < 1) return gamma(source, shape + 1) * exp(log(source.uniform()) / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = source.normal();
    const root = 1 + c * x;
    if (root <= 0) continue;
    const v = root * root * root;
    if (log(source.uniform()) < 0.5 * x * x + d * (1 - v + log(v))) return d * v;
  }
}
