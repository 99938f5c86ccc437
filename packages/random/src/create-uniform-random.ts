import xor4096 from 'seedrandom/lib/xor4096.js';
import { integer } from './integer.ts';
import type { UniformRandom } from './random.ts';
import { sampleWithoutReplacement } from './sample-without-replacement.ts';
import { forkText, seedText } from './seed-text.ts';

/**
 * The uniform draws of `createRandom` alone, with the same bits: less to download for pages that
 * draw nothing else.
 *
 * @param seed  a finite number or a text; 42 and '42' are the same seed
 * @throws GaussmixError "seed" for anything else
 */
export function createUniformRandom(seed: number | string): UniformRandom {
  const text = seedText(seed, 'createUniformRandom');
  const bits = xor4096(text);
  return {
    uniform: bits.double,
    integer: (n) => integer(bits.int32, n),
    sampleWithoutReplacement: (n, k) => sampleWithoutReplacement(bits.int32, n, k),
    fork: (label) => createUniformRandom(forkText(text, label)),
  };
}
