import { connect } from '../../worker/connect.ts';
import { latest } from '../../worker/latest.ts';
import type { EmWork } from './em.worker.ts';
import type { Model } from './half-steps.ts';
import type { Optima, OptimaQuestion } from './optima.ts';
import type { Settings } from './settings.svelte.ts';

/** Asks a worker where many starts end, whenever that may have changed. To be called while a component is made. */
export function optimaOf(settings: Settings, model: () => Model) {
  const work = connect<EmWork>(new Worker(new URL('./em.worker.ts', import.meta.url), { type: 'module' }));
  let found = $state.raw<{ question: OptimaQuestion; optima: Optima | undefined }>();
  const question: OptimaQuestion = $derived({
    rows: model().rows,
    assignment: model().assignment,
    regularization: model().regularization,
    covariance: settings.covariance,
    deviation: settings.values.deviation,
    components: settings.k,
    seed: settings.values.seed,
  });
  const asking = latest(
    (asked: OptimaQuestion) => work.optima(asked),
    (optima, asked) => {
      found = { question: asked, optima };
    },
    () => {
      found = { question, optima: { tried: 0, best: Number.NaN } };
    },
  );
  $effect(() => {
    const asked = question;
    if (asked.rows.rows <= asked.components) {
      found = { question: asked, optima: { tried: 0, best: Number.NaN } };
      return;
    }
    const timer = setTimeout(() => asking.ask(asked), 120);
    return () => clearTimeout(timer);
  });
  return {
    get answer() {
      return found?.question === question ? found?.optima : undefined;
    },
  };
}
