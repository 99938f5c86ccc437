import { type Mixture, predictProba } from '@gaussmix/distributions';
import type { Matrix } from '@gaussmix/linalg';
import { colorMixer } from './color-mixer.ts';

/**
 * The color of each row: the components' colors mixed by its posterior probabilities.
 *
 * @param x  n x d
 * @param posteriors  n x K; computed when absent
 * @returns n colors "#RRGGBB"
 */
export function rowColors(
  mixture: Mixture,
  x: Matrix,
  { colors, posteriors = predictProba(mixture, x) }: { colors: readonly string[]; posteriors?: Matrix },
): string[] {
  const mix = colorMixer(colors);
  return Array.from({ length: x.rows }, (_, i) => mix(posteriors.data, i * posteriors.columns));
}
