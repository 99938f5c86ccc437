import { BLOCK_ROWS } from '@gaussmix/kernels';
import { takeRows } from '@gaussmix/linalg';
import { createUniformRandom } from '@gaussmix/random';
import type { Problem } from '../problem.ts';
import { countDistinctRows } from './distinct-rows.ts';

/** Nats per row that a trial may leave to gain: less than what tells optima apart, and what sampling leaves uncertain. */
const TRIAL_TOLERANCE = 1e-3;

/** Rows of a sample, at least. */
const ROWS = 4 * BLOCK_ROWS;

/** Rows of a sample for each number that places a component: its mean and one direction. */
const ROWS_PER_COLUMN = 20;

/**
 * The same fit on a sample of the rows, drawn by the seed: where many rows are given and many starts asked for, starts
 * are told apart as well on a part of the rows, and only the best is worth a run on all.
 *
 * @returns undefined where all rows are to be used: fewer than two samples, one start, or too few different rows
 */
export function sampledProblem(problem: Problem): Problem | undefined {
  const { settings, rows } = problem;
  const { components, restarts, startGiven, seed } = settings;
  const size = settings.startRows ?? Math.max(ROWS, ROWS_PER_COLUMN * components * (rows.columns + 1));
  if (startGiven || restarts === 1 || rows.rows < 2 * size) return undefined;
  const which = createUniformRandom(`${seed}/sample`).sampleWithoutReplacement(rows.rows, size).sort();
  const sample = takeRows(rows, which);
  if (countDistinctRows(sample, components) < components) return undefined;
  return {
    ...problem,
    rows: sample,
    settings: { ...settings, tolerance: Math.max(settings.tolerance, TRIAL_TOLERANCE) },
  };
}

/**
 * The same fit, ended early: which start is the best shows long before the last digits do.
 *
 * @returns undefined where every start is to be run to its end: one start, or so many iterations or so loose an end asked for
 */
export function trialProblem(problem: Problem): Problem | undefined {
  const { settings } = problem;
  const { restarts, effort, tolerance } = settings;
  const early = tolerance > 0 && tolerance < TRIAL_TOLERANCE;
  if (!effort && (restarts === 1 || !early)) return undefined;
  return { ...problem, settings: { ...settings, tolerance: Math.max(tolerance, TRIAL_TOLERANCE) } };
}
