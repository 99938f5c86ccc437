import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sampleQuantile, scoreSamples } from '@gaussmix/distributions';
import { describe, expect, it, test } from 'vitest';
import { countBelow, leastLikely, successOf, sweep } from '../../../src/pages/uses-anomalies/judge.ts';
import { onePayment, paymentsOf } from '../../../src/pages/uses-anomalies/payments.ts';
import { farthest, oddnesses } from '../../../src/pages/uses-anomalies/reason.ts';
import { scoresOf, study } from '../../../src/pages/uses-anomalies/study.ts';

const file = join(import.meta.dirname, '../../../assets/transactions/transactions.csv');
const { rows, written, odd } = paymentsOf(readFileSync(file, 'utf8'));
const found = (components: number, covariance: 'full' | 'diag') =>
  successOf(leastLikely(scoresOf({ rows, components, covariance, seed: 1 }).scores, 20), odd).found;

describe('the payments', () => {
  it('are 2,000, of which 20 are odd, with logarithms of three columns as in the file', () => {
    expect([rows.rows, rows.columns, odd.filter(Boolean).length]).toEqual([2000, 4, 20]);
    // The first line of the file: 31.82, 21.92, 11.8, 134 and the logarithms 3.460, 2.468, 4.898
    expect(Array.from(written.data.subarray(0, 4))).toEqual([21.92, 31.82, 11.8, 134]);
    [21.92, 3.46, 2.468, 4.898].forEach((value, j) => {
      expect(rows.data[j]).toBeCloseTo(value, 3);
    });
  });
});

describe('what the page says of its numbers', () => {
  const known = study({ rows, components: 4, covariance: 'diag', seed: 1 });

  it('finds 15 of the 20 with four components along the axes, and those first', () => {
    const curve = sweep(known.scores, odd, 100);
    expect(curve[14]).toEqual({ flagged: 15, found: 15, precision: 1, recall: 0.75 });
    expect(curve[19].found).toBe(15);
    expect(curve[99].found).toBe(18);
    const threshold = sampleQuantile(known.scores, 0.01);
    expect(countBelow(known.scores, threshold)).toBe(20);
  });

  it('finds fewer with six components, and hardly any with one along the axes', { timeout: 120_000 }, () => {
    expect(found(6, 'diag')).toBe(11);
    expect(found(1, 'diag')).toBe(1);
    expect(found(1, 'full')).toBe(15);
  });

  it('flags sixty euros at night, and not in the evening', () => {
    const threshold = sampleQuantile(known.scores, 0.01);
    const score = (hour: number) => scoreSamples(known.mixture, onePayment([hour, 60, 14, 300]))[0];
    expect(score(3.5)).toBeLessThan(threshold);
    expect(score(20)).toBeGreaterThan(threshold);
    expect(farthest(oddnesses(known.mixture, onePayment([3.5, 60, 14, 300]), 0)).column).toBe(0);
  });

  it('gives a reason for each row that can be flagged, in their order', () => {
    expect(known.reasons).toHaveLength(100);
    const [least] = leastLikely(known.scores, 1);
    const own = oddnesses(known.mixture, rows, least);
    expect(known.reasons[0]).toEqual(farthest(own));
  });
});

test('a column is as odd as the ratio of the whole densities says', () => {
  const { mixture } = scoresOf({ rows, components: 3, covariance: 'full', seed: 1 });
  const payment = onePayment([8.3, 70, 1.2, 300]);
  oddnesses(mixture, payment, 0).forEach(({ gain, usual }, j) => {
    // p(x_j | others) = p(x) / p(others), and p(others) is the same for both values
    const changed = { ...payment, data: payment.data.with(j, usual) };
    const ratio = scoreSamples(mixture, changed)[0] - scoreSamples(mixture, payment)[0];
    expect(gain).toBeCloseTo(ratio, 9);
    expect(gain).toBeGreaterThanOrEqual(0);
  });
});

test('precision and recall of flags, by hand', () => {
  const scores = Float64Array.of(-1, -9, -3, -7, -2);
  const planted = [false, true, true, false, false];
  expect(leastLikely(scores, 3)).toEqual([1, 3, 2]);
  expect(sweep(scores, planted, 3)).toEqual([
    { flagged: 1, found: 1, precision: 1, recall: 0.5 },
    { flagged: 2, found: 1, precision: 0.5, recall: 0.5 },
    { flagged: 3, found: 2, precision: 2 / 3, recall: 1 },
  ]);
});
