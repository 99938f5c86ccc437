import type { Comparison } from '../compare/compare-runs.ts';
import type { Ratio } from '../compare/ratios.ts';

/** A number with three digits: 0.98, 5.21, 34.5, 1230. */
export function digits(value: number): string {
  if (!Number.isFinite(value)) return 'not measured';
  return value >= 1000 ? String(Math.round(value)) : String(Number(value.toPrecision(3)));
}

/** A ratio with its range: "5.21 (4.9 to 5.6)". */
export function ratioText({ median, least, most, rounds }: Ratio): string {
  return rounds === 1
    ? `${digits(median)} (one round)`
    : `${digits(median)} (${digits(least)} to ${digits(most)})`;
}

/** A comparison in a few words. */
export function comparisonText(comparison: Comparison): string {
  return 'ratio' in comparison ? ratioText(comparison.ratio) : `none: ${comparison.failure}`;
}
