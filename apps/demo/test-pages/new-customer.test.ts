import { predictProba } from '@gaussmix/distributions';
import { expect, test } from 'vitest';
import { earnings, expectedValue, usualPayoffs } from '../src/pages/new-customer/offers.ts';
import { oneRow, premiumByKMeans, study } from '../src/pages/new-customer/study.ts';
import { choose, press, setSlider } from './kit/controls.ts';
import { number, numberThat } from './kit/numbers.ts';
import { openPage } from './kit/open-page.ts';

test('the numbers of the page are those of the packages, to the last bit', async () => {
  const page = await openPage('new-customer');
  const { mixture, clusters, rows } = study(2);
  const p = predictProba(mixture, oneRow(6, 48)).data[0];
  expect(await numberThat(page, 'premium', Number.isFinite)).toBe(p);
  expect(await page.locator('[data-name=kmeans]').textContent()).toBe('discount');
  for (const [i, offer] of ['premium', 'discount', 'none'].entries())
    expect(await number(page, `value-${offer}`)).toBe(expectedValue(usualPayoffs, i, p));
  const { data } = predictProba(mixture, rows);
  const earned = earnings(
    usualPayoffs,
    Array.from({ length: rows.rows }, (_, i) => data[2 * i]),
    premiumByKMeans(clusters, rows),
  );
  expect(await number(page, 'earned-expected')).toBe(earned.expected);
  expect(await number(page, 'lost-kmeans')).toBe(earned.expected - earned.kmeans);
});

test('sliders, arrow keys, payoffs, tints and seeds move the numbers', async () => {
  const page = await openPage('new-customer');
  await numberThat(page, 'premium', Number.isFinite);
  await setSlider(page, 'Average basket', 80);
  expect(await numberThat(page, 'premium', (p) => p > 0.9)).toBe(
    predictProba(study(2).mixture, oneRow(6, 80)).data[0],
  );
  const before = await number(page, 'premium');
  await page.getByRole('button', { name: /^The new customer/ }).press('ArrowDown');
  await numberThat(page, 'premium', (p) => p < before);
  await setSlider(page, 'Visits a month', 9);
  await page.getByLabel('Premium offer to a discount customer, euros').fill('-5');
  await numberThat(page, 'to-discount', (to) => to === 17 / 67);
  await choose(page, 'Tint the plane by', 'best offer');
  await press(page, 'The next seed');
  await page.waitForURL(/seed=3.*shade=offer/);
  await press(page, 'Start again');
  await numberThat(page, 'to-discount', (to) => to === 12 / 32);
});
