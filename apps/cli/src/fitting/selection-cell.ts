import type { FitWarning } from '@gaussmix/em';
import type { Cell } from '@gaussmix/model-selection';
import { type Retelling, retell } from './retell.ts';

/** One cell of a selection, as --json and the model file have it. Numbers are missing where the fit failed. */
export interface SelectionCell {
  readonly components: number;
  readonly covariance: string;
  /** Total, in nats, in the units of the model. */
  readonly logLikelihood?: number;
  readonly parameters?: number;
  readonly aic?: number;
  readonly bic?: number;
  readonly icl?: number;
  readonly iterations?: number;
  readonly converged?: boolean;
  /** Missing when there are none. */
  readonly warnings?: readonly FitWarning[];
  /** Why there is no fit. */
  readonly error?: string;
}

/**
 * A cell of a search in the units of the model and the words of the command.
 *
 * @param shift  what the total log-likelihood gains when standardizing is undone
 */
export function selectionCell(
  cell: Cell,
  { shift, retelling }: { shift: number; retelling: Retelling },
): SelectionCell {
  const { components, covariance } = cell;
  if (cell.error !== undefined) return { components, covariance, error: retell(cell.error, retelling) };
  const { parameters, iterations, converged } = cell;
  const warnings = cell.warnings.map((warning) => ({
    ...warning,
    message: retell(warning.message, retelling),
  }));
  return {
    ...{ components, covariance, parameters, iterations, converged },
    logLikelihood: cell.logLikelihood + shift,
    aic: cell.aic - 2 * shift,
    bic: cell.bic - 2 * shift,
    icl: cell.icl - 2 * shift,
    ...(warnings.length > 0 && { warnings }),
  };
}

/** Whether a component of this fit collapsed, so that it cannot win while there is one without. */
export function hasCollapsed({ warnings = [] }: SelectionCell): boolean {
  return warnings.some(({ code }) => code === 'collapsed');
}
