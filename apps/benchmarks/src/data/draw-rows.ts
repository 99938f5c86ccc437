import type { Random } from '@gaussmix/random';
import type { Truth } from './truth.ts';

/**
 * Rows drawn from a mixture, in random order.
 *
 * @returns n x d, row-major
 */
export function drawRows({ weights, means, factors }: Truth, rows: number, random: Random): Float64Array {
  const d = means[0]!.length;
  const data = new Float64Array(rows * d);
  const normal = new Float64Array(d);
  for (let row = 0; row < rows; row++) {
    const k = random.categorical(weights);
    const [mean, factor] = [means[k]!, factors[k]!];
    for (let j = 0; j < d; j++) normal[j] = random.normal();
    for (let i = 0; i < d; i++) {
      let value = mean[i]!;
      for (let j = 0; j <= i; j++) value += factor[i * d + j]! * normal[j]!;
      data[row * d + i] = value;
    }
  }
  return data;
}
