import type { Codec } from './codecs.ts';

type Codecs = Record<string, Codec<unknown>>;

/** The values of a page, by name. */
export type Values<C extends Codecs> = { -readonly [Name in keyof C]: C[Name]['initial'] };

/** Browsers refuse more than about a hundred changes of an address in half a minute. */
const pause = 350;

/**
 * State of a page that stands in its address, so that a link shows the same thing: reads the address now, and writes it after
 * each change. What has its initial value is left out. To be called while a component is made.
 *
 * @returns reactive values: assign to them
 */
export function urlState<const C extends Codecs>(codecs: C): Values<C> {
  const values = $state(valuesFrom(codecs, window.location.search));
  let timer: ReturnType<typeof setTimeout> | undefined;
  $effect(() => {
    const query = queryOf(codecs, values);
    clearTimeout(timer);
    timer = setTimeout(() => {
      const { pathname, search, hash } = window.location;
      if (search !== query) window.history.replaceState(null, '', pathname + query + hash);
    }, pause);
    return () => clearTimeout(timer);
  });
  return values;
}

/** The values that a query such as "?seed=3" tells. */
export function valuesFrom<const C extends Codecs>(codecs: C, query: string): Values<C> {
  const told = new URLSearchParams(query);
  const entries = Object.entries(codecs).map(([name, codec]) => {
    const text = told.get(name);
    return [name, (text === null ? undefined : codec.read(text)) ?? codec.initial];
  });
  return Object.fromEntries(entries);
}

/** The query that tells the values: "" when all are initial. */
export function queryOf<const C extends Codecs>(codecs: C, values: Values<C>): string {
  const told = new URLSearchParams();
  for (const [name, codec] of Object.entries(codecs)) {
    const text = codec.write(values[name]);
    if (text !== codec.write(codec.initial)) told.set(name, text);
  }
  const query = told.toString();
  return query === '' ? '' : `?${query}`;
}
