import {
  fitRecordOf,
  inDataUnits,
  type ModelDocument,
  undoStandardizeShift,
  writeModel,
} from '@gaussmix/data';
import { type Mixture, predict, predictProba } from '@gaussmix/distributions';
import { simdKernels } from '@gaussmix/kernels/simd';
import type { Matrix } from '@gaussmix/linalg';
import { aic, bic, type Cell, icl } from '@gaussmix/model-selection';
import type { ChosenData } from './choose-data.ts';
import type { Climb } from './climb.ts';
import type { Outcome } from './run-fit.ts';

/** A line of the table of a search, in the units of the data. */
export interface SearchLine {
  readonly components: number;
  readonly structure: string;
  readonly logLikelihood?: number;
  readonly parameters?: number;
  readonly bic?: number;
  readonly aic?: number;
  readonly icl?: number;
  /** What is wrong with it. */
  readonly note?: string;
}

/** All that the page tells of a fit. Plain data, small whatever the number of rows. */
export interface Report {
  readonly mixture: Mixture;
  readonly names: readonly string[];
  readonly structure: string;
  readonly rows: number;
  readonly parameters: number;
  /** Total, in nats, in the units of what is shown. */
  readonly logLikelihood: number;
  readonly bic: number;
  readonly aic: number;
  readonly icl: number;
  readonly iterations: number;
  readonly converged: boolean;
  readonly seed: number;
  /** How the log-likelihood went in the runs that led here. */
  readonly climb: Climb;
  readonly warnings: readonly string[];
  /** Of each component, the rows that most likely belong to it. */
  readonly counts: readonly number[];
  readonly search?: { readonly lines: readonly SearchLine[]; readonly winner: number };
}

/** A finished fit, with what grows with the rows. */
export interface Finished {
  readonly report: Report;
  readonly document: ModelDocument;
  readonly chosen: ChosenData;
  /** n labels, from 0. */
  readonly labels: Int32Array;
  /** n x K. */
  readonly posteriors: Matrix;
}

/** What was fitted, as it is told, shown and written: standardizing is undone. */
export function finishFit({ fit, climb, cells, winner }: Outcome, chosen: ChosenData): Finished {
  const { prepared, shown, names } = chosen;
  const { mixture, logLikelihood, transforms } = inDataUnits(fit, prepared.transforms);
  const last = prepared.transforms.at(-1);
  const gained = last?.kind === 'standardize' ? fit.rows * undoStandardizeShift(last) : 0;
  const evidence = { ...fit, logLikelihood };
  const { rows, parameters, iterations, converged, seed, structure } = fit;
  const kernels = simdKernels();
  const labels = predict(mixture, shown, { kernels });
  const counts = Array.from(mixture.weights, () => 0);
  for (const label of labels) counts[label]++;
  const report: Report = {
    ...{ mixture, names, structure, rows, parameters, logLikelihood, iterations, converged, seed, counts },
    ...{ bic: bic.cost(evidence), aic: aic.cost(evidence), icl: icl.cost(evidence) },
    climb: climb.map((run) => run.map((value) => value + gained)),
    warnings: fit.warnings.map(({ message }) => message),
    ...(cells && { search: { lines: cells.map((cell) => lineOf(cell, gained)), winner: winner ?? 0 } }),
  };
  const document = writeModel({
    ...{ mixture, transforms, structure, columns: prepared.columns, fit: fitRecordOf(evidence) },
  });
  return { report, document, chosen, labels, posteriors: predictProba(mixture, shown, { kernels }) };
}

function lineOf(cell: Cell, gained: number): SearchLine {
  const { components, covariance: structure } = cell;
  if (cell.error !== undefined) return { components, structure, note: cell.error };
  return {
    ...{ components, structure, parameters: cell.parameters },
    logLikelihood: cell.logLikelihood + gained,
    ...{ bic: cell.bic - 2 * gained, aic: cell.aic - 2 * gained, icl: cell.icl - 2 * gained },
    ...(cell.warnings.length > 0 && { note: cell.warnings.map(({ message }) => message).join(' ') }),
  };
}
