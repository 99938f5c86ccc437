import type { FitOptions } from '@gaussmix/em';
import { asMatrix, takeRows } from '@gaussmix/linalg';

/**
 * The options for a fit of some of n rows: a start that is given row by row is cut down to those, and still has
 * all its components. Other starts, and one that is not for n rows, stay as they are.
 *
 * @param kept  indices of the rows that are fitted
 * @param n  how many rows there are in all
 */
export function startOfRows(options: FitOptions, kept: readonly number[], n: number): FitOptions {
  const { initial } = options;
  if (typeof initial !== 'object') return options;
  if ('labels' in initial && initial.labels.length === n) {
    const { labels } = initial;
    const components = options.components ?? 1 + Array.from(labels).reduce((a, b) => Math.max(a, b));
    return { ...options, components, initial: { labels: kept.map((row) => labels[row]!) } };
  }
  if ('responsibilities' in initial) {
    const all = asMatrix(initial.responsibilities, 'crossValidate: initial.responsibilities');
    if (all.rows === n) return { ...options, initial: { responsibilities: takeRows(all, kept) } };
  }
  return options;
}
