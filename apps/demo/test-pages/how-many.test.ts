import { families } from '@gaussmix/covariance';
import { selectMixture } from '@gaussmix/model-selection';
import { expect, test } from 'vitest';
import { familyNames } from '../src/pages/how-many/families.ts';
import { generated } from '../src/pages/how-many/problem.ts';
import { searchOptions } from '../src/pages/how-many/search.ts';
import { choose, press, select, setSlider } from './kit/controls.ts';
import { number, numberThat } from './kit/numbers.ts';
import { openPage } from './kit/open-page.ts';

test('the best fit of the page is that of selectMixture, to the last bit', { timeout: 180_000 }, async () => {
  const page = await openPage('how-many', '?rows=60');
  await page
    .getByText(/^Over all/)
    .or(page.getByText(/Over all BIC/))
    .waitFor({ timeout: 120_000 });
  const { rows } = generated({
    groups: 3,
    separation: 4,
    shape: 'own',
    seed: 1,
    dimensions: 2,
    rows: 60,
  });
  const { best, bestCell } = selectMixture(
    rows,
    searchOptions(60, { families: familyNames, seed: 1, regularization: 'auto' }),
  );
  const { name } = families.find(({ structure }) => structure.name === best.structure)!;
  expect(await page.locator('[data-name=best]').textContent()).toBe(`${name}, ${bestCell.components}`);
  expect(await number(page, 'log-likelihood')).toBe(bestCell.logLikelihood);
  expect(await number(page, 'bic')).toBe(bestCell.bic);
  expect(await number(page, 'icl')).toBe(bestCell.icl);
});

test('every control starts another search or shows another fit', { timeout: 120_000 }, async () => {
  const page = await openPage('how-many', '?rows=60');
  const some = () => numberThat(page, 'cells', (cells) => cells > 0);
  await some();
  for (const criterion of ['AIC', 'AICc', 'ICL', 'BIC']) await choose(page, 'Criterion', criterion);
  await setSlider(page, 'True groups', 2);
  await setSlider(page, 'Distance of the nearest two', 6);
  await setSlider(page, 'Columns', 3);
  await choose(page, 'True shapes', 'circles');
  await setSlider(page, 'Rows', 5);
  await select(page, 'Regularization (added to every variance)', '0.1');
  await press(page, 'The next seed');
  await some();
  await select(page, 'Across', 'column 3');
  await page.getByLabel('VVV', { exact: true }).setChecked(false);
  await page.getByRole('button', { name: /^EII, 1 component:/ }).click();
  await numberThat(page, 'parameters', (parameters) => parameters === 4);
  await press(page, 'Show the best');
  await choose(page, 'Data', 'Iris');
  await some();
  await choose(page, 'Data', 'Old Faithful');
  await some();
});

test('a singular covariance is shown by the words of the package', { timeout: 120_000 }, async () => {
  const page = await openPage('how-many', '?rows=20&dimensions=10&regularization=0&at=VVV3');
  await page
    .getByText(/no longer positive definite/)
    .first()
    .waitFor({ timeout: 60_000 });
  await page.getByText(/What it means: 3 components share 20 rows/).waitFor();
});
