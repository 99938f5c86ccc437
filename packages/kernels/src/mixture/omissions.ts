import { BLOCKS_WITH_OMISSIONS, type MomentLayout } from './moment-sums.ts';
import { factorLength, type PackedMixture, slackOf } from './packed-mixture.ts';

/**
 * Whether what an E-step left out may be above 1e-15: of N_k, or of sqrt(S_ii S_jj) in a scatter. `cutoffsOf` bounds it
 * by what the mixture expects, N_k = n w_k and S_ii = n w_k Sigma_ii; that is enough where the moments have come
 * out at that over `slackOf` or more. Else the E-step is done again and counts all.
 *
 * @param sums  the moments of all n rows
 */
export function omissionsMatter(
  packed: PackedMixture,
  { sums, layout, rows }: { sums: Float64Array; layout: MomentLayout; rows: number },
): boolean {
  if (sums[BLOCKS_WITH_OMISSIONS] === 0) return false;
  const { components, dimension: d, weights } = packed;
  const slack = slackOf(packed);
  const pooled = layout.scatter === 'pooled';
  const expected = new Float64Array(pooled ? d : components * d);
  for (let k = 0; k < components; k++) {
    const count = rows * weights[k]!;
    if (slack * sums[layout.counts + k]! < count) return true;
    const at = pooled ? 0 : k * d;
    for (let i = 0; i < d; i++) expected[at + i] = expected[at + i]! + count * variance(packed, k, i);
  }
  const stride = layout.scatterLength;
  return expected.some((scatter, index) => {
    const i = index % d;
    const entry = layout.scatter === 'diagonal' || layout.scatter === 'sketch' ? i : (i * (i + 3)) / 2;
    return slack * sums[layout.scatters + Math.floor(index / d) * stride + entry]! < scatter;
  });
}

/** Sigma_ii of component k. */
function variance(packed: PackedMixture, k: number, i: number): number {
  const { packing, shared, dimension, rank, factors } = packed;
  const length = factorLength(packing, dimension, rank);
  if (packing === 'low-rank') return factors[(k + 1) * length - dimension + i]!;
  const at = shared ? 0 : k * length;
  if (packing === 'diagonal') return 1 / (factors[at + i]! * factors[at + i]!);
  const row = at + (i * (i + 1)) / 2;
  let sum = 1 / (factors[row + i]! * factors[row + i]!);
  for (let j = 0; j < i; j++) sum += factors[row + j]! * factors[row + j]!;
  return sum;
}
