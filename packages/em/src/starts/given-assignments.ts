import { asMatrix, type MatrixLike } from '@gaussmix/linalg';
import { mixtureOfResponsibilities, refuseStart, type Start } from './start-context.ts';

/**
 * A start by responsibilities: one M-step.
 *
 * @param like  n x K, not negative, rows summing to 1 (to 1e-6)
 * @throws GaussmixError "initial"; CollapseError at iteration 0
 */
export function fromResponsibilities(like: MatrixLike): Start {
  return (context) => {
    const { rows, components, where } = context;
    const { data, ...shape } = asMatrix(like, `${where}: initial.responsibilities`);
    if (shape.rows !== rows.rows || shape.columns !== components) {
      const must = `${rows.rows} rows and ${components} columns`;
      refuseStart(
        where,
        `initial.responsibilities must have ${must}, got ${shape.rows} and ${shape.columns}.`,
      );
    }
    for (let i = 0; i < shape.rows; i++) {
      const row = data.subarray(i * components, (i + 1) * components);
      const sum = row.reduce((total, value) => total + value, 0);
      if (row.every((value) => value >= 0) && Math.abs(sum - 1) <= 1e-6) continue;
      refuseStart(
        where,
        `initial.responsibilities must be from 0 to 1 and sum to 1 in every row, got [${row}] in row ${i + 1}.`,
      );
    }
    return mixtureOfResponsibilities((i, k) => data[i * components + k]!, context);
  };
}

/**
 * A start by labels: one M-step.
 *
 * @param labels  n whole numbers from 0 to K - 1, each used
 * @throws GaussmixError "initial"; CollapseError at iteration 0
 */
export function fromLabels(labels: ArrayLike<number>): Start {
  return (context) => {
    const { rows, components, where } = context;
    if (labels.length !== rows.rows) {
      refuseStart(where, `initial.labels must be one for each row (${rows.rows}), got ${labels.length}.`);
    }
    const seen = new Set<number>();
    for (let i = 0; i < labels.length; i++) {
      const label = labels[i]!;
      if (!Number.isInteger(label) || label < 0 || label >= components) {
        refuseStart(
          where,
          `initial.labels must be whole numbers from 0 to ${components - 1}, got ${label} in row ${i + 1}.`,
        );
      }
      seen.add(label);
    }
    if (seen.size < components) {
      refuseStart(
        where,
        `initial.labels must use each of the ${components} labels, got ${seen.size} different ones.`,
      );
    }
    return mixtureOfResponsibilities((i, k) => (labels[i] === k ? 1 : 0), context);
  };
}
