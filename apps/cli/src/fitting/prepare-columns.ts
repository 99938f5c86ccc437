import { type Prepared, prepare, type Table } from '@gaussmix/data';
import { blamingOption } from '../command-error.ts';
import type { DataOptions } from '../options/data-options.ts';
import { withOptions } from './retell.ts';

/**
 * The columns to fit as numbers, with what was asked for done to them.
 *
 * @param chosen  names of the columns, and of those to encode
 * @throws CommandError of the command line, GaussmixError for what is wrong with the data
 */
export function prepareColumns(
  { table, columns, oneHot }: ChosenColumns,
  options: Pick<DataOptions, 'columns' | 'standardize' | 'pca'>,
): Prepared {
  const { standardize, pca } = options;
  const codes = options.columns === undefined ? ['pca'] : ['pca', 'columns'];
  return blamingOption({ codes, rename: withOptions }, () =>
    prepare(table, {
      ...(columns && { columns }),
      ...(oneHot && { oneHot }),
      ...(standardize && { standardize }),
      ...(pca !== undefined && { pca }),
    }),
  );
}

/** Which columns of a table are fitted. */
export interface ChosenColumns {
  readonly table: Table;
  /** Names of the columns to fit; undefined for all that hold numbers. */
  readonly columns?: readonly string[] | undefined;
  /** Names of the columns to encode. */
  readonly oneHot?: readonly string[] | undefined;
}
