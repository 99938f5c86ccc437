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
import { aic, bic, icl } from '@gaussmix/model-selection';
import type { CriterionName } from '../options/fit-options.ts';
import type { Outcome } from './fit-job.ts';
import type { FitPlan } from './plan-fit.ts';
import { type Retelling, retell } from './retell.ts';
import { type SelectionCell, selectionCell } from './selection-cell.ts';

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
  readonly costs: Readonly<Record<CriterionName, number>>;
  readonly iterations: number;
  readonly converged: boolean;
  /** The objective after each iteration, the start's first. */
  readonly trace: readonly number[];
  readonly warnings: readonly FitWarning[];
  readonly restarts: Outcome['fit']['restarts'];
  readonly seed: number;
  readonly selection?: {
    readonly cells: readonly SelectionCell[];
    readonly winner: number;
    readonly criterion: CriterionName;
  };
}

/**
 * Turns what was fitted into what is told of it: standardizing is undone, criteria are computed, messages are put
 * in the words of the command.
 */
export function fitResult(
  outcome: Outcome,
  { plan, table, criterion }: { plan: FitPlan; table: Table; criterion: CriterionName },
): FitResult {
  const { fit } = outcome;
  const { prepared } = plan;
  const { mixture, logLikelihood, transforms } = inDataUnits(fit, prepared.transforms);
  const last = prepared.transforms.at(-1);
  const shift = last?.kind === 'standardize' ? fit.rows * undoStandardizeShift(last) : 0;
  const retelling: Retelling = { table: table.name, names: prepared.names };
  const evidence = { ...fit, logLikelihood };
  const costs = { bic: bic.cost(evidence), aic: aic.cost(evidence), icl: icl.cost(evidence) };
  const warnings = fit.warnings.map((warning) => ({
    ...warning,
    message: retell(warning.message, retelling),
  }));
  const cells = outcome.table?.map((cell) => selectionCell(cell, { shift, retelling }));
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
    document: cells ? { ...model, selection: cells } : model,
    ...{ mixture, x, structure, ...numbers, costs, warnings, restarts },
    names: transformedNames(model),
    labels: predict(mixture, x, { kernels: simdKernels() }),
    trace: fit.trace.map((value) => value + shift),
    ...(cells && { selection: { cells, winner: outcome.winner!, criterion } }),
  };
}
