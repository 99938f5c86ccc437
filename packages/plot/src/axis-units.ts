import { groupThousands } from './format-number.ts';

/**
 * What an axis counts in, so that its ticks are short and differ: value = tick * 10^exponent + offset.
 * Data at 1e8 with a spread of 1 have offset 1e8; data of size 1e-100 have exponent -99 or so.
 */
export interface AxisUnits {
  readonly offset: number;
  readonly exponent: number;
}

/** An offset is taken off when the values have this many leading digits in common. */
const sharedDigits = 4;

/** Below it a power of ten is no longer a normal double. */
const leastExponent = -306;

/** Sizes of ticks that are read with ease, and those that are also short. */
const plainSizes = { wide: [1e-3, 1e6], short: [1e-2, 1e4] } as const;

/**
 * The units of an axis from low to high: plain ones unless ticks would be hard to read.
 *
 * @param low  not above high; both in the data's units
 * @param labels  how much room tick labels have
 */
export function axisUnits(low: number, high: number, labels: 'wide' | 'short' = 'wide'): AxisUnits {
  const offset = axisOffset(low, high);
  const size = Math.max(Math.abs(low - offset), Math.abs(high - offset));
  const [least, most] = plainSizes[labels];
  const plain = size === 0 || (size >= least && size < most);
  return { offset, exponent: plain ? 0 : Math.max(leastExponent, 3 * Math.floor(decimalExponent(size) / 3)) };
}

/** A value in the data's units as a number on the axis. */
export function onAxis(value: number, { offset, exponent }: AxisUnits): number {
  return (value - offset) / powerOfTen(exponent);
}

/** An axis title: the name, and what to do to its ticks where they are not the plain values. */
export function axisTitle(name: string, { offset, exponent }: AxisUnits): string {
  const steps = [
    ...(exponent === 0 ? [] : [`× 1e${exponent}`]),
    ...(offset === 0 ? [] : [`${offset < 0 ? '−' : '+'} ${plainNumber(Math.abs(offset))}`]),
  ];
  return steps.length === 0 ? name : `${name} (${steps.join(' ')})`;
}

/** The number with the fewest digits that lies inside or less than one span away. */
function axisOffset(low: number, high: number): number {
  const span = high - low;
  if (!(span > 0) || span === Infinity) return 0;
  const shared = decimalExponent(Math.max(Math.abs(low), Math.abs(high))) - decimalExponent(span);
  if (shared < sharedDigits) return 0;
  let digits = 0;
  let offset = Number(low.toExponential(digits));
  // The end is reached: with `shared` digits after the first, rounding moves low by less than the span.
  while (!(offset > low - span && offset < high) && digits < Math.min(shared, 20)) {
    offset = Number(low.toExponential(++digits));
  }
  return offset;
}

/** e of the number m * 10^e with 1 <= m < 10. */
function decimalExponent(value: number): number {
  return Number(value.toExponential().split('e')[1]);
}

function powerOfTen(exponent: number): number {
  return Number(`1e${exponent}`);
}

function plainNumber(value: number): string {
  return value < 1e15 && value >= 1e-3 ? groupThousands(String(value)) : String(value);
}
