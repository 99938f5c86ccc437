import type { Mixture } from '@gaussmix/distributions';
import { untrack } from 'svelte';
import { connect } from '../../worker/connect.ts';
import { latest } from '../../worker/latest.ts';
import { companionOf } from './companion-of.ts';
import { dataSet } from './data-sets.ts';
import type { EmWork } from './em.worker.ts';
import { isSettled, type Model, type Path, pathFrom } from './half-steps.ts';
import type { Optima, OptimaQuestion } from './optima.ts';
import { mostSteps, type Settings } from './settings.svelte.ts';
import { type StartChoice, startMixture } from './start-mixture.ts';
import { structureNamed } from './structure-named.ts';

/** A start, or why there is none. */
interface StartFound {
  readonly mixture?: Mixture;
  readonly error?: unknown;
  /** It is being looked for. */
  readonly waiting?: boolean;
}

/**
 * Everything that follows from the settings: data, start, the path of EM from it, and where on it we are. To be called while
 * a component is made.
 */
export function createLab(settings: Settings) {
  const { values } = settings;
  const data = $derived(
    dataSet(settings.data, { d: settings.d, seed: values.seed, points: settings.points }),
  );
  const model: Model = $derived({
    rows: data.rows,
    covariance: structureNamed(settings.covariance, { d: settings.d, deviation: values.deviation }),
    assignment: values.assignment,
    regularization: settings.regularization,
  });
  const look = optimaOf(settings, () => model);
  const start = $derived(startOf());
  const path = $derived(start.mixture && attempt(() => pathFrom(model, start.mixture!)));
  const walk = walkAlong(settings, () => path?.value);
  const companion = $derived(
    start.mixture && values.beside !== 'none' && path?.value
      ? attempt(() => companionOf(values.beside as 'other' | 'gradient', model, start.mixture!))
      : undefined,
  );

  function startOf(): StartFound {
    if (data.rows.rows === 0) return {};
    if (settings.start === 'bad' && look.answer === undefined) return { waiting: true };
    const bad = settings.start === 'bad' ? look.answer?.bad : undefined;
    if (bad) return { mixture: bad.start };
    const choice: StartChoice = {
      start: settings.start === 'bad' ? 'random' : (settings.start as StartChoice['start']),
      components: settings.k,
      seed: values.seed,
      means: settings.means,
      covariance: model.covariance,
      regularization: model.regularization,
    };
    const { value, error } = attempt(() => startMixture(data, choice));
    return value ? { mixture: value } : { error };
  }

  return {
    walk,
    get data() {
      return data;
    },
    get model() {
      return model;
    },
    get start() {
      return start;
    },
    get optima() {
      return look.answer;
    },
    /** What went wrong, where EM stands or before. */
    get error(): unknown {
      return start.error ?? path?.error ?? walk.error;
    },
    get companion() {
      return companion;
    },
  };
}

/** What {@link createLab} makes. */
export type Lab = ReturnType<typeof createLab>;

/** Asks the worker where many starts end, whenever that may have changed. */
function optimaOf(settings: Settings, model: () => Model) {
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

/** Where on the path we are, and how to move. */
function walkAlong(settings: Settings, pathNow: () => Path | undefined) {
  const { values } = settings;
  let furthest = $state(values.step);
  let playing = $state(false);
  let running: ReturnType<typeof setTimeout> | undefined;
  let before: Path | undefined;
  const path = $derived(pathNow());
  const here = $derived(path?.to(values.step));
  const at = $derived(here && path ? path.steps.indexOf(here) : 0);
  const steps = $derived.by(() => {
    path?.to(furthest);
    return path?.steps.slice(0, furthest + 1) ?? [];
  });
  const error = $derived(here && path && values.step > at ? path.error : undefined);
  const settled = $derived(here !== undefined && path !== undefined && isSettled(path, at));
  const ended = $derived(settled || error !== undefined || values.step >= mostSteps);

  function go(to: number) {
    values.step = Math.max(0, Math.min(mostSteps, to));
    furthest = Math.max(furthest, values.step);
  }

  function stop() {
    playing = false;
    clearTimeout(running);
  }

  /** As many steps as fit between two frames, again and again. */
  function finish() {
    const until = performance.now() + 8;
    let to = values.step;
    while (path && to < mostSteps && path.error === undefined && performance.now() < until) {
      to += 1;
      path.to(to);
      if (to % 2 === 0 && isSettled(path, to)) break;
    }
    go(to);
    if (!ended) running = setTimeout(finish, 0);
  }

  // Another path begins at its start; the one that an address told keeps the step that it told.
  $effect(() => {
    const now = path;
    untrack(() => {
      if (now && before && now !== before) {
        stop();
        values.step = 0;
        furthest = 0;
      }
      before = now ?? before;
    });
  });

  $effect(() => {
    if (!playing) return;
    if (ended) {
      playing = false;
      return;
    }
    void values.step;
    const timer = setTimeout(() => go(values.step + 1), 1000 / values.speed);
    return () => clearTimeout(timer);
  });

  return {
    get here() {
      return here;
    },
    get at() {
      return at;
    },
    get steps() {
      return steps;
    },
    get error() {
      return error;
    },
    get settled() {
      return settled;
    },
    get ended() {
      return ended;
    },
    get playing() {
      return playing;
    },
    go(to: number) {
      stop();
      go(to);
    },
    back() {
      stop();
      go(error === undefined ? at - 1 : at);
    },
    restart() {
      stop();
      values.step = 0;
      furthest = 0;
    },
    toEnd() {
      stop();
      finish();
    },
    togglePlay() {
      const was = playing;
      stop();
      playing = !was;
    },
  };
}

function attempt<T>(work: () => T): { value?: T; error?: unknown } {
  try {
    return { value: work() };
  } catch (error) {
    return { error };
  }
}
