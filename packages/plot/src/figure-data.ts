import type { Mixture } from '@gaussmix/distributions';
import { GaussmixError } from '@gaussmix/kernels';
import { asMatrix, type Matrix, type MatrixLike } from '@gaussmix/linalg';
import type { FigureOptions } from './figure-options.ts';

/** What every figure of a mixture and its data takes. */
export interface MixtureFigureOptions extends FigureOptions {
  /** d column names; "column 1", "column 2", ... when absent. */
  readonly columns?: readonly string[];
  /** K names of the components; 0, 1, ... as `predict` numbers them when absent. Long ones stand in the legend alone. */
  readonly labels?: readonly string[];
}

/** Checked data and the names that belong to them. */
export interface FigureData {
  /** n x d */
  readonly x: Matrix;
  /** d names */
  readonly columns: readonly string[];
  /** K names that fit into a disc: those given, or 0, 1, ... */
  readonly labels: readonly string[];
  /** K names for the legend, where they do not fit into a disc. */
  readonly names?: readonly string[];
}

/** A disc has room for this many letters. */
const longestLabel = 2;

/**
 * Checks that data and names fit a mixture.
 *
 * @param x  n x d, in the mixture's units
 * @param where  the name that errors begin with
 * @throws GaussmixError "empty", "not-finite" or "shape"
 */
export function figureData(
  mixture: Mixture,
  x: MatrixLike,
  { columns, labels }: MixtureFigureOptions,
  where: string,
): FigureData {
  const matrix = asMatrix(x, where);
  const d = mixture.dimension;
  const components = mixture.weights.length;
  requireCount(where, { what: 'x must have as many columns as the mixture', wanted: d, got: matrix.columns });
  requireCount(where, { what: 'columns must name every column', wanted: d, got: columns?.length ?? d });
  requireCount(where, {
    what: 'labels must name every component',
    wanted: components,
    got: labels?.length ?? components,
  });
  const numbers = Array.from({ length: components }, (_, k) => String(k));
  const fit = labels === undefined || labels.every((label) => Array.from(label).length <= longestLabel);
  return {
    x: matrix,
    columns: columns ?? Array.from({ length: d }, (_, j) => `column ${j + 1}`),
    ...(fit ? { labels: labels ?? numbers } : { labels: numbers, names: labels }),
  };
}

/** @throws GaussmixError "shape" unless the counts are equal */
export function requireCount(
  where: string,
  { what, wanted, got }: { what: string; wanted: number; got: number },
): void {
  if (wanted !== got) throw new GaussmixError('shape', `${where}: ${what} (${wanted}), got ${got}.`);
}
