import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRandom } from '@gaussmix/random';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { Session } from '../src/pages/your-data/session.ts';
import { choose, press, select, setSlider, toggle } from './kit/controls.ts';
import { number, numberThat } from './kit/numbers.ts';
import { openPage } from './kit/open-page.ts';

const folder = mkdtempSync(join(tmpdir(), 'your-data-large-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** How many bytes a button lets one save. */
async function saved(page: Page, button: string): Promise<number> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  return statSync(await download.path()).size;
}

/** Rows in five groups. */
function largeTable(rows: number, columns: number): string {
  const random = createRandom('large table');
  const centers = Array.from({ length: 5 }, () => Array.from({ length: columns }, () => 5 * random.normal()));
  const names = Array.from({ length: columns }, (_, j) => `c${j + 1}`);
  const lines = Array.from({ length: rows }, (_, i) =>
    centers[i % 5].map((center) => (center + random.normal()).toFixed(5)).join(','),
  );
  return `${names.join(',')}\n${lines.join('\n')}\n`;
}

/**
 * The longest that the page's own thread computed in one task, in ms. By its own clock: other programs on a busy machine
 * keep it waiting besides.
 */
function longestTask(trace: Buffer): number {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  const own = traceEvents.filter(
    ({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain',
  );
  const threads = new Set(own.map(threadOf));
  const tasks = traceEvents.filter((event) => event.name.endsWith('RunTask') && threads.has(threadOf(event)));
  expect(tasks.length).toBeGreaterThan(1000);
  return Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1000;
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** By the clock of the thread, in microseconds. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

describe('a large table', () => {
  it('of 100,000 rows and 10 columns is opened, chosen, fitted, drawn, listed and taken away', async () => {
    const page = await openPage('your-data');
    const path = join(folder, 'large.csv');
    writeFileSync(path, largeTable(100_000, 10));
    await numberThat(page, 'components', (value) => value === 3);
    const browser = page.context().browser()!;
    await browser.startTracing(page, { categories: ['toplevel', '__metadata'] });
    const large = () =>
      page.getByText('A large table: it is fitted when you say so.').waitFor({ timeout: 60_000 });
    await page.locator('input[type=file]').setInputFiles(path);
    await large();
    await page.getByRole('checkbox', { name: 'c10' }).setChecked(false);
    await page.getByText('Columns (9 of 10 used)').waitFor();
    await large();
    await setSlider(page, 'Components', 5);
    await press(page, 'Fit');
    await page.locator('data[data-name="bic"]').waitFor({ timeout: 100_000 });
    expect(await number(page, 'rows')).toBe(100_000);
    await page.getByLabel('Across').selectOption('c4');
    await toggle(page, 'Density', true);
    await expect.poll(() => page.locator('.ground canvas').count()).toBe(2);
    await press(page, 'Last rows');
    await page.getByRole('cell', { name: '100001', exact: true }).waitFor();
    await select(page, 'Order', 'most doubtful first');
    expect(await saved(page, 'Labels (CSV)')).toBe(200_006);
    await saved(page, 'Memberships (CSV)');
    await saved(page, 'Picture (SVG)');
    await choose(page, 'How many components', 'Find out');
    await press(page, 'Fit again');
    await page.getByRole('progressbar').waitFor();
    await press(page, 'Cancel');
    await page.getByText('Canceled.').waitFor({ timeout: 20_000 });
    // Measured, and not held: how long it takes is a matter of the machine.
    const longest = longestTask(await browser.stopTracing()).toFixed(0);
    console.log(`100,000 x 10: the longest task of the page's own thread took ${longest} ms of it`);
  });

  it('is fitted over threads where there are cores for them, to the bits of one thread in Node', async () => {
    const text = largeTable(20_000, 6);
    const path = join(folder, 'threads.csv');
    writeFileSync(path, text);
    const session = new Session();
    session.open(text, 'threads.csv');
    const columns = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6'];
    session.choose({ columns, encoded: [], standardize: true, pca: 0 });
    const one = await session.fit({ search: false, components: 5, structures: ['full'], seed: 1 }, () => {});

    const page = await openPage('your-data');
    await page.addInitScript(() => Object.defineProperty(navigator, 'hardwareConcurrency', { value: 3 }));
    await page.goto(page.url());
    await numberThat(page, 'components', (value) => value === 3);
    await page.locator('input[type=file]').setInputFiles(path);
    await page.getByText('A large table: it is fitted when you say so.').waitFor({ timeout: 60_000 });
    await setSlider(page, 'Components', 5);
    await press(page, 'Fit');
    const threads = () => page.workers().filter((worker) => /\/worker-[^/]*\.js$/.test(worker.url())).length;
    await page.locator('data[data-name="bic"]').waitFor({ timeout: 100_000 });
    expect(threads()).toBe(2);
    expect(await number(page, 'log-likelihood')).toBe(one.logLikelihood);
    expect(await number(page, 'bic')).toBe(one.bic);
  });
});
