import { usageError } from '../command-error.ts';

/** What an option's number must be, in words and as a check. */
interface Demand {
  readonly must: string;
  readonly holds: (value: number) => boolean;
}

const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/**
 * A parser of an option that takes a number.
 *
 * @param option  as typed, such as "--tolerance"
 * @returns a function from the text to the number, which throws a CommandError
 */
export function parseNumber(option: string, { must, holds }: Demand): (text: string) => number {
  return (text) => {
    const value = decimal.test(text.trim()) ? Number(text) : Number.NaN;
    if (Number.isFinite(value) && holds(value)) return value;
    throw usageError(`${option} must be ${must}, got ${JSON.stringify(text)}.`);
  };
}

/** A parser of an option that takes a whole number, at least `least`. */
export function parseWhole(option: string, least: number): (text: string) => number {
  return parseNumber(option, {
    must: least === -Infinity ? 'a whole number' : `a whole number, at least ${least}`,
    holds: (value) => Number.isSafeInteger(value) && value >= least,
  });
}
