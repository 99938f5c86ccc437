import { type ClusterKernels, log, type Remainder } from '@gaussmix/kernels';
import type { Matrix } from '@gaussmix/linalg';
import type { UniformRandom } from '@gaussmix/random';

/** The rows that `kmeansPlusPlus` takes. */
export function seedRows(
  x: Matrix,
  { clusters, random, kernels }: { clusters: number; random: UniformRandom; kernels: ClusterKernels },
): Int32Array {
  const trials = 2 + Math.floor(log(clusters));
  const taken = new Int32Array(clusters);
  const remainder = kernels.remainder(x);
  taken[0] = random.integer(x.rows);
  for (let k = 1; k < clusters; k++) {
    remainder.take(taken[k - 1]!);
    taken[k] = remainder.total > 0 ? best(remainder, { trials, random }) : firstNotIn(taken.subarray(0, k));
  }
  return taken;
}

/** The draw that would leave the least. */
function best(remainder: Remainder, { trials, random }: { trials: number; random: UniformRandom }): number {
  const candidates = Int32Array.from({ length: trials }, () => remainder.rowAt(random.uniform()));
  const left = remainder.totalsWith(candidates);
  return candidates[left.indexOf(Math.min(...left))]!;
}

function firstNotIn(taken: Int32Array): number {
  let i = 0;
  while (taken.includes(i)) i++;
  return i;
}
