import { applyTransforms, type Prepared, prepare, type Table, type Transform } from '@gaussmix/data';
import type { Matrix } from '@gaussmix/linalg';
import type { Interval } from '../../charts/frame.ts';

/** Which columns to fit, and what to do to them before. */
export interface Choice {
  /** Names of columns, in the order of the table. */
  readonly columns: readonly string[];
  /** Those of them that hold words. */
  readonly encoded: readonly string[];
  readonly standardize: boolean;
  /** How many principal components to keep; 0 for the columns as they are. */
  readonly pca: number;
}

/** The rows as they are fitted, and as they are shown. */
export interface ChosenData {
  readonly table: Table;
  readonly prepared: Prepared;
  /** n x d: in the units of the data, unless PCA has mixed the columns. */
  readonly shown: Matrix;
  /** d names of what is shown. */
  readonly names: readonly string[];
  /** What leads from the table to what is shown. */
  readonly transforms: readonly Transform[];
}

/**
 * Chosen columns as numbers. Standardizing is for the fit alone: what is shown is in the units of the data.
 *
 * @throws GaussmixError as `prepare` does
 */
export function chooseData(table: Table, choice: Choice): ChosenData {
  const { columns, encoded, standardize, pca } = choice;
  const prepared = prepare(table, {
    columns,
    ...(encoded.length > 0 && { oneHot: encoded }),
    standardize,
    ...(pca > 0 && { pca }),
  });
  const undone = prepared.transforms.at(-1)?.kind === 'standardize';
  const transforms = undone ? prepared.transforms.slice(0, -1) : prepared.transforms;
  const shown = undone
    ? applyTransforms(table, { columns: prepared.columns, transforms }, { where: table.name })
    : prepared.matrix;
  return { table, prepared, shown, names: prepared.names, transforms };
}

/** From the least number of each column to its largest. */
export function extentsOf({ data, rows, columns }: Matrix): Interval[] {
  return Array.from({ length: columns }, (_, j) => {
    let [low, high] = [data[j], data[j]];
    for (let at = j; at < rows * columns; at += columns) {
      low = Math.min(low, data[at]);
      high = Math.max(high, data[at]);
    }
    return [low, high];
  });
}
