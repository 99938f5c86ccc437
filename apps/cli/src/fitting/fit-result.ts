import {
  applyTransforms,
  inDataUnits,
  type ModelDocument,
  type Table,
  transformedNames,
  undoStandardizeShift,
  writeModel,
} from '@gaussmix/data';
import { type Mixture, predict } from '@gaussmix/distributions';
import type { FitWarning } from '@gaussmix/em';
import { simdKernels } from '@gaussmix/kernels/simd';
import type { Matrix } from '@gaussmix/linalg';
import { aic, bic, type CriterionName, icl } from '@gaussmix/model-selection';
import type { Outcome } from './fit-job.ts';
import type { FitPlan } from './plan-fit.ts';
import { type Retelling, retell } from './retell.ts';
import { type SelectionCell, selectionCell, shifted } from './selection-cell.ts';
import { type ToldErrors, toldErrors } from './told-errors.ts';

/** What a fit costs by some criteria. */
export type Costs = Readonly<Record<'aic' | 'bic' | 'icl', number> & Partial<Record<CriterionName, number>>>;

/** A finished fit: all that is printed, written and drawn. In the units of the document. */
export interface FitResult {
  /** The model document, the selection beside it when there was one. */
  readonly document: ModelDocument;
  readonly mixture: Mixture;
  /** Names of the mixture's dimensions. */
  readonly names: readonly string[];
  /** n x d */
  readonly x: Matrix;
  /** n labels: the most likely component of each row. */
  readonly labels: Int32Array;
  readonly structure: string;
  readonly logLikelihood: number;
  readonly parameters: number;
  /** AIC, BIC, ICL, and what chose. */
  readonly costs: Costs;
  readonly iterations: number;
  readonly converged: boolean;
  /** The objective after each iteration, the start's first. */
  readonly trace: readonly number[];
  readonly warnings: readonly FitWarning[];
  readonly restarts: Outcome['fit']['restarts'];
  readonly seed: number;
  /** Where they were asked for. */
  readonly standardErrors?: ToldErrors;
  readonly selection?: {
    readonly cells: readonly SelectionCell[];
    readonly winner: number;
    readonly criterion: CriterionName;
  };
}

/** What a result is made with. */
export interface ResultDemand {
  readonly plan: FitPlan;
  readonly table: Table;
  readonly criterion: CriterionName;
  /** Whether standard errors are wanted. */
  readonly standardErrors?: boolean;
}

/**
 * Turns what was fitted into what is told of it: standardizing is undone, criteria are computed, messages are put
 * in the words of the command.
 */
export function fitResult(
  outcome: Outcome,
  { plan, table, criterion, standardErrors }: ResultDemand,
): FitResult {
  const { fit } = outcome;
  const { prepared } = plan;
  const { mixture, logLikelihood, transforms } = inDataUnits(fit, prepared.transforms);
  const last = prepared.transforms.at(-1);
  const shift = last?.kind === 'standardize' ? fit.rows * undoStandardizeShift(last) : 0;
  const retelling: Retelling = { table: table.name, names: prepared.names };
  const evidence = { ...fit, logLikelihood };
  const chosenBy = outcome.table?.[outcome.winner!]?.value;
  const costs: Costs = {
    ...(chosenBy !== undefined && { [criterion]: shifted(criterion, chosenBy, shift) }),
    ...{ bic: bic.cost(evidence), aic: aic.cost(evidence), icl: icl.cost(evidence) },
  };
  const warnings = fit.warnings.map((warning) => ({
    ...warning,
    message: retell(warning.message, retelling),
  }));
  const errors = standardErrors
    ? toldErrors(fit, {
        ...{ matrix: prepared.matrix, retelling, weights: plan.options.weights ?? 'free' },
        covariance: plan.covariances[Math.floor((outcome.winner ?? 0) / plan.components.length)]!,
        scales: last?.kind === 'standardize' ? last.scales : undefined,
      })
    : undefined;
  const cells = outcome.table?.map((cell) => selectionCell(cell, { criterion, shift, retelling }));
  const { rows, parameters, iterations, converged, seed, structure, restarts } = fit;
  const { total, failed, best } = restarts;
  const numbers = { logLikelihood, parameters, ...costs, iterations, converged, seed };
  const model = writeModel({
    ...{ mixture, transforms, structure, columns: prepared.columns },
    fit: {
      rows,
      ...numbers,
      restarts: { total, failed, best },
      ...(warnings.length > 0 && { warnings }),
    },
  });
  const undone = transforms.length < prepared.transforms.length;
  const x = undone ? applyTransforms(table, model, { where: table.name }) : prepared.matrix;
  return {
    document: {
      ...model,
      ...(errors && { standardErrors: errors }),
      ...(cells && { selection: cells }),
    },
    ...(errors && { standardErrors: errors }),
    ...{ mixture, x, structure, ...numbers, costs, warnings, restarts },
    names: transformedNames(model),
    labels: predict(mixture, x, { kernels: simdKernels() }),
    trace: fit.trace.map((value) => value + shift),
    ...(cells && { selection: { cells, winner: outcome.winner!, criterion } }),
  };
}
