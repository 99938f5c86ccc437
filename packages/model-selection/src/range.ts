import { GaussmixError } from '@gaussmix/kernels';

/**
 * The whole numbers from first to last, both included.
 *
 * @returns last - first + 1 numbers
 * @throws GaussmixError "range" when either is not a whole number, or last is below first
 */
export function range(first: number, last: number): number[] {
  if (!Number.isSafeInteger(first) || !Number.isSafeInteger(last) || last < first) {
    throw new GaussmixError(
      'range',
      `range: first and last must be whole numbers with first <= last, got ${first} and ${last}. ` +
        'Both ends are included: range(1, 9) counts from 1 to 9.',
    );
  }
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
