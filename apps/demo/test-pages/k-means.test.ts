import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { compare, type Question } from '../src/pages/k-means/compare.ts';
import { dataNames, dataSets } from '../src/pages/k-means/data-sets.ts';
import { roadEnd, stops } from '../src/pages/k-means/road.ts';
import { choose, press, setSlider, toggle } from './kit/controls.ts';
import { number, numberThat } from './kit/numbers.ts';
import { openPage } from './kit/open-page.ts';

const first: Question = { data: 'stretched', n: 600, seed: 1, components: 3, step: roadEnd };

const patient = { timeout: 10_000 };

/** Waits until the page shows what Node computes. */
async function expectComparison(page: Page, question: Question): Promise<void> {
  const { agreement, disagreements, farthestMean, newPointScore } = compare(question);
  await numberThat(page, 'new-point-score', (value) => value === newPointScore);
  expect(await number(page, 'disagreements')).toBe(disagreements.length);
  expect(await number(page, 'disagreement-share')).toBe(disagreements.length / question.n);
  expect(await number(page, 'agreement')).toBe(agreement.both);
  expect(await number(page, 'clusters-with-groups')).toBe(agreement.clustersWithGroups);
  expect(await number(page, 'mixture-with-groups')).toBe(agreement.mixtureWithGroups);
  expect(await number(page, 'farthest-mean')).toBe(farthestMean);
}

describe('k-means and a mixture', () => {
  it('are compared as Node compares them, to the last bit', async () => {
    await expectComparison(await openPage('k-means'), first);
    await expectComparison(await openPage('k-means', '?data=overlapping&n=1000&seed=8&k=4&road=7'), {
      ...{ data: 'overlapping', n: 1000, seed: 8, components: 4 },
      step: 7,
    });
  });

  it('are the same at the left end of the road, whatever the points', async () => {
    const page = await openPage('k-means', '?road=0');
    for (const data of dataNames) {
      await choose(page, 'Points', dataSets[data].label);
      await expectComparison(page, { ...first, data, components: dataSets[data].groups, step: 0 });
      expect(await number(page, 'disagreements')).toBe(0);
      expect(await number(page, 'agreement')).toBe(1);
    }
    expect(await page.getByText('This end of the road is k-means').count()).toBe(1);
  });

  it('meet at every stop of the road, and in between', async () => {
    const page = await openPage('k-means', '?n=200');
    for (const { at, label } of stops) {
      await press(page, label);
      await expectComparison(page, { ...first, n: 200, step: at });
    }
    await setSlider(page, 'From k-means to a mixture', 13);
    await expectComparison(page, { ...first, n: 200, step: 13 });
    await page.waitForURL(/road=13/);
    await page.reload();
    await expectComparison(page, { ...first, n: 200, step: 13 });
  });

  it('both fail on moons and rings, and the page says so, also when they trace them', async () => {
    const page = await openPage('k-means');
    for (const [label, data] of [
      ['Moons', 'moons'],
      ['Rings', 'rings'],
    ] as const) {
      await choose(page, 'Points', label);
      await expectComparison(page, { ...first, data, components: 2 });
      await expect.poll(() => page.getByText('Both fail here').count(), patient).toBe(1);
      await press(page, 'Trace them with 10 components');
      await expectComparison(page, { ...first, data, components: 10 });
      await expect
        .poll(() => page.getByText('nothing says which pieces belong together').count(), patient)
        .toBe(1);
    }
  });
});

describe('the controls', () => {
  it('change the points, their number, the seed and K', async () => {
    const page = await openPage('k-means');
    await setSlider(page, 'How many points', 300);
    const seed = page.getByLabel('Seed', { exact: true });
    await seed.fill('5');
    await seed.press('Enter');
    await press(page, 'The next seed');
    await setSlider(page, 'K, clusters and components', 5);
    await expectComparison(page, { ...first, n: 300, seed: 6, components: 5 });
    await page.waitForURL(/n=300&seed=6&k=5/);
  });

  it('change what is drawn, and nothing that is computed', async () => {
    const page = await openPage('k-means');
    await expectComparison(page, first);
    const drawn = new Set<string>();
    const look = async () => drawn.add((await page.locator('.stage').screenshot()).toString('base64'));
    await look();
    await choose(page, 'Colors', 'True groups');
    await look();
    await toggle(page, 'Rings where they disagree', false);
    await look();
    await toggle(page, 'Density of the mixture', true);
    await look();
    expect(drawn.size).toBe(4);
    await expectComparison(page, first);
    await page.waitForURL(/colors=true&rings=0&density=1/);
  });
});
