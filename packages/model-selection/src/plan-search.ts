import { type CovarianceStructure, classicStructures } from '@gaussmix/covariance';
import type { StructureLike } from '@gaussmix/em';
import { GaussmixError } from '@gaussmix/kernels';
import { asMatrix, type Matrix, type MatrixLike } from '@gaussmix/linalg';
import { bic } from './bic.ts';
import type { Cell, CellOptions, CellSpec, FitCallbacks } from './cell.ts';
import type { Criterion } from './criterion.ts';

/** What to search, and by what. The other options are those of every fit. */
export interface SearchOptions extends CellOptions, FitCallbacks {
  /** The numbers of components to try, such as `range(1, 9)`. */
  readonly components: number | readonly number[];
  /** The covariance structures to try, by name or as objects; ["full"] when absent. */
  readonly covariances?: readonly (string | CovarianceStructure)[];
  /** What makes a fit good; `bic` when absent. */
  readonly criterion?: Criterion;
  /** Is told each line of the table when its fit is done. */
  readonly onCell?: (cell: Cell) => void;
}

/** A search that has been checked and is ready to run. */
export interface Search {
  /** The name that errors begin with. */
  readonly where: string;
  readonly x: Matrix;
  /** Structure after structure in the order given, and within each the numbers of components. */
  readonly specs: readonly CellSpec[];
  readonly criterion: Criterion;
  readonly callbacks: FitCallbacks;
  readonly onCell: (cell: Cell) => void;
}

/** Checks the input of a search before any work is done, and lists its cells. */
export function planSearch(where: string, data: MatrixLike, options: SearchOptions): Search {
  const { components, covariances = ['full'], criterion = bic, ...others } = options;
  const { kernels, onIteration, onCell = () => {}, ...cellOptions } = others;
  const x = asMatrix(data, where);
  const counts = typeof components === 'number' ? [components] : components;
  requireComponents(where, counts, x.rows);
  requireCovariances(where, covariances);
  requireCriterion(where, criterion);
  requireOneStart(where, counts, cellOptions);
  const specs = covariances.flatMap((covariance) =>
    counts.map((count) => ({ components: count, covariance, options: cellOptions })),
  );
  return { where, x, specs, criterion, callbacks: { kernels, onIteration }, onCell };
}

function requireComponents(where: string, counts: readonly number[], rows: number): void {
  const wrong = Array.isArray(counts)
    ? counts.find((count) => !Number.isInteger(count) || count < 1 || count > rows)
    : counts;
  if (wrong === undefined && counts?.length > 0) return;
  throw new GaussmixError(
    'components',
    `${where}: components must be whole numbers from 1 to the number of rows (${rows}), ` +
      `got ${wrong ?? 'none'}. Try range(1, ${Math.min(rows, 9)}).`,
  );
}

function requireCovariances(
  where: string,
  covariances: readonly (string | CovarianceStructure)[],
): asserts covariances is StructureLike[] {
  const list: readonly unknown[] = Array.isArray(covariances) ? covariances : [covariances];
  if (Array.isArray(covariances) && list.length > 0 && list.every(isStructure)) return;
  const known = Object.keys(classicStructures).map((name) => JSON.stringify(name));
  const wrong = list.find((covariance) => !isStructure(covariance)) ?? covariances;
  throw new GaussmixError(
    'covariance',
    `${where}: covariances must be a list of ${known.join(', ')} or structure objects, ` +
      `got ${JSON.stringify(wrong)}.`,
  );
}

function isStructure(covariance: unknown): boolean {
  if (typeof covariance === 'string') return Object.hasOwn(classicStructures, covariance);
  return typeof (covariance as Partial<CovarianceStructure> | null)?.estimate === 'function';
}

function requireCriterion(where: string, criterion: Criterion): void {
  if (typeof criterion?.cost === 'function') return;
  throw new GaussmixError(
    'criterion',
    `${where}: criterion must be an object with a cost, such as the exported bic, ` +
      `got ${JSON.stringify(criterion)}.`,
  );
}

/** A given start has as many components as it has. */
function requireOneStart(where: string, counts: readonly number[], { initial }: CellOptions): void {
  if (initial === undefined || typeof initial === 'string' || counts.length === 1) return;
  throw new GaussmixError(
    'initial',
    `${where}: initial must be the name of a start when several numbers of components are tried, ` +
      `got a given start for ${counts.join(', ')} components. Try "kmeans".`,
  );
}
