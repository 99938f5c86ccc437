import { BLOCK_ROWS } from '@gaussmix/kernels';
import { type Matrix, takeRows } from '@gaussmix/linalg';
import { createUniformRandom } from '@gaussmix/random';
import type { Problem } from '../problem.ts';
import { countDistinctRows } from './distinct-rows.ts';

/** Nats per row that a trial may leave to gain: less than what tells optima apart, and what sampling leaves uncertain. */
const TRIAL_TOLERANCE = 1e-3;

/** Rows of a sample, at least. */
const ROWS = 4 * BLOCK_ROWS;

/** Rows of a sample for each number that places a component: its mean and one direction. */
const ROWS_PER_COLUMN = 20;

/** A fit that tells starts apart. */
export interface Trial {
  readonly problem: Problem;
  /** The rows of the problem, where they are not all that there are. */
  readonly sample?: Matrix | undefined;
}

/**
 * The same fit, ended early: which start is the best shows long before the last digits do. Where many rows are given, on a
 * sample of them, drawn by the seed: starts are told apart as well on a part of the rows, and only the best is worth a run
 * on all.
 *
 * @returns undefined where every start is to be run to its end: one start, or so many iterations or so loose an end asked for
 */
export function trialOf(problem: Problem): Trial | undefined {
  const { settings, rows } = problem;
  const { restarts, effort, tolerance } = settings;
  const sample = sampleOf(problem);
  const early = tolerance > 0 && tolerance < TRIAL_TOLERANCE;
  if (!sample && !effort && (restarts === 1 || !early)) return undefined;
  const shorter = { ...settings, tolerance: Math.max(tolerance, TRIAL_TOLERANCE) };
  return { problem: { ...problem, rows: sample ?? rows, settings: shorter }, sample };
}

/** @returns undefined where all rows are to be used: fewer than two samples, one start, or too few different rows */
function sampleOf({ settings, rows }: Problem): Matrix | undefined {
  const { components, restarts, startGiven, startRows, seed } = settings;
  const size = startRows ?? Math.max(ROWS, ROWS_PER_COLUMN * components * (rows.columns + 1));
  if (startGiven || restarts === 1 || rows.rows < 2 * size) return undefined;
  const which = createUniformRandom(`${seed}/sample`).sampleWithoutReplacement(rows.rows, size).sort();
  const sample = takeRows(rows, which);
  return countDistinctRows(sample, components) < components ? undefined : sample;
}
