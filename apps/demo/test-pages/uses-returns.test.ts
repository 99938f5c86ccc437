import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { fitReturns } from '../src/pages/uses-returns/fit-returns.ts';
import { returnsOf, shuffledOrder, withoutIdle } from '../src/pages/uses-returns/returns.ts';
import {
  clusteringOf,
  countBelow,
  expectedBelow,
  pastValueAtRisk,
  valueAtRisk,
} from '../src/pages/uses-returns/tails.ts';
import { choose, setSlider, toggle } from './kit/controls.ts';
import { number, numberThat } from './kit/numbers.ts';
import { openPage } from './kit/open-page.ts';

const returns = returnsOf(
  readFileSync(join(import.meta.dirname, '../assets/returns/dax-returns.csv'), 'utf8'),
);

/** The page with its last fit done. */
async function opened(query: string): Promise<Page> {
  const page = await openPage('uses-returns', query);
  await allFitted(page);
  return page;
}

async function allFitted(page: Page): Promise<void> {
  await page.locator('data[data-name="bic-4"]').waitFor({ timeout: 60_000 });
}

describe('the page of returns', () => {
  it('shows fits and tails as the packages compute them in Node, to the last bit', async () => {
    const page = await opened('?components=3&loss=2.5&seed=4');
    const { values } = returns;
    const [one, , three, four] = [1, 2, 3, 4].map((components) =>
      fitReturns({ values, components, seed: 4 }),
    );
    for (const k of [0, 1, 2]) {
      expect(await number(page, `weight-${k + 1}`)).toBe(three.mixture.weights[k]);
      expect(await number(page, `mean-${k + 1}`)).toBe(three.mixture.means[k][0]);
      expect(await number(page, `deviation-${k + 1}`)).toBe(three.deviations[k]);
    }
    expect(await number(page, 'days-past')).toBe(countBelow(values, -2.5));
    expect(await number(page, 'days-normal')).toBe(expectedBelow(one.mixture, -2.5, values.length));
    expect(await number(page, 'days-mixture')).toBe(expectedBelow(three.mixture, -2.5, values.length));
    expect(await number(page, 'risk-past')).toBe(pastValueAtRisk(values, 0.01));
    expect(await number(page, 'risk-normal')).toBe(valueAtRisk(one.mixture, 0.01));
    expect(await number(page, 'risk-mixture')).toBe(valueAtRisk(three.mixture, 0.01));
    expect(await number(page, 'bic-4')).toBe(four.bic);
    expect(await number(page, 'likelihood-3')).toBe(three.logLikelihood);
  });

  it('follows its controls, and keeps them in the address', async () => {
    const page = await opened('');
    await setSlider(page, 'Normals in the mixture, K', 3);
    await choose(page, 'Density on a scale that is', 'logarithmic');
    await setSlider(page, 'A loss of more than', 4.5);
    await toggle(page, 'Leave out 73 days that stood still', true);
    await page.getByRole('button', { name: 'The next seed' }).click();
    const { values } = withoutIdle(returns);
    const three = fitReturns({ values, components: 3, seed: 2 });
    await numberThat(page, 'weight-1', (value) => value === three.mixture.weights[0]);
    expect(await number(page, 'days-past')).toBe(countBelow(values, -4.5));
    expect(await number(page, 'days-mixture')).toBe(expectedBelow(three.mixture, -4.5, values.length));
    expect(await page.getByText('density, logarithmic').count()).toBe(1);
    await page.waitForURL(/components=3&scale=log&loss=4.5&moving=1&seed=2/);
    await allFitted(page);
  });

  it('says that four components collapse, and what one alone cannot show', async () => {
    const page = await opened('?components=4');
    await expect.poll(() => page.getByText('4 collapsed: its covariance is singular').count()).toBe(1);
    expect(await page.getByText('collapsed: no measure').count()).toBe(1);
    await setSlider(page, 'Normals in the mixture, K', 1);
    await expect.poll(() => page.getByText('One normal has one kind of days').count()).toBe(1);
    expect(await page.locator('data[data-name="days-mixture"]').count()).toBe(0);
  });

  it('puts the days in random order, where wild days no longer follow wild days', async () => {
    const page = await opened('?seed=3');
    const { wild } = fitReturns({ values: returns.values, components: 2, seed: 3 });
    expect(await number(page, 'wild')).toBe(clusteringOf(wild).overall);
    expect(await number(page, 'after-wild')).toBe(clusteringOf(wild).afterWild);
    await toggle(page, 'Put the days in random order', true);
    const mixed = clusteringOf(shuffledOrder(wild.length, 3).map((i) => wild[i]));
    await numberThat(page, 'after-wild', (value) => value === mixed.afterWild);
    expect(await number(page, 'wild')).toBe(clusteringOf(wild).overall);
    await page.waitForURL(/shuffled=1/);
  });
});
