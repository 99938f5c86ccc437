import { GaussmixError } from '@gaussmix/kernels';

/** @throws GaussmixError "count" unless the number named is whole and at least `least` */
export function requireCount(
  value: number,
  { name, least, where }: { name: string; least: number; where: string },
): void {
  if (Number.isInteger(value) && value >= least) return;
  throw new GaussmixError('count', `${where}: ${name} must be a whole number from ${least} on, got ${value}`);
}
