/** A number to some significant digits, without trailing zeros. */
export function significant(value: number, digits: number): string {
  return String(Number(value.toPrecision(digits)));
}

/** A log-likelihood or a criterion: to a hundredth of a nat, as long as a double holds that. */
export function nats(value: number): string {
  if (!Number.isFinite(value)) return String(value).replace('Infinity', '∞');
  return Math.abs(value) < 1e12 ? value.toFixed(2) : value.toExponential(12);
}

/** A weight or another share of 1, to three decimals; what is not 0 does not look it. */
export function share(value: number): string {
  return value > 0 && value < 0.0005 ? value.toExponential(1) : value.toFixed(3);
}

/** A count with its noun: `1 row`, `2 rows`. */
export function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}

/** Digits that a standard deviation is given to; its mean gets as many decimals. */
const deviationDigits = 3;

/** A deviation this much smaller than the column is wide does not decide how the column is written. */
const negligible = 1e-4;

/**
 * How to write the means and standard deviations of a column: to as many decimals as the smallest deviation has
 * digits worth reading, in powers of ten where that would be long.
 *
 * @param means  of each component, in the column's units
 * @param deviations  of each component, in the same units
 * @returns a function that writes a number of this column
 */
export function columnFormat(
  means: readonly number[],
  deviations: readonly number[],
): (value: number) => string {
  const width = Math.max(...means) - Math.min(...means) + Math.max(...deviations);
  const least = Math.min(...deviations.filter((deviation) => deviation > negligible * width));
  const largest = Math.max(...means.map(Math.abs), ...deviations);
  const decimals = Number.isFinite(least) ? deviationDigits - 1 - exponentOf(least) : deviationDigits;
  const isShort = decimals <= 8 && exponentOf(largest) < 13;
  return (value) => {
    const fixed = isShort ? value.toFixed(Math.max(0, decimals)) : '';
    if (isShort && (Number(fixed) !== 0 || Math.abs(value) < 1e-9 * width)) return fixed;
    const digits = value === 0 ? 0 : exponentOf(value) + decimals;
    return value.toExponential(Math.min(15, Math.max(deviationDigits - 1, digits)));
  };
}

/** The power of ten of a number's first digit. */
function exponentOf(value: number): number {
  return value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value)));
}

/** What a criterion costs: a share of 1 for NEC, which is no sum over rows, and a number of nats for the others. */
export function costText(criterion: string, cost: number): string {
  return criterion === 'nec' && Number.isFinite(cost) ? cost.toFixed(4) : nats(cost);
}
