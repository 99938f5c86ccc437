import { usageError } from '../command-error.ts';

/**
 * A parser of an option that takes one of a few words.
 *
 * @param option  as typed, such as "--assignment"
 * @returns a function from the text to the word, which throws a CommandError that lists them
 */
export function parseChoice<T extends string>(option: string, words: readonly T[]): (text: string) => T {
  const last = words.at(-1)!;
  const all = words.length > 1 ? `${words.slice(0, -1).join(', ')} or ${last}` : last;
  return (text) => {
    const word = words.find((each) => each === text);
    if (word !== undefined) return word;
    throw usageError(`${option} must be ${all}, got ${JSON.stringify(text)}.`);
  };
}
