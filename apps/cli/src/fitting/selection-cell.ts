import type { FitWarning } from '@gaussmix/em';
import type { Cell, CriterionName } from '@gaussmix/model-selection';
import { type Retelling, retell } from './retell.ts';

/**
 * One cell of a selection, as --json and the model file have it. Numbers are missing where the fit failed; of the
 * criteria it has AIC, BIC, ICL, and the one that chose.
 */
export interface SelectionCell extends Readonly<Partial<Record<CriterionName, number>>> {
  readonly components: number;
  readonly covariance: string;
  /** Total, in nats, in the units of the model. */
  readonly logLikelihood?: number;
  readonly parameters?: number;
  readonly iterations?: number;
  readonly converged?: boolean;
  /** Missing when there are none. */
  readonly warnings?: readonly FitWarning[];
  /** Why there is no fit. */
  readonly error?: string;
}

/** What cells are told with. */
interface CellTelling {
  readonly criterion: CriterionName;
  /** What the total log-likelihood gains when standardizing is undone. */
  readonly shift: number;
  readonly retelling: Retelling;
}

/** A cell of a search in the units of the model and the words of the command. */
export function selectionCell(cell: Cell, { criterion, shift, retelling }: CellTelling): SelectionCell {
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
    ...(!Object.hasOwn(alwaysTold, criterion) && { [criterion]: shifted(criterion, cell.value, shift) }),
    ...(warnings.length > 0 && { warnings }),
  };
}

const alwaysTold = { aic: true, bic: true, icl: true };

/** What a criterion costs when the total log-likelihood has gained something: NEC compares likelihoods, the others add them. */
export function shifted(criterion: CriterionName, cost: number, gained: number): number {
  return criterion === 'nec' ? cost : cost - 2 * gained;
}

/** Whether a component of this fit collapsed, so that it cannot win while there is one without. */
export function hasCollapsed({ warnings = [] }: Pick<SelectionCell, 'warnings'>): boolean {
  return warnings.some(({ code }) => code === 'collapsed');
}

/**
 * Whether a component of this fit may be there for a few rows that happen to lie close together: such a likelihood is no
 * evidence for the model, unless it is much higher than all others.
 */
export function isDoubtful({ warnings = [] }: Pick<SelectionCell, 'warnings'>): boolean {
  return warnings.some(({ component }) => component !== undefined);
}
