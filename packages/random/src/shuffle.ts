import type { MutableList } from './random.ts';

/** Random order in place, every order being as likely. Fisher and Yates; Knuth, vol. 2, 3.4.2, algorithm P. */
export function shuffle<List extends MutableList>(integer: (n: number) => number, list: List): List {
  const entries: MutableList = list;
  for (let i = entries.length - 1; i > 0; i--) {
    const j = integer(i + 1);
    const entry = entries[i];
    entries[i] = entries[j];
    entries[j] = entry;
  }
  return list;
}
