import { GaussmixError } from '@gaussmix/kernels';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AgglomerateOptions, agglomerate, cutTree } from '../src/index.ts';
import { clouds } from './clouds.ts';
import { messageOf } from './message-of.ts';

/** A few roundings of numbers near 1. */
const TOLERANCE = 1e-13;

describe('agglomerate', () => {
  it("merges by Ward's sums of squares in EII", () => {
    // 0 and 1: 1/2. 10 and 12: 2. {0, 1} and {10, 12}: 2 * 2 / 4 * 10.5^2.
    const tree = agglomerate([10, 0, 12, 1], { model: 'EII' });
    expect([...tree.merges]).toEqual([1, 3, 0, 2, 0, 1]);
    expect([...tree.costs]).toEqual([0.5, 2, 110.25]);
    expect([...tree.groups]).toEqual([0, 1, 2, 3]);
  });

  it('merges by logarithms of mean squares in VII', () => {
    // The scatter of all rows is 8, so alpha counts 8 / 3 times. {0, 2}: 2.
    const tree = agglomerate([[0], [2], [-2]], { model: 'VII', alpha: 1.25 });
    const alpha = (1.25 * 8) / 3;
    const single = Math.log(alpha);
    const pair = 2 * Math.log((2 + alpha) / 2);
    const costs = [pair - 2 * single, 3 * Math.log((8 + alpha) / 3) - pair - single];
    expect([...tree.merges]).toEqual([0, 1, 0, 2]);
    for (const [t, cost] of costs.entries()) expect(Math.abs(tree.costs[t]! - cost)).toBeLessThan(TOLERANCE);
  });

  it('adds determinants in VVV, from d + 1 rows on', () => {
    // Corners of a rectangle of 2 by 4: scatter 4 and 16, trace of all 20, alpha = 20 / (4 * 2).
    const corners = [0, 0, 2, 0, 0, 4, 2, 4];
    const tree = agglomerate({ data: Float64Array.from(corners), rows: 4, columns: 2 }, { beta: 3 });
    const term = (n: number, determinant: number, trace: number) =>
      n * Math.log(determinant + (3 * (trace + 2.5)) / n);
    const single = term(1, 0, 0);
    const pair = term(2, 0, 2);
    const costs = [pair - 2 * single, pair - 2 * single, term(4, (4 / 4) * (16 / 4), 20) - 2 * pair];
    expect([...tree.merges]).toEqual([0, 1, 2, 3, 0, 2]);
    for (const [t, cost] of costs.entries()) expect(Math.abs(tree.costs[t]! - cost)).toBeLessThan(TOLERANCE);
  });

  it('adds the determinant to the trace in EEE', () => {
    // In one dimension both are the variance, so each merge costs 2 v^2.
    const tree = agglomerate([0, 1, 10, 12], { model: 'EEE' });
    expect([...tree.merges]).toEqual([0, 1, 2, 3, 0, 2]);
    const costs = [(2 * 0.5) / 4, (2 * 2) / 4, (2 * 110.25) / 4];
    for (const [t, cost] of costs.entries()) expect(Math.abs(tree.costs[t]! - cost)).toBeLessThan(TOLERANCE);
  });

  it('lets the determinant decide alone in EEE, once it is large', () => {
    // Rectangles of 60 by 40 about (0, 0), (100, 0) and (0, 90). S is diagonal, 900 and 400, and |S| far beyond
    // tr T / 2: it is cheaper to merge along the longer side, though it is farther.
    const corners = [
      [-30, -20],
      [30, -20],
      [-30, 20],
      [30, 20],
    ];
    const rows = [
      [0, 0],
      [100, 0],
      [0, 90],
    ].flatMap(([a, b]) => corners.map(([c, e]) => [a! + c!, b! + e!]));
    const partition = rows.map((_, i) => Math.floor(i / 4));
    const tree = agglomerate(rows, { model: 'EEE', partition });
    expect([...tree.merges]).toEqual([0, 1, 0, 2]);
    // (n_i n_j / (n_i + n_j) / n) = 1/6, then 2/9 with the mean between the first two; S grows by 100^2 / 6.
    const first = 100 ** 2 / 6 / 900;
    const second = (2 / 9) * (50 ** 2 / (900 + 100 ** 2 / 6) + 90 ** 2 / 400);
    expect(Math.abs(tree.costs[0]! - first)).toBeLessThan(TOLERANCE);
    expect(Math.abs(tree.costs[1]! - second)).toBeLessThan(TOLERANCE * second);
  });

  it('starts from the groups of a partition, as if they had been merged', () => {
    fc.assert(
      fc.property(clouds, fc.nat(), ({ rows, model }, pick) => {
        const whole = agglomerate(rows, { model });
        const clusters = 1 + (pick % rows.length);
        const partition = cutTree(whole, clusters);
        const rest = agglomerate(rows, { model, partition });
        expect(rest.groups).toEqual(partition);
        expect(rest.costs.length).toBe(clusters - 1);
        const end = whole.costs.length;
        for (const [t, cost] of rest.costs.entries()) {
          const same = whole.costs[end - (clusters - 1) + t]!;
          expect(Math.abs(cost - same)).toBeLessThan(1e-9 * (1 + Math.abs(same)));
        }
      }),
    );
  });

  it('gives one tree to the same rows in any shape, and does not change them', () => {
    const rows = [
      [1.5, 2],
      [3, 4.25],
      [5, 6],
      [0.5, 9],
    ];
    const data = Float64Array.from(rows.flat());
    const before = data.slice();
    expect(agglomerate({ data, rows: 4, columns: 2 })).toEqual(agglomerate(rows));
    expect(data).toEqual(before);
  });

  it('is plain data', () => {
    const tree = agglomerate([1, 2, 4], { partition: ['a', 'b', 'a'] });
    expect(structuredClone(tree)).toEqual(tree);
    expect([...tree.groups]).toEqual([0, 1, 0]);
  });

  it('takes a single row, and rows that are all the same', () => {
    for (const model of ['EII', 'VII', 'EEE', 'VVV'] as const) {
      expect(agglomerate([[1, 2]], { model }).merges.length).toBe(0);
      const same = agglomerate(
        [
          [3, 1],
          [3, 1],
          [3, 1],
        ],
        { model },
      );
      expect(same.costs.every(Number.isFinite)).toBe(true);
      expect([...cutTree(same, 1)]).toEqual([0, 0, 0]);
    }
  });

  it('has finite costs where determinants overflow, and where they underflow', () => {
    for (const scale of [1e6, 1e-6]) {
      const rows = Array.from({ length: 140 }, (_, i) =>
        Array.from(
          { length: 110 },
          (_, k) => scale * (((i * 7919 + k * k * 104729 + i * i * k) % 1009) / 1009),
        ),
      );
      for (const model of ['EII', 'VII', 'EEE', 'VVV'] as const) {
        const tree = agglomerate(rows, { model });
        expect(tree.costs.every(Number.isFinite)).toBe(true);
        expect(new Set(tree.merges.filter((_, at) => at % 2 === 1)).size).toBe(139);
      }
    }
  });

  it('refuses what does not fit, with a code', () => {
    const cases: [AgglomerateOptions, string, string][] = [
      [{ model: 'VVI' as 'VVV' }, 'model', 'model must be "EII", "VII", "EEE" or "VVV", got "VVI"'],
      [{ partition: [1, 2] }, 'partition', 'partition must have a label for each of the 3 rows, got 2'],
      [{ alpha: 0 }, 'scale', 'alpha must be a positive number, got 0'],
      [{ beta: Number.NaN }, 'scale', 'beta must be a positive number, got NaN'],
    ];
    for (const [options, code, text] of cases) {
      expect(messageOf(() => agglomerate([1, 2, 3], options))).toBe(`agglomerate: ${text}`);
      expect(() => agglomerate([1, 2, 3], options)).toThrow(expect.objectContaining({ code }));
      expect(() => agglomerate([1, 2, 3], options)).toThrow(GaussmixError);
    }
    expect(messageOf(() => agglomerate(new Float64Array(10_001)))).toBe(
      'agglomerate: x must begin in at most 10000 groups, got 10001. ' +
        'Try a sample of the rows, or a partition into small clusters such as those of k-means.',
    );
    expect(messageOf(() => agglomerate([1e200, -1e200]))).toBe(
      'agglomerate: sums of squares of x must be finite, got Infinity. Try data in larger units.',
    );
    expect(messageOf(() => agglomerate([]))).toBe('agglomerate: x must have at least one row, got none.');
  });
});
