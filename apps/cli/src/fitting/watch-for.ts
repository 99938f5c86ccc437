import type { Terminal } from '../terminal.ts';
import type { FitPlan } from './plan-fit.ts';
import { progressBar } from './progress-bar.ts';
import { unwatched, type Watch } from './watch.ts';

/**
 * Who watches a fit: a progress bar where standard error is a terminal and a person reads the output.
 *
 * @param options  `quiet`: whether a program reads it
 */
export function watchFor(plan: FitPlan, options: { quiet: boolean; terminal: Terminal }): Watch {
  const { stderr } = options.terminal;
  if (options.quiet || !stderr.isTTY) return unwatched;
  return progressBar(stderr, { cells: plan.components.length * plan.covariances.length });
}
