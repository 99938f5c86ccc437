import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRandom } from '@gaussmix/random';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
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

/** 100,000 rows of ten columns in five groups. */
function largeTable(): string {
  const random = createRandom('large table');
  const centers = Array.from({ length: 5 }, () => Array.from({ length: 10 }, () => 5 * random.normal()));
  const names = Array.from({ length: 10 }, (_, j) => `c${j + 1}`);
  const lines = Array.from({ length: 100_000 }, (_, i) =>
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

describe('100,000 rows of 10 columns', () => {
  it('never keep the page for more than 50 ms: opened, chosen, fitted, drawn, listed, taken away', async () => {
    const page = await openPage('your-data');
    const path = join(folder, 'large.csv');
    writeFileSync(path, largeTable());
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
    expect(longestTask(await browser.stopTracing())).toBeLessThan(50);
  });
});
