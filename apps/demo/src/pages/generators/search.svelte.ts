import type { Mixture } from '@gaussmix/distributions';
import type { DivergenceEstimate } from '@gaussmix/model-selection';
import { connect } from '../../worker/connect.ts';
import { latest } from '../../worker/latest.ts';
import type { GeneratorsWork } from './generators.worker.ts';
import type { Recovery, Task } from './recover.ts';

/** What the page's worker has found, and what it is asked. */
export interface Search {
  readonly recovery: Recovery | undefined;
  /** Of the estimate that was asked about last. */
  readonly divergence: DivergenceEstimate | undefined;
  readonly failure: string;
  find(task: Task): void;
  compare(machines: readonly number[], estimate: Mixture): void;
}

/** Starts the worker. To be called while a component is made. */
export function search(): Search {
  const work = connect<GeneratorsWork>(
    new Worker(new URL('./generators.worker.ts', import.meta.url), { type: 'module' }),
  );
  let recovery = $state.raw<Recovery>();
  let divergence = $state.raw<DivergenceEstimate>();
  let failure = $state('');
  const failed = (error: unknown) => {
    failure = error instanceof Error ? error.message : String(error);
  };
  const recoveries = latest(
    (task: Task) => work.recover(task),
    (answer) => {
      recovery = answer;
      failure = '';
    },
    failed,
  );
  const divergences = latest(
    ({ machines, estimate }: { machines: readonly number[]; estimate: Mixture }) =>
      work.divergenceFrom(machines, estimate),
    (answer) => {
      divergence = answer;
    },
    failed,
  );
  return {
    get recovery() {
      return recovery;
    },
    get divergence() {
      return divergence;
    },
    get failure() {
      return failure;
    },
    find: (task) => recoveries.ask(task),
    compare: (machines, estimate) => divergences.ask({ machines, estimate }),
  };
}
