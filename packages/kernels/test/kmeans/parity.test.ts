import { describe, expect, it } from 'vitest';
import { type ClusterSums, type Kernels, type Moves, plainKernels } from '../../src/index.ts';
import { simdKernels } from '../../src/simd/index.ts';
import { counts, indices, type Placement, placement, sizes } from './placements.ts';

const scales = [1, 1e-310, 1e-160, 1e-100, 1e100, 1e154, 3e307];

function nearestBy(kernels: Kernels, { rows, centers }: Placement, chosen: Int32Array) {
  const found = kernels.nearestCenter(centers)(rows, chosen);
  const cut = <T extends Int32Array | Float64Array>(list: T): number[] => [
    ...list.subarray(0, chosen.length),
  ];
  return { labels: cut(found.labels), gaps: cut(found.gaps) };
}

function movedBy(kernels: Kernels, { rows, centers }: Placement, chosen: Int32Array): ClusterSums {
  const { clusters, dimension, origin } = centers;
  const sums = new Float64Array(clusters * dimension);
  const lost = new Float64Array(clusters * dimension);
  const label = (step: number) => chosen.map((i) => (i * step) % clusters);
  const moves: Moves = { rows, origin, chosen, from: chosen.map(() => -1), to: label(1) };
  kernels.moveRows({ sums, lost }, moves);
  kernels.moveRows({ sums, lost }, { ...moves, from: label(1), to: label(3) });
  return { sums, lost };
}

function trialsBy(kernels: Kernels, { rows, centers }: Placement, n: number) {
  const before = Float64Array.from({ length: n }, (_, i) =>
    i % 5 === 0 ? 0 : i % 3 === 0 ? Infinity : centers.values[0]! ** 2,
  );
  const { totals, distances } = kernels.seedingTrials(centers)({ rows, from: 0, to: n }, before);
  const each = totals.length;
  return {
    totals: [...totals],
    distances: Array.from({ length: each }, (_, k) => [...distances.subarray(k * 1024, k * 1024 + n)]),
  };
}

describe('the loops of k-means in WebAssembly', () => {
  const simd = simdKernels();

  it('are there', () => {
    expect(simd.form).toBe('simd');
  });

  it.each(sizes)('give the bits of the plain form in $d dimensions with $clusters centers', (size) => {
    for (const n of counts) {
      const data = placement(n, size);
      for (const chosen of [indices(n), indices(n, 3)]) {
        expect(nearestBy(simd, data, chosen)).toEqual(nearestBy(plainKernels, data, chosen));
        expect(movedBy(simd, data, chosen)).toEqual(movedBy(plainKernels, data, chosen));
      }
      expect(trialsBy(simd, data, n)).toEqual(trialsBy(plainKernels, data, n));
    }
  });

  it.each(scales)('give the bits of the plain form at a scale of %d', (scale) => {
    for (const size of sizes.filter(({ d }) => d < 8)) {
      const data = placement(45, size, scale);
      expect(nearestBy(simd, data, indices(45))).toEqual(nearestBy(plainKernels, data, indices(45)));
      expect(movedBy(simd, data, indices(45))).toEqual(movedBy(plainKernels, data, indices(45)));
      expect(trialsBy(simd, data, 45)).toEqual(trialsBy(plainKernels, data, 45));
    }
  });

  it('serve several callers by turns', () => {
    const [one, other] = [placement(40, { d: 3, clusters: 5 }), placement(40, { d: 70, clusters: 30 })];
    const nearest = simd.nearestCenter(one.centers);
    const before = [...nearest(one.rows, indices(40)).labels.subarray(0, 40)];
    trialsBy(simd, other, 40);
    movedBy(simd, other, indices(40));
    expect([...nearest(one.rows, indices(40)).labels.subarray(0, 40)]).toEqual(before);
  });
});
