import { describe, expect, it } from 'vitest';
import { plainKernels, type Remainder } from '../../src/index.ts';
import { simdKernels } from '../../src/simd/index.ts';
import { placement } from './placements.ts';

const { rows: data } = placement(2500, { d: 3, clusters: 4 });
const x = { data, rows: 2500, columns: 3 };

/** Total and some rows drawn, as bits. */
function drawn(remainder: Remainder): number[] {
  const fractions = [0, 1e-9, 0.1, 0.3, 0.5, 0.7, 0.9, 1 - 2 ** -53];
  return [remainder.total, ...fractions.map((fraction) => remainder.rowAt(fraction))];
}

describe.each([plainKernels, simdKernels()])('the remainder by $form loops', (kernels) => {
  it('is the same whether a row was tried before it is taken, or not', () => {
    const tried = kernels.remainder(x);
    const untried = kernels.remainder(x);
    for (const rows of [[5, 17, 2000], [1024, 1023], [2499]]) {
      const totals = tried.totalsWith(Int32Array.from(rows));
      tried.take(rows.at(-1)!);
      untried.take(rows.at(-1)!);
      expect(tried.total).toBe(totals.at(-1));
      expect(drawn(tried)).toEqual(drawn(untried));
    }
  });

  it('draws no row at distance 0, at either end of a sum', () => {
    // 1,500 copies of the row taken, then one row elsewhere, then copies again.
    const rows = Float64Array.from({ length: 4000 }, (_, i) => (i === 1500 ? 3 : 1));
    const remainder = kernels.remainder({ data: rows, rows: 4000, columns: 1 });
    remainder.take(0);
    expect(drawn(remainder)).toEqual([4, 1500, 1500, 1500, 1500, 1500, 1500, 1500, 1500]);
  });
});

it('the remainder has the same bits in either form', () => {
  const answers = [plainKernels, simdKernels()].map((kernels) => {
    const remainder = kernels.remainder(x);
    remainder.take(3);
    return [...remainder.totalsWith(Int32Array.of(1, 2, 2400)), ...drawn(remainder)];
  });
  expect(answers[1]).toEqual(answers[0]);
});
