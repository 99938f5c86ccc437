import { usageError } from '../command-error.ts';

/**
 * A parser of an option that takes one of a few words.
 *
 * @param option  as typed, such as "--assignment"
 * @returns a function from the text to the word, which throws a CommandError that lists them
 */
export function parseChoice<T extends string>(option: string, words: readonly T[]): (text: string) => T {
  return (text) => {
    const word = words.find((each) => each === text);
    if (word !== undefined) return word;
    throw usageError(`${option} must be ${words.join(' or ')}, got ${JSON.stringify(text)}.`);
  };
}
