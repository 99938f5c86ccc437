import { type Fit, fitMixtureAsync } from '@gaussmix/em';
import {
  aic,
  bic,
  type Cell,
  type InformationCriterion,
  icl,
  selectMixtureAsync,
} from '@gaussmix/model-selection';
import type { CriterionName } from '../options/fit-options.ts';
import type { FitPlan } from './plan-fit.ts';
import type { Watch } from './watch.ts';

/** Criteria by the names that --criterion takes. */
export const criteria: Readonly<Record<CriterionName, InformationCriterion>> = { bic, aic, icl };

/** What was fitted, in the units of the prepared data. */
export interface Outcome {
  readonly fit: Fit;
  /** Every cell of the search, when there was one. */
  readonly table?: readonly Cell[];
  /** The number in the table of the one that won. */
  readonly winner?: number;
}

/**
 * Runs a plan, leaving the event loop free, so that progress can be drawn and a signal heard.
 *
 * @param watch  is told what is going on
 */
export async function runPlan(
  plan: FitPlan,
  { criterion, watch }: { criterion: CriterionName; watch: Watch },
): Promise<Outcome> {
  const { prepared, components, covariances, options } = plan;
  if (components.length === 1 && covariances.length === 1) {
    const cell = { components: components[0]!, covariance: covariances[0]! };
    watch.begin(cell);
    return {
      fit: await fitMixtureAsync(prepared.matrix, { ...options, ...cell, onIteration: watch.iterate }),
    };
  }
  let before: Promise<unknown> = Promise.resolve();
  const { best, bestCell, table } = await selectMixtureAsync(prepared.matrix, {
    ...options,
    components,
    covariances,
    criterion: criteria[criterion],
    onIteration: watch.iterate,
    runner: (spec, fitHere) => {
      const result = before.then(() => {
        watch.begin({ components: spec.components, covariance: String(spec.covariance) });
        return fitHere(spec);
      });
      before = result.catch(() => undefined);
      return result;
    },
  });
  return { fit: best, table, winner: table.indexOf(bestCell) };
}
