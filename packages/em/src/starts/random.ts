import { createMatrix } from '@gaussmix/linalg';
import { createUniformRandom } from '@gaussmix/random';
import { softMoments } from './soft-moments.ts';
import { mixtureOfMoments, type Start } from './start-context.ts';

/** Responsibilities drawn at random and divided by their sums, then one M-step. */
export const fromRandom: Start = (context) => {
  const { rows, components, mStep, seed } = context;
  const random = createUniformRandom(seed);
  const { data } = createMatrix(rows.rows, components);
  for (let at = 0; at < data.length; at += components) {
    let sum = 0;
    for (let k = 0; k < components; k++) {
      data[at + k] = random.uniform();
      sum += data[at + k]!;
    }
    for (let k = 0; k < components; k++) data[at + k] = data[at + k]! / sum;
  }
  const responsibilityOf = (i: number, k: number): number => data[i * components + k]!;
  return mixtureOfMoments(softMoments({ rows, components, responsibilityOf }, mStep.structure), context);
};
