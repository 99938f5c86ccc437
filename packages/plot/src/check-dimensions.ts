import { GaussmixError } from '@gaussmix/kernels';

/**
 * Checks that coordinates exist and differ.
 *
 * @param d  the dimension of the space
 * @param where  the name that errors begin with
 * @throws GaussmixError "dimensions"
 */
export function checkDimensions(dimensions: readonly number[], d: number, where: string): void {
  const valid = (value: number) => Number.isInteger(value) && value >= 0 && value < d;
  const distinct = new Set(dimensions).size === dimensions.length;
  if (dimensions.length > 0 && dimensions.every(valid) && distinct) return;
  throw new GaussmixError(
    'dimensions',
    `${where}: dimensions must be different whole numbers from 0 to ${d - 1}, got [${dimensions.join(', ')}].`,
  );
}
