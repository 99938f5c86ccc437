import { factorLength, type PackedMixture } from '../mixture/packed-mixture.ts';
import type { Whitening } from './mixture-places.ts';

/** Where the mean and the packed factor of one component begin. */
interface Source {
  readonly packed: PackedMixture;
  readonly mean: number;
  readonly factor: number;
}

/** Writes the factors of all components in the order in which the loops read them, `step` numbers apart. */
export function writeFactors(
  out: Float64Array,
  packed: PackedMixture,
  { whitening, step }: { whitening: Whitening; step: number },
): void {
  const { components, dimension: d, packing, rank, shared } = packed;
  const length = factorLength(packing, d, rank);
  for (let k = 0; k < (shared ? 1 : components); k++) {
    const source = { packed, mean: k * d, factor: k * length };
    writers[whitening](out.subarray(k * step, (k + 1) * step), source);
  }
}

const writers: Record<Whitening, (out: Float64Array, source: Source) => void> = {
  diagonal(out, { packed, mean, factor }) {
    for (let j = 0; j < packed.dimension; j++) {
      out[2 * j] = packed.means[mean + j]!;
      out[2 * j + 1] = packed.factors[factor + j]!;
    }
  },
  'small-triangle'(out, { packed, mean, factor }) {
    const { dimension: d } = packed;
    out.set(packed.means.subarray(mean, mean + d));
    out.set(packed.factors.subarray(factor, factor + factorLength('triangular', d)), d);
  },
  'low-rank'(out, { packed, mean, factor }) {
    const { dimension: d, rank: q = 0, means, factors } = packed;
    for (let j = 0; j < d; j++) {
      const at = j * (q + 2);
      out[at] = means[mean + j]!;
      out[at + 1] = factors[factor + j]!;
      out.set(factors.subarray(factor + d + j * q, factor + d + (j + 1) * q), at + 2);
    }
    out.set(factors.subarray(factor + d + d * q, factor + d + (d + q) * q), d * (q + 2));
  },
  triangle(out, { packed, mean, factor }) {
    const { dimension: d, means, factors } = packed;
    const entry = (i: number, j: number): number => (i < d ? factors[factor + (i * (i + 1)) / 2 + j]! : 0);
    let at = 0;
    for (let tile = 0; tile < d; tile += 4) {
      for (let i = tile; i < tile + 4; i++) out[at++] = i < d ? means[mean + i]! : 0;
      for (let j = 0; j < tile; j++) for (let i = tile; i < tile + 4; i++) out[at++] = entry(i, j);
      for (let i = tile; i < tile + 4; i++) for (let j = tile; j <= i; j++) out[at++] = entry(i, j);
    }
  },
};
