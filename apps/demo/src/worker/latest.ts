/** Does one thing at a time, and of what is asked for meanwhile only the last. */
export interface Latest<A> {
  /** Asks for it to be done with this; what was asked for before and not begun is dropped. */
  ask(input: A): void;
}

/**
 * What a slider needs that asks a worker at every move: the worker is never behind by more than one answer.
 *
 * @param work  what is done
 * @param done  called with each answer
 * @param failed  called with what went wrong, and with what
 */
export function latest<A, B>(
  work: (input: A) => Promise<B>,
  done: (answer: B, input: A) => void,
  failed: (error: unknown, input: A) => void,
): Latest<A> {
  let busy = false;
  let waiting: { input: A } | undefined;

  async function next(): Promise<void> {
    while (waiting) {
      const { input } = waiting;
      waiting = undefined;
      try {
        done(await work(input), input);
      } catch (error) {
        failed(error, input);
      }
    }
  }

  return {
    ask(input) {
      waiting = { input };
      if (busy) return;
      busy = true;
      next().finally(() => {
        busy = false;
      });
    },
  };
}
