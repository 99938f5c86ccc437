import {
  type ModelDocument,
  type PcaTransform,
  type StandardizeTransform,
  transformedNames,
} from '@gaussmix/data';
import { createMatrix, type Matrix } from '@gaussmix/linalg';

/** Rows of a mixture, as far back towards the raw columns as they can be brought. */
export interface UndoneRows {
  readonly rows: Matrix;
  /** Names of their columns. */
  readonly columns: readonly string[];
  /** Why they are not the model's raw columns; undefined when they are. */
  readonly left?: string;
}

/**
 * Undoes what was done to the columns before the fit, the last first. Standardizing can be undone, and principal
 * components when none was left out; an encoding cannot, for the mixture's rows are not shares of 0 and 1.
 *
 * @param rows  n x d, in the units of the mixture
 */
export function undoTransforms(rows: Matrix, { columns, transforms }: ModelDocument): UndoneRows {
  let undone = rows;
  for (let i = transforms.length - 1; i >= 0; i--) {
    const transform = transforms[i]!;
    const rest = { columns, transforms: transforms.slice(0, i + 1) };
    if (transform.kind === 'one-hot') {
      return {
        rows: undone,
        columns: transformedNames(rest),
        left: 'one-hot columns are not turned back into text',
      };
    }
    if (transform.kind === 'pca' && transform.components.length < transform.mean.length) {
      const kept = `${transform.components.length} of ${transform.mean.length}`;
      return {
        rows: undone,
        columns: transformedNames(rest),
        left: `${kept} principal components cannot be turned back into columns`,
      };
    }
    undone = transform.kind === 'pca' ? undoPca(undone, transform) : undoScale(undone, transform);
  }
  return { rows: undone, columns };
}

/** x = mean + C^T z, where C is orthogonal. */
function undoPca(z: Matrix, { mean, components }: PcaTransform): Matrix {
  const d = mean.length;
  const x = createMatrix(z.rows, d);
  for (let i = 0; i < z.rows; i++) {
    for (let j = 0; j < d; j++) {
      const sum = components.reduce((total, axis, c) => total + axis[j]! * z.data[i * d + c]!, 0);
      x.data[i * d + j] = mean[j]! + sum;
    }
  }
  return x;
}

/** x = mean + scale z, column by column. */
function undoScale(z: Matrix, { means, scales }: StandardizeTransform): Matrix {
  const d = means.length;
  const x = createMatrix(z.rows, d);
  for (let at = 0; at < x.data.length; at++) x.data[at] = means[at % d]! + scales[at % d]! * z.data[at]!;
  return x;
}
