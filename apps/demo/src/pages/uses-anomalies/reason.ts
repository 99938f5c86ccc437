import { conditional, type Mixture, scoreSamples } from '@gaussmix/distributions';
import type { Matrix } from '@gaussmix/linalg';
import { paymentColumns, toFitted } from './payments.ts';

/** How odd one column of a row is, given the others. */
export interface Oddness {
  /**
   * max_t ln p(x_j = t | others) - ln p(x_j | others), in nats: how much likelier the row would be with the likeliest
   * value in this column. At least 0.
   */
  readonly gain: number;
  /** The likeliest value, as it is fitted. */
  readonly usual: number;
}

/** Why a row is unlikely: the column whose change alone would help most. */
export interface Reason extends Oddness {
  readonly column: number;
}

/** Values that are tried in a column, from end to end. */
const steps = 160;

/** How odd each column of row i is, given the other columns. */
export function oddnesses(mixture: Mixture, rows: Matrix, i: number): Oddness[] {
  const row = rows.data.subarray(i * rows.columns, (i + 1) * rows.columns);
  return Array.from(row, (value, j) => {
    const others = Array.from(row.keys()).filter((other) => other !== j);
    const given = conditional(mixture, { columns: others, values: others.map((other) => row[other]) });
    const [low, high] = paymentColumns[j].shown.map((end) => toFitted(end, j));
    const tried = Float64Array.from([
      value,
      ...given.means.map(([mean]) => mean).filter((mean) => mean >= low && mean <= high),
      ...Array.from({ length: steps + 1 }, (_, step) => low + (step / steps) * (high - low)),
    ]);
    const densities = scoreSamples(given, tried);
    const best = densities.reduce((highest, density, at) => (density > densities[highest] ? at : highest), 0);
    return { gain: densities[best] - densities[0], usual: tried[best] };
  });
}

/** The column of row i that lies farthest out. */
export function reasonOf(mixture: Mixture, rows: Matrix, i: number): Reason {
  return farthest(oddnesses(mixture, rows, i));
}

/** The column with the largest gain; the first where several are alike. */
export function farthest(columns: readonly Oddness[]): Reason {
  return columns
    .map((oddness, column) => ({ ...oddness, column }))
    .reduce((most, one) => (one.gain > most.gain ? one : most));
}
