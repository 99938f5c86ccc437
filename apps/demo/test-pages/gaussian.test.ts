import { toDense } from '@gaussmix/covariance';
import { conditional, normalCumulative, normalDensity } from '@gaussmix/distributions';
import { describe, expect, it } from 'vitest';
import { mixtureOf, planeNormalOf } from '../src/pages/gaussian/plane-normal.ts';
import { press, setSlider } from './kit/controls.ts';
import { number, numberThat } from './kit/numbers.ts';
import { openPage } from './kit/open-page.ts';

describe('the Gaussian in one dimension', () => {
  it('reads densities and areas off at a place, to the last bit of what Node computes', async () => {
    const page = await openPage('gaussian', '?curves=0.5_1.25_-2_0.4&at=0.73');
    const normals = [
      { mean: 0.5, variance: 1.25 * 1.25 },
      { mean: -2, variance: 0.4 * 0.4 },
    ];
    for (const [k, normal] of normals.entries()) {
      expect(await number(page, `density-${k}`)).toBe(normalDensity(0.73, normal));
      expect(await number(page, `area-${k}`)).toBe(normalCumulative(0.73, normal));
    }
  });

  it('follows its sliders, adds and removes curves, and keeps them in the address', async () => {
    const page = await openPage('gaussian');
    await setSlider(page, 'Mean μ', -1.5);
    await setSlider(page, 'Standard deviation σ', 2);
    await setSlider(page, 'Read off at x', 0.5);
    expect(await number(page, 'density-0')).toBe(normalDensity(0.5, { mean: -1.5, variance: 4 }));
    await press(page, 'Add a curve');
    expect(await number(page, 'density-2')).toBe(normalDensity(0.5, { mean: -3, variance: 1 }));
    await press(page, 'Curve 2');
    await press(page, 'Remove it');
    expect(await number(page, 'density-1')).toBe(normalDensity(0.5, { mean: -3, variance: 1 }));
    await page.waitForURL(/curves=-1\.5_2_-3_1&at=0\.5/);
    await page.reload();
    expect(await number(page, 'density-1')).toBe(normalDensity(0.5, { mean: -3, variance: 1 }));
  });

  it('moves a mean and a width by the arrow keys', async () => {
    const page = await openPage('gaussian', '?curves=0_1&at=0');
    const before = await number(page, 'density-0');
    await page.getByLabel(/^Curve 1, mean/).press('ArrowRight');
    expect(await number(page, 'density-0')).toBeLessThan(before);
    const narrow = await number(page, 'density-0');
    await page.getByLabel(/^Curve 1, one sigma/).press('Shift+ArrowRight');
    expect(await number(page, 'density-0')).toBeLessThan(narrow);
  });
});

describe('the Gaussian in two dimensions', () => {
  it('slices as the package of distributions does', async () => {
    const page = await openPage('gaussian', '?plane=0.2_-0.4_3_1.5_-1.1&slice=2.25');
    const mixture = mixtureOf(planeNormalOf([0.2, -0.4, 3, 1.5, -1.1]));
    const slice = conditional(mixture, { columns: [0], values: [2.25] });
    expect(await number(page, 'slice-mean')).toBe(slice.means[0][0]);
    expect(await number(page, 'slice-deviation')).toBe(Math.sqrt(toDense(slice.covariances[0])[0]));
    expect(await number(page, 'correlation')).toBe(-1.1 / Math.sqrt(3 * 1.5));
  });

  it('follows its sliders, and says so when it holds the covariance', async () => {
    const page = await openPage('gaussian');
    for (const [label, value] of [
      ['Mean of x, μx', 1],
      ['Mean of y, μy', -1],
      ['Variance of x', 4],
      ['Variance of y', 1],
      ['Covariance', -1],
      ['Slice at x', 3],
    ] as const)
      await setSlider(page, label, value);
    // mu_y + (cov / var_x)(x - mu_x) = -1 - 1/4 * 2, and sqrt(1 - 1/4)
    expect(await number(page, 'slice-mean')).toBeCloseTo(-1.5, 14);
    expect(await number(page, 'slice-deviation')).toBeCloseTo(Math.sqrt(0.75), 14);
    await setSlider(page, 'Covariance', 5);
    await expect.poll(() => page.getByText('would have a negative variance').count()).toBe(1);
    expect(await number(page, 'correlation')).toBeCloseTo(0.98, 14);
  });

  it('comes back from its address when the covariance is at its limit', async () => {
    const page = await openPage('gaussian');
    await setSlider(page, 'Covariance', 6);
    await page.waitForURL(/plane=0\.5_0_2\.2_1_1\.4535/);
    const correlation = await number(page, 'correlation');
    await page.reload();
    expect(await number(page, 'correlation')).toBe(correlation);
  });

  it('is moved, stretched and turned by its handles', async () => {
    const page = await openPage('gaussian', '?plane=0_0_2_1_0&slice=1');
    expect(await number(page, 'slice-mean')).toBe(0);
    await page.getByLabel(/^The hill, mean/).press('Shift+ArrowUp');
    const raised = await numberThat(page, 'slice-mean', (value) => value > 0);
    await page.getByLabel(/^The hill, end of the long axis/).press('Shift+ArrowUp');
    await numberThat(page, 'slice-mean', (value) => value > raised);
    expect(await number(page, 'correlation')).toBeGreaterThan(0);
  });
});
