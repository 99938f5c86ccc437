import { categorical } from './categorical.ts';
import { createUniformRandom } from './create-uniform-random.ts';
import { gamma } from './gamma.ts';
import { normalSource } from './normal-source.ts';
import type { Random } from './random.ts';
import { forkText, seedText } from './seed-text.ts';
import { shuffle } from './shuffle.ts';

/**
 * A source of randomness that gives the same bits for the same seed on every machine.
 *
 * The generator is seedrandom's xor4096 (Brent's xorgens: period 2^4096 in integer arithmetic). Not for secrets.
 *
 * @param seed  a finite number or a text; 42 and '42' are the same seed
 * @throws GaussmixError "seed" for anything else
 */
export function createRandom(seed: number | string): Random {
  const text = seedText(seed, 'createRandom');
  const draws = createUniformRandom(text);
  const { uniform, integer } = draws;
  const normal = normalSource(uniform);
  return {
    ...draws,
    normal,
    gamma: (shape) => gamma({ uniform, normal }, shape),
    categorical: (weights) => categorical(uniform, weights),
    shuffle: (list) => shuffle(integer, list),
    fork: (label) => createRandom(forkText(text, label)),
  };
}
