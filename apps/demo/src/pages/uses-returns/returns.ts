import { parseTable, selectColumns } from '@gaussmix/data';
import { createRandom } from '@gaussmix/random';

/** Days of a market, in order. Plain data. */
export interface Returns {
  /** The day as a decimal year. */
  readonly years: Float64Array;
  /** n returns in percent. */
  readonly values: Float64Array;
}

/**
 * Reads the file of returns.
 *
 * @throws GaussmixError when it is not one
 */
export function returnsOf(text: string): Returns {
  const table = parseTable(text, { name: 'dax-returns.csv' });
  const { data, rows } = selectColumns(table, { columns: ['year', 'return'] }).matrix;
  return {
    years: Float64Array.from({ length: rows }, (_, i) => data[2 * i]),
    values: Float64Array.from({ length: rows }, (_, i) => data[2 * i + 1]),
  };
}

/** Without the days whose return is exactly 0: holidays, mostly, on which the last price was kept. */
export function withoutIdle({ years, values }: Returns): Returns {
  return { years: years.filter((_, i) => values[i] !== 0), values: values.filter((value) => value !== 0) };
}

/** Places of n days in an order drawn by a seed. */
export function shuffledOrder(n: number, seed: number): number[] {
  const order = Array.from({ length: n }, (_, i) => i);
  createRandom(seed).shuffle(order);
  return order;
}
