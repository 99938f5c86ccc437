import { createMatrix } from '@gaussmix/linalg';
import { createUniformRandom } from '@gaussmix/random';
import { mixtureOfResponsibilities, type Start } from './start-context.ts';

/** Responsibilities drawn at random and divided by their sums, then one M-step. */
export const fromRandom: Start = (context) => {
  const { rows, components, seed } = context;
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
  return mixtureOfResponsibilities((i, k) => data[i * components + k]!, context);
};
