import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import type { Choice } from '../src/pages/your-data/choose-data.ts';
import type { FitDemand } from '../src/pages/your-data/run-fit.ts';
import { Session } from '../src/pages/your-data/session.ts';
import { structuresToTry } from '../src/pages/your-data/structures.ts';
import { choose, press, select, setSlider, toggle } from './kit/controls.ts';
import { findBarriers } from './kit/find-barriers.ts';
import { number, numberThat } from './kit/numbers.ts';
import { openPage } from './kit/open-page.ts';
import { overflow } from './kit/overflow.ts';

const repository = resolve(import.meta.dirname, '../../..');
const pathOf = (name: string) => join(repository, `apps/demo/assets/tables/${name}.csv`);
const folder = mkdtempSync(join(tmpdir(), 'your-data-'));
afterAll(() => rmSync(folder, { recursive: true }));

const measures = ['bill_length_mm', 'bill_depth_mm', 'flipper_length_mm', 'body_mass_g'];
const usual: Choice = { columns: measures, encoded: [], standardize: true, pca: 0 };
const three: FitDemand = { search: false, components: 3, structures: ['full'], seed: 1 };

/** The penguins, fitted in Node. */
async function inNode(choice: Partial<Choice> = {}, demand: Partial<FitDemand> = {}) {
  const session = new Session();
  session.open(readFileSync(pathOf('penguins'), 'utf8'), 'penguins.csv');
  session.choose({ ...usual, ...choice });
  return session.fit({ ...three, ...demand }, () => {});
}

/** Waits until a page tells this very number. */
async function tells(page: Page, name: string, value: number): Promise<void> {
  await page.locator(`data[data-name="${name}"]`).waitFor({ timeout: 60_000 });
  expect(await numberThat(page, name, (told) => told === value)).toBe(value);
}

/** What a button lets one save. */
async function saved(page: Page, button: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  const path = join(folder, download.suggestedFilename());
  await download.saveAs(path);
  return readFileSync(path, 'utf8');
}

function take(page: Page, name: string, text: string): Promise<void> {
  const file = { name, mimeType: 'text/csv', buffer: Buffer.from(text) };
  return page.locator('input[type=file]').setInputFiles(file);
}

describe('a supplied table', () => {
  it('is fitted to the same bits as in Node, down to weights and means', async () => {
    const page = await openPage('your-data');
    const report = await inNode();
    await tells(page, 'log-likelihood', report.logLikelihood);
    expect(await number(page, 'bic')).toBe(report.bic);
    expect(await number(page, 'iterations')).toBe(report.iterations);
    for (const [k, mean] of report.mixture.means.entries()) {
      expect(await number(page, `weight-${k}`)).toBe(report.mixture.weights[k]);
      expect(await number(page, `count-${k}`)).toBe(report.counts[k]);
      for (const [j, value] of mean.entries()) expect(await number(page, `mean-${k}-${j}`)).toBe(value);
    }
    expect(await findBarriers(page)).toEqual([]);
  });

  it('follows every control of the fit, and stands in the address', async () => {
    const page = await openPage('your-data');
    await setSlider(page, 'Components', 2);
    await tells(page, 'bic', (await inNode({}, { components: 2 })).bic);
    await select(page, 'Shape', 'VVE: ellipsoids along common axes');
    const demand = { components: 2, structures: ['VVE'] } as const;
    await tells(page, 'bic', (await inNode({}, demand)).bic);
    await page.getByLabel('Seed', { exact: true }).fill('42');
    await page.getByLabel('Seed', { exact: true }).press('Enter');
    await tells(page, 'bic', (await inNode({}, { ...demand, seed: 42 })).bic);
    await toggle(page, 'Standardize', false);
    await tells(page, 'bic', (await inNode({ standardize: false }, { ...demand, seed: 42 })).bic);
    await select(page, 'PCA', 'to 2 columns');
    const last = await inNode({ standardize: false, pca: 2 }, { ...demand, seed: 42 });
    await tells(page, 'bic', last.bic);
    await page.waitForURL(/standardize=0&pca=2&components=2&structure=VVE&seed=42/);
    await page.reload();
    await tells(page, 'bic', last.bic);
    expect(await page.getByLabel('Across').locator('option').allTextContents()).toEqual(['pc1', 'pc2']);
  });

  it('lets columns be ticked, words among them', async () => {
    const page = await openPage('your-data', '?structure=tied');
    await page.getByRole('checkbox', { name: 'body_mass_g' }).setChecked(false);
    const columns = measures.slice(0, 3);
    await tells(page, 'bic', (await inNode({ columns }, { structures: ['tied'] })).bic);
    await page.getByRole('checkbox', { name: /^island/ }).setChecked(true);
    const words = { columns: [...columns, 'island'], encoded: ['island'] };
    await tells(page, 'bic', (await inNode(words, { structures: ['tied'] })).bic);
    for (const name of columns) await page.getByRole('checkbox', { name }).setChecked(false);
    await page.getByRole('checkbox', { name: /^island/ }).setChecked(false);
    expect(await page.getByRole('alert').textContent()).toBe('No column is ticked. Tick at least one.');
  });

  it('finds out how many, shows what was tried, and goes to any of it', async () => {
    const page = await openPage('your-data', '?search=1&upTo=3');
    const report = await inNode({}, { search: true, components: 3, structures: structuresToTry(false, 4) });
    await tells(page, 'bic', report.bic);
    const costs = report.search!.lines.map((line) => line.bic ?? Infinity).toSorted((a, b) => a - b);
    expect(await number(page, 'bic-0')).toBe(costs[0]);
    expect(await number(page, 'bic-4')).toBe(costs[4]);
    await choose(page, 'Shapes to try', 'all 14');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect.poll(() => page.getByText('Canceled.').count()).toBe(1);
    await setSlider(page, 'At most', 2);
    await choose(page, 'Shapes to try', 'four common');
    const two = await inNode({}, { search: true, components: 2, structures: structuresToTry(false, 4) });
    await tells(page, 'bic', two.bic);
    await press(page, 'Look at 2 components, spherical');
    await tells(page, 'bic', (await inNode({}, { components: 2, structures: ['spherical'] })).bic);
  });

  it('is drawn in any two columns, in one, in all pairs, with and without density', async () => {
    const page = await openPage('your-data');
    await numberThat(page, 'components', (value) => value === 3);
    const picture = (name: RegExp) => page.getByRole('group', { name }).count();
    await page.getByLabel('Across').selectOption('body_mass_g');
    await page.getByLabel('Up').selectOption('flipper_length_mm');
    await expect.poll(() => picture(/^342 rows by body_mass_g and flipper_length_mm, and the/)).toBe(1);
    await toggle(page, 'Density', true);
    await expect.poll(() => page.locator('.ground canvas').count()).toBe(2);
    await choose(page, 'Picture', 'one column');
    await expect.poll(() => picture(/^Histogram of body_mass_g, and the density/)).toBe(1);
    await choose(page, 'Picture', 'all pairs');
    expect(await picture(/^\w+ and \w+$/)).toBe(6);
    await press(page, 'Show bill_length_mm and flipper_length_mm alone');
    await expect.poll(() => picture(/^342 rows by bill_length_mm and flipper_length_mm/)).toBe(1);
  });

  it('has its memberships listed by pages, and beside the species', async () => {
    const page = await openPage('your-data');
    const table = page.getByRole('region', { name: 'Memberships of rows' });
    const lines = () => table.locator('tbody tr td:first-child').allTextContents();
    await expect.poll(async () => (await lines())[0]).toBe('2');
    await press(page, 'Rows after');
    await expect.poll(async () => (await lines())[0]).toBe('14');
    await press(page, 'Last rows');
    await expect.poll(lines).toEqual(['338', '339', '340', '341', '342', '343']);
    await page.getByLabel('From row').fill('100');
    await page.getByLabel('From row').press('Enter');
    await expect.poll(async () => (await lines())[0]).toBe('98');
    await press(page, 'Rows before');
    await press(page, 'First rows');
    await select(page, 'Order', 'most doubtful first');
    await expect.poll(async () => (await lines()).join() !== (await lines()).toSorted().join()).toBe(true);
    await page.getByLabel('Column', { exact: true }).selectOption('species');
    const total = await Promise.all([0, 1, 2].map((k) => number(page, `both-0-${k}`)));
    expect(total.reduce((sum, count) => sum + count, 0)).toBe(151); // Adelie penguins in the table
    expect(await number(page, 'agreement')).toBeGreaterThan(0.5);
    await select(page, 'Table', 'Old Faithful: 272 eruptions');
    await numberThat(page, 'rows', (value) => value === 272);
  });
});

describe('on a phone', () => {
  it('has room for all that a search shows, and shuts nobody out', async () => {
    const look = { width: 360, height: 740, dark: true };
    const page = await openPage('your-data', '?search=1&upTo=3&view=pairs', look);
    await page.getByRole('heading', { name: 'What was tried' }).waitFor({ timeout: 60_000 });
    expect(await overflow(page)).toEqual([]);
    expect(await findBarriers(page)).toEqual([]);
  });
});

describe('what can be taken away', () => {
  it('is what the command line makes of the model, to the last digit', async () => {
    const page = await openPage('your-data', '?table=iris&pca=3');
    await numberThat(page, 'components', (value) => value === 3);
    const model = JSON.parse(await saved(page, 'Model (JSON)'));
    expect(model.columns).toHaveLength(4);
    const labels = await saved(page, 'Labels (CSV)');
    const memberships = await saved(page, 'Memberships (CSV)');
    const told = (...options: string[]) =>
      execFileSync(
        process.execPath,
        [
          join(repository, 'apps/cli/bin/gaussmix.mjs'),
          ...['predict', join(folder, 'model.json'), pathOf('iris'), ...options],
        ],
        { encoding: 'utf8' },
      );
    expect(told()).toBe(labels);
    expect(told('--proba')).toBe(memberships);
  });

  it('is a picture of every point and ellipse that needs no style sheet', async () => {
    const page = await openPage('your-data', '?density=1');
    await numberThat(page, 'components', (value) => value === 3);
    await expect.poll(() => page.locator('.ground canvas').count()).toBe(2);
    const picture = await saved(page, 'Picture (SVG)');
    const parsed = await page.evaluate((text) => {
      const svg = new DOMParser().parseFromString(text, 'image/svg+xml');
      const count = (selector: string) => svg.querySelectorAll(selector).length;
      return { errors: count('parsererror'), circles: count('circle'), images: count('image') };
    }, picture);
    // 342 points and three numbered means; the density is a picture.
    expect(parsed).toEqual({ errors: 0, circles: 345, images: 1 });
    expect(picture).not.toMatch(/class=|var\(/);
  });
});

describe('a table of the visitor', () => {
  it('is taken by drop, and never stands in the address', async () => {
    const page = await openPage('your-data');
    await numberThat(page, 'components', (value) => value === 3);
    const text = readFileSync(pathOf('iris'), 'utf8');
    await page.evaluate((content) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([content], 'mine.csv'));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    }, text);
    await numberThat(page, 'rows', (value) => value === 150);
    await expect.poll(() => page.getByText('never the file').count()).toBe(1);
    expect(await page.getByLabel('Table', { exact: true }).inputValue()).toBe('own');
    await select(page, 'Table', 'Wine: 178 of three cultivars');
    await numberThat(page, 'rows', (value) => value === 178);
    await page.waitForURL(/table=wine/);
  });

  it('is the later of two, whichever takes longer to read', async () => {
    const page = await openPage('your-data');
    await numberThat(page, 'components', (value) => value === 3);
    const long = `a,b\n${Array.from({ length: 50_000 }, (_, i) => `${i % 7}.5,${i % 11}.25`).join('\n')}\n`;
    const short = `a,b\n${Array.from({ length: 40 }, (_, i) => `${i % 7}.5,${i % 11}.25`).join('\n')}\n`;
    await page.evaluate(
      (texts) => {
        for (const text of texts) {
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File([text], 'mine.csv'));
          document.body.dispatchEvent(
            new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }),
          );
        }
      },
      [long, short],
    );
    expect(await numberThat(page, 'rows', (value) => value === 40)).toBe(40);
    expect(await page.getByText('Fitted anew after every change.').count()).toBe(1);
  });

  it('may have no column to use, or be no text, and the page waits for another', async () => {
    const page = await openPage('your-data');
    await take(page, 'commas.csv', 'x;y\n1,5;2,5\n2,5;3,5\n4,5;0,5\n');
    await page.getByRole('alert').getByText('No column looks like measures.').waitFor();
    expect(await page.getByText('Write numbers with a decimal point').count()).toBe(2);
    expect(await page.getByText('reading the table').count()).toBe(0);
    await take(page, 'picture.csv', '\u0089PNG\0\0\0');
    await page
      .getByRole('alert')
      .getByText('picture.csv: must be a text, got bytes that are none.')
      .waitFor();
    const wide = Array.from({ length: 12 }, (_, i) =>
      Array.from({ length: 10 }, (_, j) => ((i * (j + 3)) % 7) + 0.5),
    );
    await take(page, 'wide.csv', `a,b,c,d,e,f,g,h,i,j\n${wide.join('\n')}\n`);
    await press(page, 'Tick no column');
    await page.getByText('No column is ticked. Tick at least one.').waitFor();
    await press(page, 'Tick all columns of numbers');
    await page.getByText('Columns (10 of 10 used)').waitFor();
  });

  it('says what is wrong with it, with the line, and goes on', async () => {
    const page = await openPage('your-data');
    const alert = () => page.getByRole('alert').textContent();
    await take(page, 'ragged.csv', 'a,b\n1,2\n3\n');
    await expect
      .poll(alert)
      .toBe(
        'ragged.csv, line 3: must have as many cells as line 1 (2), got 1. Put quotes around a cell that contains a delimiter.',
      );
    const rows = Array.from({ length: 30 }, (_, i) => `${i + 1},${(i * i) % 7}.5,${(i * 5) % 11}.5`);
    rows[4] = '5,NA,3.5';
    await take(page, 'gap.csv', `id,x,y\n${rows.join('\n')}\n`);
    const at = 'gap.csv, line 6, column "x": must be a number, got "NA".';
    await numberThat(page, 'rows', (value) => value === 30);
    expect(await page.getByText(at).count()).toBe(1);
    expect(await page.getByText('counts the rows, like an id').count()).toBe(1);
    await page.getByRole('checkbox', { name: /^x/ }).setChecked(true);
    await expect.poll(alert).toContain(at);
    await page.getByRole('checkbox', { name: /^x/ }).setChecked(false);
    await numberThat(page, 'rows', (value) => value === 30);
    await setSlider(page, 'Components', 20);
    await take(page, 'few.csv', 'x\n1.5\n2.25\n4\n');
    await expect
      .poll(alert)
      .toContain('components must be a whole number from 1 to the number of rows (3), got 20');
  });
});
