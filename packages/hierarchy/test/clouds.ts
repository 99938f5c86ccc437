import fc from 'fast-check';
import type { TreeModel } from '../src/index.ts';

/** Up to 24 rows of up to 3 columns, with repeated rows among them, and a model. */
export const clouds = fc
  .record({
    columns: fc.integer({ min: 1, max: 3 }),
    n: fc.integer({ min: 2, max: 24 }),
    model: fc.constantFrom<TreeModel>('EII', 'VII', 'EEE', 'VVV'),
    values: fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 72, maxLength: 72 }),
  })
  .map(({ columns, n, model, values }) => ({
    model,
    rows: Array.from({ length: n }, (_, i) =>
      values.slice(i * columns, i * columns + columns).map((v) => v / 64),
    ),
  }));
