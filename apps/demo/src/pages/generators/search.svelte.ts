import type { Mixture } from '@gaussmix/distributions';
import { connect } from '../../worker/connect.ts';
import { latest } from '../../worker/latest.ts';
import type { GeneratorsWork } from './generators.worker.ts';
import type { Assessment, Recovery, Task } from './recover.ts';

/** What the page's worker has found, and what it is asked. */
export interface Search {
  readonly recovery: Recovery | undefined;
  /** Of the estimate that was asked about last. */
  readonly assessment: Assessment | undefined;
  readonly failure: string;
  find(task: Task): void;
  assess(task: Task, estimate: Mixture): void;
}

/** Starts the worker. To be called while a component is made. */
export function search(): Search {
  const work = connect<GeneratorsWork>(
    new Worker(new URL('./generators.worker.ts', import.meta.url), { type: 'module' }),
  );
  let recovery = $state.raw<Recovery>();
  let assessment = $state.raw<Assessment>();
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
  const assessments = latest(
    ({ task, estimate }: { task: Task; estimate: Mixture }) => work.assess(task, estimate),
    (answer) => {
      assessment = answer;
    },
    failed,
  );
  return {
    get recovery() {
      return recovery;
    },
    get assessment() {
      return assessment;
    },
    get failure() {
      return failure;
    },
    find: (task) => recoveries.ask(task),
    assess: (task, estimate) => assessments.ask({ task, estimate }),
  };
}
