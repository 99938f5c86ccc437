import { toDense } from '@gaussmix/covariance';
import type { Mixture } from '@gaussmix/distributions';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { companionOf } from '../src/pages/em/companion-of.ts';
import { dataSet } from '../src/pages/em/data-sets.ts';
import { isSettled, type Model, type Path, pathFrom } from '../src/pages/em/half-steps.ts';
import { posteriorNumbers } from '../src/pages/em/numbers-of-steps.ts';
import { optima } from '../src/pages/em/optima.ts';
import { type StartChoice, startMixture } from '../src/pages/em/start-mixture.ts';
import { lineStructures, planeStructures, structureNamed } from '../src/pages/em/structure-named.ts';
import { choose, press, select, setSlider } from './kit/controls.ts';
import { number, numberThat } from './kit/numbers.ts';
import { openPage } from './kit/open-page.ts';

/** What a page is asked to show; what it shows by itself when absent. */
interface Asked {
  readonly d?: 1 | 2;
  readonly data?: string;
  readonly points?: readonly number[];
  readonly seed?: number;
  readonly k?: number;
  readonly covariance?: string;
  readonly deviation?: number;
  readonly start?: StartChoice['start'];
  readonly means?: readonly number[];
  readonly assignment?: 'soft' | 'hard';
  readonly regularization?: number | 'auto';
}

/** The same in Node. */
function inNode(asked: Asked = {}): { model: Model; start: Mixture; path: Path } {
  const { d = 1, seed = 1, points = [], deviation = 1, assignment = 'soft', regularization = 0 } = asked;
  const data = dataSet(asked.data ?? (d === 1 ? 'six' : 'three'), { d, seed, points });
  const covariance = structureNamed(asked.covariance ?? (d === 1 ? 'V' : 'VVV'), { d, deviation });
  const model = { rows: data.rows, covariance, assignment, regularization };
  const start = startMixture(data, {
    start: asked.start ?? (d === 1 ? 'placed' : 'spread'),
    components: asked.k ?? (d === 1 ? 2 : 3),
    ...{ seed, covariance, regularization },
    means: asked.means ?? (d === 1 ? [1, 5] : []),
  });
  return { model, start, path: pathFrom(model, start) };
}

/** Every number of the mixture, and its log-likelihood, as the page shows them. */
async function shown(page: Page, mixture: Mixture) {
  const entries = mixture.dimension === 1 ? [0] : [0, 1, 3];
  const read = (name: string) => number(page, name);
  return {
    logLikelihood: await read('log-likelihood'),
    weights: await Promise.all(Array.from(mixture.weights, (_, k) => read(`weight-${k + 1}`))),
    means: await Promise.all(
      mixture.means.flatMap((mean, k) => Array.from(mean, (_, j) => read(`mean-${k + 1}-${j + 1}`))),
    ),
    covariances: await Promise.all(
      mixture.covariances.flatMap((_, k) => entries.map((at) => read(`covariance-${k + 1}-${at + 1}`))),
    ),
  };
}

/** What the page must show at half step `at`. */
function expected(path: Path, at: number) {
  const { mixture, logLikelihood } = path.to(at);
  const entries = mixture.dimension === 1 ? [0] : [0, 1, 3];
  return {
    logLikelihood,
    weights: [...mixture.weights],
    means: mixture.means.flatMap((mean) => [...mean]),
    covariances: mixture.covariances.flatMap((covariance) =>
      entries.map((entry) => toDense(covariance)[entry]),
    ),
  };
}

async function expectStep(page: Page, path: Path, at: number): Promise<void> {
  const { mixture, iteration } = path.to(at);
  await numberThat(page, 'iteration', (value) => value === iteration);
  expect(await shown(page, mixture)).toEqual(expected(path, at));
}

async function twoSteps(page: Page): Promise<void> {
  await press(page, 'E-step');
  await press(page, 'M-step');
}

describe('on a line', () => {
  it('five iterations by hand give the new point at 4 its printed posterior, bit for bit as in Node', async () => {
    const page = await openPage('em');
    const { path } = inNode();
    await expectStep(page, path, 0);
    for (let iteration = 1; iteration <= 5; iteration++) {
      await press(page, 'E-step');
      await expectStep(page, path, 2 * iteration - 1);
      expect(await page.getByRole('button', { name: 'E-step', exact: true }).isDisabled()).toBe(true);
      await press(page, 'M-step');
      await expectStep(page, path, 2 * iteration);
    }
    const { posteriors } = posteriorNumbers(path.to(10).mixture, [4]);
    expect(await number(page, 'posterior-1')).toBe(posteriors[0]);
    expect((await number(page, 'posterior-1')).toExponential(8)).toBe('8.27444470e-7');
    expect(await number(page, 'posterior-2')).toBe(posteriors[1]);
  });

  it('goes back, by the list and to the start, and a link shows the same half step', async () => {
    const page = await openPage('em', '?step=5');
    const { path } = inNode();
    await expectStep(page, path, 5);
    await press(page, 'Back');
    await expectStep(page, path, 4);
    await page
      .getByRole('list', { name: 'Half steps so far' })
      .getByRole('button', { name: 'M-step 1' })
      .click();
    await expectStep(page, path, 2);
    await page.waitForFunction(() => new URLSearchParams(window.location.search).get('step') === '2');
    await press(page, 'Restart');
    await expectStep(page, path, 0);
  });

  it('plays, pauses and runs to the end', async () => {
    const page = await openPage('em', '?means1=3_3.2');
    const { path } = inNode({ means: [3, 3.2] });
    await setSlider(page, 'Speed', 10);
    await press(page, 'Play');
    const iteration = await numberThat(page, 'iteration', (value) => value >= 2);
    expect(iteration).toBeLessThan(20);
    await press(page, 'Pause');
    await press(page, 'To the end');
    await page.getByText('Settled').waitFor();
    let end = 0;
    while (!isSettled(path, end)) path.to(++end);
    await expectStep(page, path, end);
  });

  it('fits every structure', async () => {
    const page = await openPage('em');
    for (const { value, label } of lineStructures) {
      await select(page, 'Covariances', label);
      if (value === 'fixed') await setSlider(page, 'Its standard deviation', 1.5);
      await twoSteps(page);
      await expectStep(page, inNode({ covariance: value, deviation: 1.5 }).path, 2);
    }
  });

  it('takes points typed and clicked, clears them, and says what it cannot read', async () => {
    const page = await openPage('em');
    await select(page, 'Which', 'Your own points');
    const field = page.getByLabel('Points: numbers');
    await field.fill('1 2 x');
    await field.blur();
    await page.getByText('"x" is not a number.').waitFor();
    const points = [1, 2, 2.5, 6, 7, 7.25];
    await field.fill(points.join(', '));
    await field.blur();
    await expectStep(page, inNode({ data: 'own', points }).path, 0);
    await choose(page, 'A click on the picture', 'adds a point');
    const picture = page.getByRole('group', { name: /6 points on a line/ });
    await picture.click({ position: { x: 200, y: 40 } });
    await page.getByRole('group', { name: /7 points on a line/ }).waitFor();
    expect((await field.inputValue()).split(', ').length).toBe(7);
    await press(page, 'Clear');
    await page.getByText('No points yet').waitFor();
  });

  it('tells which component collapsed, in the words of the package, and holds it up when asked to', async () => {
    const page = await openPage('em', '?data1=own&points1=0_0.1_0.2_9&means1=0.1_9&assignment=hard');
    await twoSteps(page);
    await page.getByRole('alert').getByText('component 2 of 2 collapsed').waitFor();
    await select(page, 'Regularization', 'Add 0.01 to each variance');
    await press(page, 'To the end');
    await page.getByText('Settled').waitFor();
    const points = [0, 0.1, 0.2, 9];
    const { path } = inNode({
      ...{ data: 'own', points, means: [0.1, 9], assignment: 'hard', regularization: 0.01 },
    });
    const settledAt = await number(page, 'iteration');
    await expectStep(page, path, 2 * settledAt);
    expect(await number(page, 'objective')).toBe(path.to(2 * settledAt).objective);
  });

  it('moves the new point by number, by keys and by a click', async () => {
    const page = await openPage('em', '?step=2');
    const { mixture } = inNode().path.to(2);
    const field = page.getByRole('spinbutton', { name: 'x' });
    await field.fill('3.3');
    await field.blur();
    await numberThat(page, 'posterior-1', (value) => value > 1e-4);
    expect(await number(page, 'posterior-1')).toBe(posteriorNumbers(mixture, [3.3]).posteriors[0]);
    await page.getByRole('button', { name: /^New point/ }).press('ArrowLeft');
    await page.waitForFunction(() => Number(document.querySelector('input')?.value) !== 3.3);
    expect(Number(await field.inputValue())).toBeLessThan(3.3);
    await page.getByRole('group', { name: /points on a line/ }).click({ position: { x: 100, y: 40 } });
    expect(Number(await field.inputValue())).toBeLessThan(2);
  });
});

describe('on a plane', () => {
  it('fits every structure', async () => {
    const page = await openPage('em', '?d=2');
    for (const { value, label } of planeStructures) {
      await select(page, 'Covariances', label);
      await twoSteps(page);
      await twoSteps(page);
      await expectStep(page, inNode({ d: 2, covariance: value }).path, 4);
    }
  });

  it('takes every data set, number of components, seed and start', async () => {
    const page = await openPage('em');
    await choose(page, 'Data', 'On a plane');
    await select(page, 'Which', 'Groups that overlap');
    await setSlider(page, 'Components', 4);
    await setSlider(page, 'Seed', 7);
    await page.getByLabel('Seed', { exact: true }).blur();
    const starts = [
      ['Random responsibilities', 'random'],
      ['k-means++: rows far apart', 'k-means++'],
      ['Means at random rows', 'spread'],
    ] as const;
    for (const [label, start] of starts) {
      await select(page, 'Start', label);
      await twoSteps(page);
      await expectStep(page, inNode({ d: 2, data: 'overlap', k: 4, seed: 7, start }).path, 2);
    }
    await press(page, 'The next seed');
    await expectStep(page, inNode({ d: 2, data: 'overlap', k: 4, seed: 8 }).path, 0);
    for (const [label, data] of [
      ['Two crossing bands', 'stretched'],
      ['Four groups', 'four'],
      ['Old Faithful: length and wait', 'faithful'],
    ]) {
      await select(page, 'Which', label);
      await expectStep(page, inNode({ d: 2, data, k: 4, seed: 8 }).path, 0);
    }
  });

  it('finds a start that is bad on purpose, and ends there', async () => {
    const page = await openPage('em', '?d=2&start2=bad');
    const { model } = inNode({ d: 2 });
    const question = { ...model, covariance: 'VVV', deviation: 1, components: 3, seed: 1 };
    const { bad, best, tried } = optima(question);
    await page.getByText('a local maximum').waitFor();
    expect(await number(page, 'bad-end')).toBe(bad!.objective);
    expect(await number(page, 'best-end')).toBe(best);
    expect(await number(page, 'starts-tried')).toBe(tried);
    await press(page, 'To the end');
    await page.getByText('Settled').waitFor();
    expect(await number(page, 'log-likelihood')).toBeCloseTo(bad!.objective, 3);
    expect(best - bad!.objective).toBeGreaterThan(50);
  });

  it('places means by clicks and by keys', async () => {
    const page = await openPage('em', '?d=2');
    await choose(page, 'A click on the picture', 'places a mean');
    const picture = page.getByRole('group', { name: /points on a plane/ });
    await picture.click({ position: { x: 200, y: 100 } });
    await picture.click({ position: { x: 300, y: 300 } });
    expect(await page.getByLabel('Start', { exact: true }).inputValue()).toBe('placed');
    await page.getByRole('button', { name: /^Mean 3 of the start/ }).press('Shift+ArrowUp');
    await page.waitForFunction(() => window.location.search.includes('means2'));
    const means = new URL(page.url()).searchParams.get('means2')!.split('_').map(Number);
    expect(means.length).toBe(6);
    await expectStep(page, inNode({ d: 2, start: 'placed', means }).path, 0);
  });

  it.each([
    ['Hard EM', 'other'],
    ['Gradient', 'gradient'],
  ] as const)('shows %s beside EM', async (label, kind) => {
    const page = await openPage('em', '?d=2&step=8');
    await choose(page, 'Beside it, dashed', label);
    const { model, start } = inNode({ d: 2 });
    const states = companionOf(kind, model, start).upTo(4);
    const wanted = states.at(-1)!.logLikelihood;
    await numberThat(page, 'companion', Number.isFinite);
    expect(await number(page, 'companion')).toBe(wanted);
  });

  it('assigns hard, and says what that raises', async () => {
    const page = await openPage('em', '?d=2');
    await choose(page, 'Assignment in the E-step', 'Hard');
    await twoSteps(page);
    const { path } = inNode({ d: 2, assignment: 'hard' });
    await expectStep(page, path, 2);
    expect(await number(page, 'objective')).toBe(path.to(2).objective);
  });

  it('shows the numbers of the component that is asked for', async () => {
    const page = await openPage('em', '?d=2&step=6');
    await choose(page, 'Of component', '2');
    await page.getByRole('img', { name: /^The posterior of component 2 at the new point/ }).waitFor();
    await page.getByRole('img', { name: /^For component 2: N, the sum of its responsibilities/ }).waitFor();
  });
});
