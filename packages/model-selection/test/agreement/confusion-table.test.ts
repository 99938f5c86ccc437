import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bestMatching } from '../../src/agreement/best-matching.ts';
import { confusionTable } from '../../src/index.ts';

test('Labels stand in rows and clusters in columns, sorted, and each label has the cluster that fits it best.', () => {
  const labels = ['oak', 'oak', 'oak', 'elm', 'elm', 'ash', 'ash', 'ash'];
  const clusters = [10, 10, 9, 9, 9, 2, 2, 10];
  expect(confusionTable(labels, clusters)).toEqual({
    rows: ['ash', 'elm', 'oak'],
    columns: [2, 9, 10],
    table: [
      [2, 0, 1],
      [0, 2, 0],
      [0, 1, 2],
    ],
    matching: [0, 1, 2],
    matched: 6,
    misclassified: 2,
    accuracy: 0.75,
  });
});

test('With fewer clusters than labels, a label has no cluster; with more, a cluster stands for no label.', () => {
  const labels = [1, 1, 1, 2, 2, 3];
  const clusters = ['b', 'b', 'b', 'a', 'a', 'a'];
  const fewer = confusionTable(labels, clusters);
  expect([fewer.matching, fewer.matched]).toEqual([[1, 0, undefined], 5]);
  const more = confusionTable(clusters, labels);
  expect([more.matching, more.matched]).toEqual([[1, 0], 5]);
});

test('The best matching may give every label its second choice.', () => {
  // Taking the largest cell first, 5, leaves 0: together 5, where 4 + 4 can be had.
  const counts = [
    [5, 4],
    [4, 0],
  ];
  expect(bestMatching(counts)).toEqual([1, 0]);
});

test('Numbers and text are different labels; numbers come first.', () => {
  const { rows, table } = confusionTable(['1', 1, 'x', 10, 2], [0, 0, 0, 0, 0]);
  expect(rows).toEqual([1, 2, 10, '1', 'x']);
  expect(table).toEqual([[1], [1], [1], [1], [1]]);
});

test('Without rows there is nothing to get wrong.', () => {
  expect(confusionTable([], [])).toEqual({
    ...{ rows: [], columns: [], table: [], matching: [] },
    ...{ matched: 0, misclassified: 0, accuracy: 1 },
  });
});

test('No matching gains more than the best: all of them are tried.', () => {
  const tables = fc
    .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
    .chain(([rows, columns]) =>
      fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    );
  fc.assert(
    fc.property(tables, (gains) => {
      const matching = bestMatching(gains);
      const used = matching.filter((column) => column !== undefined);
      expect(new Set(used).size).toBe(Math.min(gains.length, gains[0]!.length));
      expect(used).toHaveLength(Math.min(gains.length, gains[0]!.length));
      const gain = matching.reduce<number>(
        (sum, column, row) => sum + (column === undefined ? 0 : gains[row]![column]!),
        0,
      );
      expect(gain).toBe(most(gains, 0, new Set()));
    }),
  );
});

/** The greatest gain of rows from `row` on, with the columns that are not used, by trying all. */
function most(gains: number[][], row: number, used: Set<number>): number {
  if (row === gains.length) return 0;
  let best = most(gains, row + 1, used);
  gains[row]!.forEach((gain, column) => {
    if (used.has(column)) return;
    best = Math.max(best, gain + most(gains, row + 1, new Set([...used, column])));
  });
  return best;
}
