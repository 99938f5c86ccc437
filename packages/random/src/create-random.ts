import { GaussmixError } from '@gaussmix/kernels';
import xor4096 from 'seedrandom/lib/xor4096.js';
import { categorical } from './categorical.ts';
import { gamma } from './gamma.ts';
import { integer } from './integer.ts';
import { normalSource } from './normal-source.ts';
import type { Random } from './random.ts';
import { sampleWithoutReplacement } from './sample-without-replacement.ts';
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
  if (typeof seed !== 'string' && !Number.isFinite(seed)) {
    throw new GaussmixError(
      'seed',
      `createRandom: seed must be a finite number or a text, got ${String(seed)}`,
    );
  }
  const text = String(seed);
  const bits = xor4096(text);
  const uniform = bits.double;
  const normal = normalSource(uniform);
  return {
    uniform,
    normal,
    integer: (n) => integer(bits.int32, n),
    gamma: (shape) => gamma({ uniform, normal }, shape),
    categorical: (weights) => categorical(uniform, weights),
    shuffle: (list) => shuffle(bits.int32, list),
    sampleWithoutReplacement: (n, k) => sampleWithoutReplacement(bits.int32, n, k),
    // The length tells apart what else would join to the same text: "a/b" and "c" from "a" and "b/c".
    fork: (label) => createRandom(`${text.length}:${text}/${label}`),
  };
}
