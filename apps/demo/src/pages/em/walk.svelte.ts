import { untrack } from 'svelte';
import { isSettled, type Path } from './half-steps.ts';
import { mostSteps, type Settings } from './settings.svelte.ts';

/** A position on a path, and how to move. To be called while a component is made. */
export function walkAlong(settings: Settings, pathNow: () => Path | undefined) {
  const { values } = settings;
  const position = positionOn(settings, pathNow);
  let playing = $state(false);
  let running: ReturnType<typeof setTimeout> | undefined;
  let before: Path | undefined;

  function stop() {
    playing = false;
    clearTimeout(running);
  }

  function finish() {
    position.hurry(8);
    if (!position.ended) running = setTimeout(finish, 0);
  }

  // Another path begins at its start; the one that an address told keeps the step that it told.
  $effect(() => {
    const now = pathNow();
    untrack(() => {
      if (now && before && now !== before) {
        stop();
        position.reset();
      }
      before = now ?? before;
    });
  });

  $effect(() => {
    if (!playing) return;
    if (position.ended) {
      playing = false;
      return;
    }
    const timer = setTimeout(() => position.go(values.step + 1), 1000 / values.speed);
    return () => clearTimeout(timer);
  });

  const stopping =
    <A extends unknown[]>(move: (...to: A) => void) =>
    (...to: A) => {
      stop();
      move(...to);
    };
  return {
    position,
    get playing() {
      return playing;
    },
    go: stopping(position.go),
    back: stopping(() => position.go(position.error === undefined ? position.at - 1 : position.at)),
    restart: stopping(position.reset),
    toEnd: stopping(finish),
    togglePlay() {
      const was = playing;
      stop();
      playing = !was;
    },
  };
}

/** What {@link walkAlong} makes. */
export type Walk = ReturnType<typeof walkAlong>;

/** Where on the path we are. */
function positionOn({ values }: Settings, pathNow: () => Path | undefined) {
  let furthest = $state(values.step);
  const path = $derived(pathNow());
  const here = $derived(path?.to(values.step));
  const at = $derived(here && path ? path.steps.indexOf(here) : 0);
  const steps = $derived.by(() => {
    path?.to(furthest);
    return path?.steps.slice(0, furthest + 1) ?? [];
  });
  const error = $derived(here && path && values.step > at ? path.error : undefined);
  const settled = $derived(here !== undefined && path !== undefined && isSettled(path, at));

  function go(to: number) {
    values.step = Math.max(0, Math.min(mostSteps, to));
    furthest = Math.max(furthest, values.step);
  }

  return {
    get here() {
      return here;
    },
    get at() {
      return at;
    },
    /** All half steps that were seen since the start. */
    get steps() {
      return steps;
    },
    /** Why there is no next half step. */
    get error() {
      return error;
    },
    get settled() {
      return settled;
    },
    get ended() {
      return settled || error !== undefined || values.step >= mostSteps;
    },
    go,
    reset() {
      values.step = 0;
      furthest = 0;
    },
    /** As many half steps as can be done in so many milliseconds, until EM settles. */
    hurry(milliseconds: number) {
      const until = performance.now() + milliseconds;
      let to = values.step;
      while (path && to < mostSteps && path.error === undefined && performance.now() < until) {
        to += 1;
        path.to(to);
        if (to % 2 === 0 && isSettled(path, to)) break;
      }
      go(to);
    },
  };
}
