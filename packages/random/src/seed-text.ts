import { GaussmixError } from '@gaussmix/kernels';

/**
 * A seed as the generator takes it.
 *
 * @param where  the name that errors begin with
 * @throws GaussmixError "seed" unless it is a finite number or a text
 */
export function seedText(seed: number | string, where: string): string {
  if (typeof seed === 'string' || Number.isFinite(seed)) return String(seed);
  throw new GaussmixError('seed', `${where}: seed must be a finite number or a text, got ${String(seed)}`);
}

/** The seed of a fork. Its length tells apart what else would join to the same text: "a/b" and "c" from "a" and "b/c". */
export function forkText(seed: string, label: string | number): string {
  return `${seed.length}:${seed}/${label}`;
}
