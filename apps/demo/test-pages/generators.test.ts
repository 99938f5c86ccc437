import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { covarianceOf, initialList, machinesOf, truthOf } from '../src/pages/generators/machines.ts';
import { assess, recover, type Task } from '../src/pages/generators/recover.ts';
import { choose, press, select, setSlider, toggle } from './kit/controls.ts';
import { number, numberThat } from './kit/numbers.ts';
import { openPage } from './kit/open-page.ts';

const first: Task = {
  machines: initialList,
  balls: 500,
  seed: 1,
  start: 'random-from-data',
  startSeed: 1,
};

/** Balls fly for two seconds. */
const patient = { timeout: 10_000 };

/** Waits until the page shows what Node finds for a task, at the last iteration. */
async function expectFound(page: Page, task: Task): Promise<void> {
  const { mixtures, logLikelihoods } = recover(task);
  const estimate = mixtures.at(-1)!;
  const truth = truthOf(machinesOf(task.machines));
  const { errors, divergence, truthLogLikelihood } = assess(task, estimate);
  await numberThat(page, 'log-likelihood', (value) => value === logLikelihoods.at(-1));
  await numberThat(page, 'divergence', (value) => value === divergence.divergence);
  expect(await number(page, 'log-likelihood-of-truth')).toBe(truthLogLikelihood);
  expect(await number(page, 'divergence-error')).toBe(divergence.standardError);
  expect(await number(page, 'iterations')).toBe(mixtures.length - 1);
  expect(await number(page, 'right')).toBe(errors.right);
  expect(await number(page, 'right-by-truth')).toBe(errors.rightByTruth);
  expect(await number(page, 'agreement')).toBe(errors.agreement);
  expect(await number(page, 'agreement-by-truth')).toBe(errors.agreementByTruth);
  for (const pair of errors.pairs) {
    const of = (name: string) => number(page, `${name}-${pair.truth}`);
    expect(await of('distance')).toBe(pair.distance);
    expect(await of('wasserstein')).toBe(Math.sqrt(pair.squaredWasserstein));
    expect(await of('divergence')).toBe(pair.divergence);
    expect(await of('weight-true')).toBe(truth.weights[pair.truth]);
    expect(await of('weight-found')).toBe(estimate.weights[pair.estimate]);
  }
}

/** What the canvas says that it shows. */
function canvasOf(page: Page) {
  return page.getByRole('group', { name: /^The canvas with/ });
}

describe('hidden generators', () => {
  it('are found as Node finds them, to the last bit', async () => {
    await expectFound(await openPage('generators', '?stage=find'), first);
    const query = '?stage=find&balls=1200&seed=7&start=k-means%2B%2B&startSeed=3';
    await expectFound(await openPage('generators', query), {
      ...first,
      balls: 1200,
      seed: 7,
      start: 'k-means++',
      startSeed: 3,
    });
  });

  it('tell their story: set up, throw, hide, find', async () => {
    const page = await openPage('generators', '?speed=60');
    const says = (text: string) =>
      expect.poll(() => canvasOf(page).getAttribute('aria-label'), patient).toMatch(new RegExp(`^${text}$`));
    await says('The canvas with 500 balls and 3 machines');
    await press(page, '1 Set up');
    await says('The canvas with no balls and 3 machines');
    await press(page, '2 Throw');
    await says('The canvas with 500 balls and 3 machines');
    await press(page, '3 Hide');
    await says('The canvas with 500 balls');
    await press(page, '4 Find');
    await says('The canvas with 500 balls and 3 machines, and the 3 components that EM has found, around .*');
    await numberThat(page, 'iteration', (value) => value > 0);
    await expectFound(page, first);
    await toggle(page, 'Show the machines while EM looks', false);
    await says('The canvas with 500 balls, and the 3 components that EM has found, around .*');
    await page.waitForURL(/stage=find/);
  });

  it('show everything at once to those who wish no motion', async () => {
    const page = await openPage('generators', '', { reducedMotion: true });
    expect(await canvasOf(page).getAttribute('aria-label')).toContain('500 balls');
    await press(page, '4 Find');
    await expectFound(page, first);
  });
});

describe('the machines', () => {
  it('are moved, stretched and turned by sliders, and stay in the address', async () => {
    const page = await openPage('generators', '?stage=find', { reducedMotion: true });
    await choose(page, 'Machine', 'B');
    for (const [label, value] of [
      ['How often it throws', 2.5],
      ['Mean x', 0.7],
      ['Mean y', -0.3],
      ['σ along', 1.8],
      ['σ across', 0.4],
      ['Turn', -60],
    ] as const)
      await setSlider(page, label, value);
    const machines = initialList.toSpliced(6, 6, 2.5, 0.7, -0.3, 1.8, 0.4, -60);
    const { xx, xy, yy } = covarianceOf(machinesOf(machines)[1]);
    expect(await number(page, 'variance-x')).toBe(xx);
    expect(await number(page, 'variance-y')).toBe(yy);
    expect(await number(page, 'covariance')).toBe(xy);
    await expectFound(page, { ...first, machines });
    await page.waitForURL(/machines=.*2\.5_0\.7_-0\.3_1\.8_0\.4_-60/);
    await page.reload();
    await expectFound(page, { ...first, machines });
  });

  it('follow their handles', async () => {
    const page = await openPage('generators', '?stage=set-up', { reducedMotion: true });
    await page.getByLabel(/^Machine C, mean/).press('Shift+ArrowLeft');
    await page.waitForURL(/_0\.7_0\.95_-1\.6_/);
    const before = await number(page, 'variance-x');
    await page.getByLabel(/^Machine C, end of the long axis/).press('Shift+ArrowRight');
    expect(await numberThat(page, 'variance-x', (value) => value !== before)).toBeGreaterThan(before);
    await page.getByLabel(/^Machine C, end of the short axis/).press('ArrowUp');
    await page.waitForURL(/machines=/);
  });

  it('can be two to five', async () => {
    const page = await openPage('generators', '?stage=set-up');
    const count = (machines: number) =>
      expect
        .poll(() => canvasOf(page).getAttribute('aria-label'), patient)
        .toBe(`The canvas with no balls and ${machines} machines`);
    await press(page, 'Add a machine');
    await press(page, 'Add a machine');
    await count(5);
    expect(await page.getByRole('button', { name: 'Add a machine' }).isDisabled()).toBe(true);
    await press(page, 'Remove E');
    await press(page, 'Remove A');
    await press(page, 'Remove A');
    await count(2);
    expect(await page.getByRole('button', { name: 'Remove A' }).isDisabled()).toBe(true);
  });
});

describe('the search', () => {
  it('is played, paused, stepped and rewound', async () => {
    const page = await openPage('generators', '?stage=find', { reducedMotion: true });
    const { logLikelihoods } = recover(first);
    const shows = async (iteration: number) => {
      await numberThat(page, 'iteration', (value) => value === iteration);
      expect(await number(page, 'log-likelihood')).toBe(logLikelihoods[iteration]);
    };
    await shows(logLikelihoods.length - 1);
    await setSlider(page, 'Iteration', 4);
    await shows(4);
    await press(page, 'Back');
    await shows(3);
    await press(page, 'Step');
    await shows(4);
    await page.waitForURL(/iteration=4/);
    await setSlider(page, 'Speed', 30);
    await press(page, 'Play');
    await numberThat(page, 'iteration', (value) => value > 6);
    await press(page, 'Pause');
    const at = await number(page, 'iteration');
    await shows(at);
    await press(page, 'Play');
    await shows(logLikelihoods.length - 1);
  });

  it('takes other balls and other starts', async () => {
    const page = await openPage('generators', '?stage=find', { reducedMotion: true });
    await setSlider(page, 'How many balls', 150);
    const seed = page.getByLabel('Seed of the throws', { exact: true });
    await seed.fill('12');
    await seed.press('Enter');
    await expectFound(page, { ...first, balls: 150, seed: 12 });
    await select(page, 'Where EM starts', 'With random shares');
    await page.getByRole('button', { name: 'The next seed' }).nth(1).click();
    await expectFound(page, { ...first, balls: 150, seed: 12, start: 'random', startSeed: 2 });
    await select(page, 'Where EM starts', 'At balls far apart (k-means++)');
    await expectFound(page, { ...first, balls: 150, seed: 12, start: 'k-means++', startSeed: 2 });
  });
});
