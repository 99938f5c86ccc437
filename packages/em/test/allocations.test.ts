import { classicStructures } from '@gaussmix/covariance';
import { plainKernels } from '@gaussmix/kernels';
import { afterEach, expect, test } from 'vitest';
import { fitMixture, fitMixtureAsync, memoryEngine } from '../src/index.ts';

const rows = 4000;
const columns = 3;
const data = Float64Array.from({ length: rows * columns }, (_, i) => ((i * 7919) % 1013) + (i % 7) * (i % 3));
const x = { data, rows, columns };
const means = [0, 1].map((i) => data.slice(i * columns, (i + 1) * columns));
const options = { maxIterations: 3, tolerance: 0, kernels: plainKernels } as const;

const Original = Float64Array;
afterEach(() => {
  globalThis.Float64Array = Original;
});

/** The lengths of all new lists of numbers that are as long as the data, or a tenth of it, from now on. */
function longLists(): number[] {
  const lengths: number[] = [];
  globalThis.Float64Array = new Proxy(Original, {
    construct(target, given, newTarget) {
      const list = Reflect.construct(target, given, newTarget) as Float64Array;
      // The room of a block, K x 1,024, belongs to the hot loops.
      if (list.length >= data.length / 10 && list.length !== 2 * 1024) lengths.push(list.length);
      return list;
    },
  });
  return lengths;
}

test.each(Object.keys(classicStructures) as (keyof typeof classicStructures)[])(
  'a fit from a given start makes one copy of the rows, and nothing else that grows with them: %s',
  (covariance) => {
    const lengths = longLists();
    fitMixture(x, { ...options, covariance, initial: { means } });
    expect(lengths).toEqual([data.length]);
  },
);

test('with room from its engine a fit makes no copy but that', async () => {
  const room = new Float64Array(data.length);
  const lengths = longLists();
  const engine = {
    allocate: () => room,
    engineFor: (own: typeof x) => memoryEngine(own, plainKernels),
  };
  await fitMixtureAsync(x, { ...options, initial: { means }, engine });
  expect(lengths).toEqual([]);
});
