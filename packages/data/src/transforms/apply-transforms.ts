import { GaussmixError } from '@gaussmix/kernels';
import { asMatrix, type Matrix, type MatrixLike } from '@gaussmix/linalg';
import type { ColumnChoice } from '../table/choose-columns.ts';
import { matchColumns } from '../table/match-columns.ts';
import type { Table } from '../table/table.ts';
import { encodeColumns } from './encode-columns.ts';
import { isNumeric, isOneHot, stepOf, type Transform } from './transform.ts';

/** Which columns to take, and what messages say. */
export interface ApplyTransformsOptions {
  /** What messages begin with, such as the name of a command. Default "applyTransforms". */
  readonly where?: string;
  /** What messages call the model, such as the name of its file. Default "the model". */
  readonly model?: string;
  /** The columns of the table that stand for the model's, in its order, if their names differ. */
  readonly columns?: ColumnChoice;
}

/**
 * Data as a model's mixture sees them: its columns are picked out, and what was done to them before the fit is
 * done again.
 *
 * @param data  a table: its columns are found by name, or by position when it has no header and as many columns
 *   as the model. Or numbers with the model's columns in its order, for a model without one-hot columns
 * @param document  a model document, or its `columns` and `transforms`
 * @returns n x d, to be given to `predict` and its kin
 * @throws GaussmixError "columns" when the data lack a column of the model, listing those that they have; "cell"
 *   naming a cell that is not a number, or a level that the model does not know
 */
export function applyTransforms(
  data: Table | MatrixLike,
  document: { readonly columns: readonly string[]; readonly transforms: readonly Transform[] },
  options: ApplyTransformsOptions = {},
): Matrix {
  const raw = isTable(data) ? readTable(data, document, options) : readMatrix(data, document, options);
  return document.transforms.filter(isNumeric).reduce((x, transform) => stepOf(transform).apply(x), raw);
}

type Source = Parameters<typeof applyTransforms>[1];

function isTable(data: Table | MatrixLike): data is Table {
  return 'columns' in data && Array.isArray(data.columns);
}

function readTable(table: Table, document: Source, options: ApplyTransformsOptions): Matrix {
  const columns = matchColumns(table, document.columns, options);
  return encodeColumns(table, columns, {
    names: document.columns,
    transforms: document.transforms.filter(isOneHot),
  }).matrix;
}

function readMatrix(x: MatrixLike, document: Source, options: ApplyTransformsOptions): Matrix {
  const { where = 'applyTransforms', model = 'the model' } = options;
  const encoding = document.transforms.find(isOneHot);
  if (encoding) {
    throw new GaussmixError(
      'columns',
      `${where}: ${model} has one-hot column ${JSON.stringify(encoding.column)}, which must come from a table, got numbers. Try parseTable.`,
    );
  }
  const matrix = asMatrix(x, where);
  if (matrix.columns === document.columns.length) return matrix;
  throw new GaussmixError(
    'columns',
    `${where}: x must have the ${document.columns.length} columns of ${model} (${document.columns.join(', ')}), got ${matrix.columns}.`,
  );
}
