import { createRandom } from '@gaussmix/random';
import { expect, it } from 'vitest';
import { drawRows } from '../src/data/draw-rows.ts';

const truth = {
  weights: Float64Array.of(0.25, 0.75),
  means: [Float64Array.of(-100, 0), Float64Array.of(100, 0)],
  factors: [Float64Array.of(2, 0, 1, 3), Float64Array.of(1, 0, 0, 2)],
};

it('Rows have the shares, means and covariances of their mixture, to within what sampling leaves', () => {
  const rows = 40_000;
  const data = drawRows(truth, rows, createRandom(3));
  const left: number[][] = [];
  for (let i = 0; i < rows; i++) if (data[2 * i]! < 0) left.push([data[2 * i]! + 100, data[2 * i + 1]!]);
  const average = (value: (row: number[]) => number): number =>
    left.reduce((sum, row) => sum + value(row), 0) / left.length;
  // Five standard errors: of a share sqrt(p q / n), of a mean sigma / sqrt(m), of a product at most 3 sigma^2 / sqrt(m).
  const errors = 5 / Math.sqrt(left.length);
  expect(Math.abs(left.length / rows - 0.25)).toBeLessThan(5 * Math.sqrt((0.25 * 0.75) / rows));
  expect(Math.abs(average(([x]) => x!))).toBeLessThan(2 * errors);
  expect(Math.abs(average(([x]) => x! * x!) - 4)).toBeLessThan(3 * 4 * errors);
  expect(Math.abs(average(([x, y]) => x! * y!) - 2)).toBeLessThan(3 * 6 * errors);
  expect(Math.abs(average(([, y]) => y! * y!) - 10)).toBeLessThan(3 * 10 * errors);
});
