import { standardize } from '@gaussmix/data';
import { nearestCenters } from '@gaussmix/kmeans';
import { expect, test } from 'vitest';
import {
  bestOffer,
  earnings,
  expectedValue,
  offerRanges,
  usualPayoffs,
} from '../../../src/pages/new-customer/offers.ts';
import { borderOf, oneRow, premiumByKMeans, study } from '../../../src/pages/new-customer/study.ts';

test('an offer is worth its payoffs, each as often as it comes', () => {
  expect(expectedValue(usualPayoffs, 0, 0.75)).toBe(12.5);
  expect(expectedValue(usualPayoffs, 1, 0.25)).toBe(4);
  expect([0.25, 0.5, 0.75].map((p) => bestOffer(usualPayoffs, p))).toEqual([1, 2, 0]);
});

test('the best offer changes at 12/32 and at 40/70', () => {
  expect(offerRanges(usualPayoffs)).toEqual([
    { offer: 1, from: 0, to: 12 / 32 },
    { offer: 2, from: 12 / 32, to: 40 / 70 },
    { offer: 0, from: 40 / 70, to: 1 },
  ]);
  expect(offerRanges([0, 0, 0, 0, 0, 0])).toEqual([{ offer: 0, from: 0, to: 1 }]);
});

test('deciding by a label earns what the offers for sure customers earn', () => {
  expect(earnings(usualPayoffs, [0.75, 0.25], [false, false])).toEqual({
    expected: (12.5 + 4) / 2,
    kmeans: (-12 + 4) / 2,
    likelier: (12.5 + 4) / 2,
  });
});

test('on the border of k-means both centers are as near, and the label changes across it', () => {
  const { clusters } = study(2);
  const [x, y] = borderOf(clusters, [7, 7]);
  expect(premiumByKMeans(clusters, oneRow(x, y + 0.01))).toEqual([true]);
  expect(premiumByKMeans(clusters, oneRow(x, y - 0.01))).toEqual([false]);
  const row = standardize.apply(clusters.scaling, oneRow(x, y + 0.01));
  expect(Array.from(nearestCenters(row, clusters.centers))).toEqual([0]);
});

test('premium comes first, whatever the seed', () => {
  for (const seed of [0, 1, 2, 3]) {
    const { mixture, clusters } = study(seed);
    expect(mixture.means[0][1]).toBeGreaterThan(mixture.means[1][1]);
    expect(clusters.centers.data[1]).toBeGreaterThan(clusters.centers.data[3]);
  }
});
