import { type SelectColumnsOptions, type Selection, selectColumns } from '../table/select-columns.ts';
import type { Table } from '../table/table.ts';
import { pca } from './pca.ts';
import { standardize } from './standardize.ts';
import { type NumericTransform, stepOf, type Transform } from './transform.ts';

/** Which columns to use, and what to do to them. */
export interface PrepareOptions extends SelectColumnsOptions {
  /** Whether to bring each column to mean 0 and standard deviation 1. Default false. */
  readonly standardize?: boolean;
  /** How many principal components to keep, from 1 to the number of columns. Default: the columns as they are. */
  readonly pca?: number;
}

/** What to fit, and how it came about. */
export interface Prepared extends Omit<Selection, 'transforms'> {
  /** What was done to them, in order: `transforms` of the model document. */
  readonly transforms: readonly Transform[];
}

/**
 * A table as a matrix to fit: columns are selected, text is encoded, then standardized, then rotated to its
 * principal components.
 *
 * @throws GaussmixError as {@link selectColumns} does; "constant" or "range" for a column that cannot be
 *   standardized; "pca" for a number of components that is not from 1 to the number of columns
 */
export function prepare(table: Table, options: PrepareOptions = {}): Prepared {
  const selection = selectColumns(table, options);
  const transforms: Transform[] = [...selection.transforms];
  let { matrix, names } = selection;
  const add = (transform: NumericTransform) => {
    const step = stepOf(transform);
    transforms.push(transform);
    matrix = step.apply(matrix);
    names = step.names(names);
  };
  if (options.standardize) add(standardize.fit(matrix, { names, where: table.name }));
  if (options.pca !== undefined) add(pca.fit(matrix, { components: options.pca, where: table.name }));
  return { ...selection, matrix, names, transforms };
}
