import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sampleQuantile, scoreSamples } from '@gaussmix/distributions';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { countBelow, leastLikely, successOf } from '../src/pages/uses-anomalies/judge.ts';
import { onePayment, paymentsOf } from '../src/pages/uses-anomalies/payments.ts';
import { oddnesses } from '../src/pages/uses-anomalies/reason.ts';
import { scoresOf } from '../src/pages/uses-anomalies/study.ts';
import { choose, select, setSlider, toggle } from './kit/controls.ts';
import { number, numbers, numberThat } from './kit/numbers.ts';
import { openPage } from './kit/open-page.ts';

const payments = paymentsOf(
  readFileSync(join(import.meta.dirname, '../assets/transactions/transactions.csv'), 'utf8'),
);
const { rows, odd } = payments;

/** The page with its first fit done. */
async function opened(query: string): Promise<Page> {
  const page = await openPage('uses-anomalies', query);
  await page.locator('data[data-name="score"]').waitFor({ timeout: 60_000 });
  return page;
}

/** What the packages say in Node. */
function expected(
  components: number,
  covariance: 'full' | 'tied' | 'diag',
  { seed, share }: { seed: number; share: number },
) {
  const { scores, mixture, bic } = scoresOf({ rows, components, covariance, seed });
  const threshold = sampleQuantile(scores, share);
  const flagged = leastLikely(scores, countBelow(scores, threshold));
  return { scores, mixture, bic, threshold, flagged, success: successOf(flagged, odd) };
}

describe('the page of anomalies', () => {
  it('flags as the packages do in Node, to the last bit', async () => {
    const page = await opened('?components=3&structure=full&share=0.02&seed=7');
    const { scores, threshold, flagged, success } = expected(3, 'full', { seed: 7, share: 0.02 });
    expect(await number(page, 'threshold')).toBe(threshold);
    expect(await numbers(page, 'flagged-score')).toEqual(flagged.map((i) => scores[i]));
    expect(await number(page, 'flagged')).toBe(success.flagged);
    expect(await number(page, 'found')).toBe(success.found);
    expect(await number(page, 'precision')).toBe(success.precision);
    expect(await number(page, 'recall')).toBe(success.recall);
  });

  it('follows its controls, and keeps them in the address', async () => {
    const page = await opened('?components=2');
    await setSlider(page, 'Components K', 3);
    await choose(page, 'Shapes of the components', 'tied');
    await setSlider(page, 'Flag the least likely', 0.03);
    await page.getByLabel('Seed', { exact: true }).fill('5');
    await page.getByLabel('Seed', { exact: true }).press('Enter');
    await select(page, 'Across', 'Minutes');
    await select(page, 'Up', 'Distance');
    const { threshold, success } = expected(3, 'tied', { seed: 5, share: 0.03 });
    await numberThat(page, 'threshold', (value) => value === threshold);
    expect(await number(page, 'found')).toBe(success.found);
    await page.waitForURL(/components=3.*structure=tied.*share=0.03.*across=minutes.*up=distance.*seed=5/);
    expect(await page.getByText('planted as odd').count()).toBe(1);
    await toggle(page, 'Mark the planted ones', false);
    expect(await page.getByText('planted as odd').count()).toBe(0);
    expect(await page.getByRole('columnheader', { name: 'Planted' }).count()).toBe(0);
    await page.waitForURL(/planted=0/);
  });

  it('judges a new payment that is typed, moved by keys, clicked, or taken from the list', async () => {
    const page = await opened('?components=3');
    const { scores, mixture, threshold, flagged } = expected(3, 'diag', { seed: 1, share: 0.01 });
    const judge = (payment: number[]) => scoreSamples(mixture, onePayment(payment))[0];
    const verdict = page.locator('[data-name="verdict"]');

    const night = [3.25, 80, 20.5, 90];
    const labels = [
      'Hour, o’clock',
      'Amount, €',
      'Distance, km from home',
      'Minutes, since the last payment',
    ];
    for (const [j, label] of labels.entries()) {
      await page.getByLabel(label, { exact: true }).fill(String(night[j]));
      await page.getByLabel(label, { exact: true }).press('Enter');
    }
    await numberThat(page, 'score', (value) => value === judge(night));
    expect(await number(page, 'lower')).toBe(countBelow(scores, judge(night)));
    expect(judge(night)).toBeLessThan(threshold);
    expect(await verdict.textContent()).toBe('It is flagged.');
    expect(await number(page, 'gain-hour')).toBe(oddnesses(mixture, onePayment(night), 0)[0].gain);

    await page.getByLabel('Hour, o’clock', { exact: true }).fill('20');
    await page.getByLabel('Hour, o’clock', { exact: true }).press('Enter');
    await numberThat(page, 'score', (value) => value === judge([20, ...night.slice(1)]));
    expect(await verdict.textContent()).toBe('It is not flagged.');

    await page.getByLabel(/^The new payment/).press('Shift+ArrowLeft');
    // A twentieth of 24 hours
    await numberThat(page, 'score', (value) => value === judge([18.8, ...night.slice(1)]));
    await page.locator('rect.clickable').click({ position: { x: 30, y: 200 } });
    await numberThat(page, 'score', (value) => value !== judge([18.8, ...night.slice(1)]));

    await page.getByRole('button', { name: 'Take payment 2 as the new one' }).click();
    await numberThat(page, 'score', (value) => value === scores[flagged[1]]);
    expect(await number(page, 'lower')).toBe(1);
  });

  it('counts what 1 to 8 components find', { timeout: 240_000 }, async () => {
    const page = await opened('?structure=tied');
    await toggle(page, 'Fit with 1 to 8 components', true);
    await page.locator('data[data-name="found-8"]').waitFor({ timeout: 120_000 });
    for (const components of [1, 3]) {
      const { scores, bic, mixture } = expected(components, 'tied', { seed: 1, share: 0.01 });
      expect(await number(page, `found-${components}`)).toBe(successOf(leastLikely(scores, 20), odd).found);
      expect(await number(page, `bic-${components}`)).toBe(bic);
      expect(await number(page, `smallest-${components}`)).toBe(Math.min(...mixture.weights));
    }
    await page.waitForURL(/compare=1/);
  });
});
