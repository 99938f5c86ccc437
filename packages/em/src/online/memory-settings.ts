import { GaussmixError } from '@gaussmix/kernels';
import type { MemoryOptions, Novelty } from './online-options.ts';

/** {@link Novelty} with its defaults, checked. */
export interface NoveltySettings {
  /** Squared Mahalanobis distance beyond which a component does not explain a row. */
  readonly square: number;
  /** d variances of a new component. */
  readonly variances: Float64Array;
  readonly weight: number;
}

/** {@link MemoryOptions} with their defaults, checked. */
export interface MemorySettings {
  readonly forgetting: number;
  readonly retain: number;
  readonly novelty: NoveltySettings | undefined;
  readonly assignment: 'soft' | 'hard';
  readonly regularization: number | 'auto';
}

/** Whom errors are told by, and how many columns the data have. */
export interface Door {
  /** The name that errors begin with. */
  readonly where: string;
  readonly dimension: number;
}

/**
 * Options with their defaults, checked.
 *
 * @throws GaussmixError with the option's name as code
 */
export function memorySettingsOf(options: MemoryOptions, door: Door): MemorySettings {
  const { forgetting = 1, retain = 0, assignment = 'soft', regularization = 'auto', novelty } = options;
  if (!(forgetting > 0 && forgetting <= 1)) {
    const cure = 'With 1 nothing is forgotten, with 0.99 about 100 rows are remembered.';
    refuse(door, 'forgetting', `must be a factor above 0 and at most 1, got ${shown(forgetting)}. ${cure}`);
  }
  if (!(retain >= 0 && retain < Infinity)) {
    refuse(door, 'retain', `must be a number of rows, at least 0, got ${shown(retain)}.`);
  }
  requireOneOf(door, 'assignment', { value: assignment, names: ['soft', 'hard'] });
  if (regularization !== 'auto' && !(regularization >= 0 && regularization < Infinity)) {
    refuse(door, 'regularization', `must be "auto" or a number, at least 0, got ${shown(regularization)}.`);
  }
  return { forgetting, retain, assignment, regularization, novelty: novelty && noveltyOf(novelty, door) };
}

/**
 * Refuses an option that is none of two names.
 *
 * @throws GaussmixError with the option's name as code
 */
export function requireOneOf(
  door: Door,
  option: string,
  { value, names }: { value: unknown; names: readonly [string, string] },
): void {
  if (value === names[0] || value === names[1]) return;
  refuse(door, option, `must be "${names[0]}" or "${names[1]}", got ${shown(value)}.`);
}

/**
 * Variances given as one for all columns, or as one for each.
 *
 * @param name  of the option, such as "novelty.variance"
 * @returns d variances
 * @throws GaussmixError with what stands before the dot as code
 */
export function variancesOf(given: number | readonly number[], name: string, door: Door): Float64Array {
  const { dimension } = door;
  const variances = typeof given === 'number' ? new Float64Array(dimension).fill(given) : given;
  const whole = Array.isArray(variances) || ArrayBuffer.isView(variances);
  if (!whole || variances.length !== dimension || !variances.every((v) => v > 0 && v < Infinity)) {
    const must = `a positive number, or one for each of the ${dimension} columns`;
    refuse(door, name, `must be ${must}, got ${shown(given)}.`);
  }
  return Float64Array.from(variances);
}

/**
 * Throws the error of an option.
 *
 * @param option  such as "novelty.weight": its code is what stands before the dot
 */
export function refuse({ where }: Door, option: string, what: string): never {
  throw new GaussmixError(option.split('.')[0]!, `${where}: ${option} ${what}`);
}

/** A value as a message shows it. */
export function shown(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.join(', ')}]`;
  return typeof value === 'object' && value !== null ? 'an object' : String(value);
}

function noveltyOf({ distance = 2.5, variance, weight = 0.05 }: Novelty, door: Door): NoveltySettings {
  if (!(distance > 0 && distance < Infinity)) {
    const must = 'a positive number of standard deviations';
    refuse(door, 'novelty.distance', `must be ${must}, got ${shown(distance)}.`);
  }
  if (!(weight > 0 && weight < 1)) {
    refuse(door, 'novelty.weight', `must be above 0 and below 1, got ${shown(weight)}.`);
  }
  return { square: distance * distance, weight, variances: variancesOf(variance, 'novelty.variance', door) };
}
