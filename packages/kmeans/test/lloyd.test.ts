import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type KMeansResult, type KMeansState, lloyd } from '../src/index.ts';
import { blobs, distance, meanOf } from './blobs.ts';
import { messageOf } from './message-of.ts';

/** Sums of at most 60 terms, each rounded a few times. */
const ROUNDING = 1e-13;

function run(x: number[][], options: { centers: number[][]; maxIterations?: number }) {
  const steps = lloyd(x, options);
  const states: KMeansState[] = [];
  let step = steps.next();
  while (!step.done) {
    states.push(step.value);
    step = steps.next();
  }
  return { states, result: step.value as KMeansResult };
}

function rowsOf({ data, rows, columns }: KMeansState['centers']): number[][] {
  return Array.from({ length: rows }, (_, i) => [...data.subarray(i * columns, (i + 1) * columns)]);
}

describe('lloyd', () => {
  it('shows the start and each move of four points on a line', () => {
    // From 0 and 1: the means are 0 and 22/3, then 1/2 and 21/2.
    const { states, result } = run([[0], [1], [10], [11]], { centers: [[0], [1]] });
    expect(states.map((state) => [...state.labels])).toEqual([
      [0, 1, 1, 1],
      [0, 0, 1, 1],
      [0, 0, 1, 1],
    ]);
    expect(states.map((state) => state.iterations)).toEqual([0, 1, 2]);
    expect(states.map((state) => state.inertia)).toEqual([
      181,
      expect.closeTo(1 + (8 / 3) ** 2 + (11 / 3) ** 2, 12),
      1,
    ]);
    expect(rowsOf(result.centers)).toEqual([[0.5], [10.5]]);
    expect(result.converged).toBe(true);
    expect(result.iterations).toBe(2);
  });

  it('stops when it may move no more, with labels of the centers that it returns', () => {
    const { states, result } = run([[0], [1], [10], [11]], { centers: [[0], [1]], maxIterations: 1 });
    expect(states.length).toBe(2);
    expect(result.converged).toBe(false);
    expect([...result.labels]).toEqual([0, 0, 1, 1]);
    expect(run([[0], [4]], { centers: [[3]], maxIterations: 0 }).result).toEqual({
      centers: { data: Float64Array.of(3), rows: 1, columns: 1 },
      labels: Int32Array.of(0, 0),
      inertia: 10,
      iterations: 0,
      converged: false,
    });
  });

  it('gives a center without rows the row farthest from its own', () => {
    // Rows 0, 2 and 9 belong to the first center, at 1: the row 9 is farthest and starts the second cluster.
    const { result } = run([[0], [2], [9]], { centers: [[1], [100]] });
    expect([...result.labels]).toEqual([0, 0, 1]);
    expect(rowsOf(result.centers)).toEqual([[1], [9]]);
  });

  it('does not take the row of a cluster that has no other', () => {
    // The row 50 is farthest from its center, 40, but alone. Of 0, 1 and 3 about 0 the row 3 is farthest.
    const { result } = run([[0], [1], [3], [50]], { centers: [[0], [40], [1000]] });
    expect(result.labels[2]).toBe(2);
    expect(rowsOf(result.centers)).toEqual([[0.5], [50], [3]]);
  });

  it('never raises the inertia', () => {
    fc.assert(
      fc.property(blobs, ({ rows, centers }) => {
        const { states } = run(rows, { centers });
        for (const [i, state] of states.entries()) {
          if (i > 0) expect(state.inertia).toBeLessThanOrEqual(states[i - 1]!.inertia * (1 + ROUNDING));
        }
      }),
    );
  });

  it('ends where every row is at its nearest center and every center is the mean of its rows', () => {
    fc.assert(
      fc.property(blobs, ({ rows, centers }) => {
        const { result } = run(rows, { centers });
        const found = rowsOf(result.centers);
        expect(result.converged).toBe(true);
        const inertia = rows.map((row, i) => {
          const own = distance(row, found[result.labels[i]!]!);
          for (const center of found) expect(own).toBeLessThanOrEqual(distance(row, center) + ROUNDING);
          return own;
        });
        expect(result.inertia).toBeCloseTo(
          inertia.reduce((a, b) => a + b, 0),
          8,
        );
        for (const [k, center] of found.entries()) {
          const mean = meanOf(rows.filter((_, i) => result.labels[i] === k));
          for (const [j, value] of mean.entries()) expect(center[j]).toBeCloseTo(value, 11);
        }
      }),
    );
  });

  it('moves with the rows: permuted, scaled by a power of two, with their columns exchanged', () => {
    fc.assert(
      fc.property(blobs, ({ rows, centers }) => {
        const { result } = run(rows, { centers });
        const reversed = run(rows.toReversed(), { centers }).result;
        expect(reversed.labels.toReversed()).toEqual(result.labels);
        const scaled = (table: number[][]) => table.map((row) => row.map((value) => value * 2 ** -40));
        const small = run(scaled(rows), { centers: scaled(centers) }).result;
        expect(small.labels).toEqual(result.labels);
        expect(small.inertia).toBe(result.inertia * 2 ** -80);
        const mirrored = (table: number[][]) => table.map((row) => row.toReversed());
        expect(run(mirrored(rows), { centers: mirrored(centers) }).result.labels).toEqual(result.labels);
      }),
    );
  });

  it('keeps its digits at 1e8 standard deviations from zero', () => {
    fc.assert(
      fc.property(blobs, ({ rows, centers }) => {
        const shifted = (table: number[][]) => table.map((row) => row.map((value) => value + 1e8));
        const back = (table: number[][]) => table.map((row) => row.map((value) => value - 1e8));
        // What the shifted data retain, brought back exactly.
        const near = run(back(shifted(rows)), { centers: back(shifted(centers)) }).result;
        const far = run(shifted(rows), { centers: shifted(centers) }).result;
        expect(far.labels).toEqual(near.labels);
        expect(Math.abs(far.inertia - near.inertia)).toBeLessThanOrEqual(1e-12 * near.inertia);
        // A center is rounded to a double near 1e8, whose neighbors are 1.5e-8 apart.
        for (const [k, center] of rowsOf(far.centers).entries()) {
          for (const [j, value] of center.entries()) {
            expect(Math.abs(value - 1e8 - rowsOf(near.centers)[k]![j]!)).toBeLessThanOrEqual(1.5e-8);
          }
        }
      }),
    );
  });

  it.each([1e-100, 1e100])('holds at a scale of %d', (scale) => {
    const { result } = run([[0], [1 * scale], [10 * scale], [11 * scale]], { centers: [[0], [scale]] });
    expect([...result.labels]).toEqual([0, 0, 1, 1]);
    expect(result.inertia / scale / scale).toBeCloseTo(1, 12);
  });

  it('refuses what does not fit at the call, before the first step', () => {
    const x = [
      [1, 2],
      [3, 4],
    ];
    expect(messageOf(() => lloyd(x, { centers: [[1]] }))).toBe(
      'lloyd: centers must have as many columns as x (2), got 1',
    );
    expect(messageOf(() => lloyd(x, { centers: [...x, [5, 6]] }))).toBe(
      'lloyd: clusters must be a whole number from 1 to the number of rows (2), got 3',
    );
    expect(messageOf(() => lloyd(x, { centers: x, maxIterations: -1 }))).toBe(
      'lloyd: maxIterations must be a whole number from 0 on, got -1',
    );
    expect(messageOf(() => lloyd([], { centers: x }))).toBe('lloyd: x must have at least one row, got none.');
    expect(messageOf(() => lloyd(x, { centers: [[1, NaN]] }))).toBe(
      'lloyd, centers: x must hold finite numbers, got NaN in row 1, column 2. Leave such rows out, or fill them in.',
    );
  });
});
