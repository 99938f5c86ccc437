import { GaussmixError } from '@gaussmix/kernels';
import { type Line, lineOf, massBelow, reflected } from './line.ts';
import type { Mixture } from './mixture.ts';

/**
 * The probability of a value at most x, for a mixture of one column.
 *
 *   P(X <= x) = sum_k w_k Phi((x - mu_k) / sigma_k)
 *
 * @param x  numbers in the units of the mixture; -Infinity and Infinity may be among them
 * @returns as many probabilities, which keep their digits where they are small
 * @throws GaussmixError "shape" when the mixture has more than one column; "not-a-number"
 */
export function cumulative(mixture: Mixture, x: ArrayLike<number>): Float64Array {
  const line = lineOf(mixture, 'cumulative');
  return massesOf(line, x, 'cumulative');
}

/**
 * The probability of a value above x, for a mixture of one column: 1 less {@link cumulative}, with all its digits where it
 * is small.
 *
 * @param x  numbers in the units of the mixture; -Infinity and Infinity may be among them
 * @returns as many probabilities
 * @throws GaussmixError "shape" when the mixture has more than one column; "not-a-number"
 */
export function survival(mixture: Mixture, x: ArrayLike<number>): Float64Array {
  const line = reflected(lineOf(mixture, 'survival'));
  return massesOf(
    line,
    Array.from(x, (value) => -value),
    'survival',
  );
}

function massesOf(line: Line, x: ArrayLike<number>, where: string): Float64Array {
  return Float64Array.from(x, (value, i) => {
    if (!Number.isNaN(value)) return massBelow(line, value - line.origin);
    throw new GaussmixError('not-a-number', `${where}: x must hold numbers, got NaN in place ${i + 1}.`);
  });
}
