import { usageError } from '../command-error.ts';

/** More cells than this in one option are a slip of the finger. */
const mostCounts = 10_000;

/**
 * The numbers of components to try, from `3`, `1..9` or `1,2,4`, in the order typed, each once.
 *
 * @throws CommandError of the command line
 */
export function parseComponents(text: string): readonly number[] {
  const counts = text.split(',').flatMap((part) => {
    const [, first, last = first] = /^\s*(\d{1,15})(?:\.\.(\d{1,15}))?\s*$/.exec(part) ?? [];
    const [low, high] = [Number(first), Number(last)];
    if (!(low >= 1 && high >= low && high - low < mostCounts)) throw wrongComponents(text);
    return Array.from({ length: high - low + 1 }, (_, i) => low + i);
  });
  return [...new Set(counts)];
}

function wrongComponents(text: string): Error {
  return usageError(
    `--components must be whole numbers, at least 1, such as 3, 1..9 or 1,2,4, got ${JSON.stringify(text)}.`,
  );
}
