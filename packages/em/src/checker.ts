import { GaussmixError } from '@gaussmix/kernels';

/** Refuses an option. */
export type Check = (option: string, must: string, got: unknown) => never;

/** Refuses options with messages that begin with a name. */
export function checker(where: string): Check {
  return (option, must, got) => {
    throw new GaussmixError(option, `${where}: ${option} must be ${must}, got ${got}`);
  };
}

/** A value as messages show it. */
export function quoted(value: unknown): string {
  if (typeof value !== 'object' || value === null)
    return typeof value === 'string' ? JSON.stringify(value) : String(value);
  return `an object with ${Object.keys(value).join(', ') || 'nothing'}`;
}
