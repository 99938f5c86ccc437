import type { Mixture } from '@gaussmix/distributions';
import { companionOf } from './companion-of.ts';
import { dataSet } from './data-sets.ts';
import { type Model, pathFrom } from './half-steps.ts';
import { optimaOf } from './optima-of.svelte.ts';
import type { Settings } from './settings.svelte.ts';
import { type StartChoice, startMixture } from './start-mixture.ts';
import { structureNamed } from './structure-named.ts';
import { walkAlong } from './walk.svelte.ts';

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
      return start.error ?? path?.error ?? walk.position.error;
    },
    get companion() {
      return companion;
    },
  };
}

/** What {@link createLab} makes. */
export type Lab = ReturnType<typeof createLab>;

function attempt<T>(work: () => T): { value?: T; error?: unknown } {
  try {
    return { value: work() };
  } catch (error) {
    return { error };
  }
}
