import type { ToldErrors } from '../fitting/told-errors.ts';
import type { Cells } from './component-cells.ts';

type Errors = Extract<ToldErrors, { readonly weights: unknown }>;

/** Digits that are worth reading of an error. */
const digits = 3;

/** The standard errors of weights and means, a component on each line. */
export function errorCells({ weights, means }: Errors, names: readonly string[]): Cells {
  return {
    head: ['label', 'weight', ...names],
    rows: weights.map((weight, k) => [String(k), ...[weight, ...means[k]!].map(errorText)]),
  };
}

/** The same turned over, for many columns. */
export function errorCellsByColumn({ weights, means }: Errors, names: readonly string[]): Cells {
  return {
    head: ['label', ...weights.map((_, k) => String(k))],
    rows: [
      ['weight', ...weights.map(errorText)],
      ...names.map((name, j) => [name, ...means.map((mean) => errorText(mean[j]!))]),
    ],
  };
}

function errorText(error: number): string {
  return error === 0 ? '0' : error.toPrecision(digits);
}
