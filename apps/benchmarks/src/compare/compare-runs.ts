import { setTimeout as pause } from 'node:timers/promises';
import type { Dataset } from '../data/dataset.ts';
import type { RunAnswer } from '../protocol/answers.ts';
import type { Session } from '../protocol/session.ts';
import { disagreement } from './agreement.ts';
import { type Plan, planRounds } from './plan-rounds.ts';
import { type Ratio, ratioOf } from './ratios.ts';

/** What came of a comparison: ratios, or why there are none. */
export type Comparison =
  | { readonly ratio: Ratio; readonly iterations: number; readonly ourSeconds: number }
  | { readonly failure: string };

/** Idle threads of OpenBLAS and OpenMP spin for a while before they sleep; they must not eat the other's time. */
const SETTLE_MILLISECONDS = 60;

/**
 * Runs two programs by turns, from the same start, for as many iterations, and compares where they end before it
 * compares times.
 *
 * @param budget  seconds that it may take, about
 */
export async function compareRuns(
  { our, their }: { our: Session; their: Session },
  dataset: Dataset,
  budget: number,
): Promise<Comparison> {
  try {
    const ourProbe = await probe(our, dataset);
    const theirProbe = await probe(their, dataset);
    const plan = planRounds(ourProbe.seconds, theirProbe.seconds, budget);
    const ratios: number[] = [];
    const seconds: number[] = [];
    for (let round = 0; round < plan.rounds; round++) {
      const answers = await roundOf({ our, their }, dataset, { plan, oursFirst: round % 2 === 0 });
      const wrong = disagreement(answers.our, answers.their);
      if (wrong !== undefined) return { failure: wrong };
      ratios.push(answers.their.seconds / answers.our.seconds);
      seconds.push(answers.our.seconds);
    }
    return { ratio: ratioOf(ratios), iterations: plan.iterations, ourSeconds: Math.min(...seconds) };
  } catch (error) {
    return { failure: (error as Error).message };
  }
}

/** The time of an iteration, once the program has been warmed up by two. */
async function probe(session: Session, dataset: Dataset): Promise<RunAnswer> {
  const first = await run(session, dataset, { iterations: 1, repeats: 1 });
  return first.seconds > 0.2 ? first : run(session, dataset, { iterations: 2, repeats: 2 });
}

async function roundOf(
  { our, their }: { our: Session; their: Session },
  dataset: Dataset,
  { plan, oursFirst }: { plan: Plan; oursFirst: boolean },
): Promise<{ our: RunAnswer; their: RunAnswer }> {
  const { iterations, ourRepeats, theirRepeats } = plan;
  const runOurs = (): Promise<RunAnswer> => run(our, dataset, { iterations, repeats: ourRepeats });
  const runTheirs = (): Promise<RunAnswer> => run(their, dataset, { iterations, repeats: theirRepeats });
  if (oursFirst) return { our: await runOurs(), their: await runTheirs() };
  const answer = await runTheirs();
  return { our: await runOurs(), their: answer };
}

async function run(
  session: Session,
  { structure, components, startFile }: Dataset,
  { iterations, repeats }: { iterations: number; repeats: number },
): Promise<RunAnswer> {
  await pause(SETTLE_MILLISECONDS);
  return session.ask<RunAnswer>(['run', structure, components, startFile, iterations, repeats]);
}
