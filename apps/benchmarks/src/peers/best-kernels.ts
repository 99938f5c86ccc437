import type { Crew } from './crew.ts';
import type { Peer } from './peer.ts';
import { scikitLearn, scikitLearnWithKernels } from './peers.ts';

/** Kernels of OpenBLAS on x86 that may be quicker than those it chooses for a processor that it does not know. */
const KERNELS = ['Haswell', 'SkylakeX'];

/** Quicker by less is not worth a second run. */
const WORTHWHILE = 1.2;

/**
 * OpenBLAS falls back to old kernels on processors younger than itself. So that nobody is beaten by such an
 * accident, this finds the kernels with which a matrix product is quickest.
 *
 * @returns scikit-learn with them, or undefined when it has chosen well by itself, or is missing
 */
export async function quickestScikitLearn(crew: Crew): Promise<Peer | undefined> {
  if (process.arch !== 'x64') return undefined;
  const own = await productSeconds(scikitLearn, crew);
  const others: { peer: Peer; seconds: number }[] = [];
  for (const kernels of KERNELS) {
    const peer = scikitLearnWithKernels(kernels);
    others.push({ peer, seconds: await productSeconds(peer, crew) });
  }
  const best = others.reduce((least, other) => (other.seconds < least.seconds ? other : least));
  return own / best.seconds >= WORTHWHILE ? best.peer : undefined;
}

async function productSeconds(peer: Peer, crew: Crew): Promise<number> {
  try {
    const session = await crew.session(peer, 1);
    return (await session.ask<{ seconds: number }>(['gemm'])).seconds;
  } catch {
    return Infinity;
  }
}
