import { resolve } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, expect, inject } from 'vitest';
import { serveFolder } from '../../build/serve-folder.mjs';
import { pageNamed } from '../../src/pages/pages.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** How the machine's Chromium is started; the vitest.config.ts of the repository finds it. */
    chromium: { executablePath: string; args: string[] };
  }
}

/** How a page is looked at. */
export interface Look {
  /** In CSS pixels. Default 1280 x 900. */
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
  readonly reducedMotion?: boolean;
}

/** What the build made. */
export const dist: string = resolve(import.meta.dirname, '../../dist');

let starting: Promise<{ browser: Browser; site: Awaited<ReturnType<typeof serveFolder>> }> | undefined;
const opened: { page: Page; problems: string[] }[] = [];

/** One browser and one server for all tests of a file, from the first page on. */
async function start() {
  // Below a path, as on a host that has other things too.
  const site = await serveFolder(dist, { path: '/some/where/' });
  return { site, browser: await chromium.launch(inject('chromium')) };
}

afterEach(async () => {
  const problems = opened.splice(0);
  await Promise.all(problems.map(({ page }) => page.context().close()));
  expect(
    problems.flatMap((one) => one.problems),
    'errors of the pages',
  ).toEqual([]);
});

afterAll(async () => {
  const started = await starting;
  await started?.browser.close();
  await started?.site.close();
});

/**
 * Opens a page of the demo as built, under the strict content security policy. The test fails if the page logs an error,
 * throws one, lacks a file or breaks the policy; it is closed when the test ends.
 *
 * @param name  of the page, as in src/pages/pages.ts
 * @param query  such as "?seed=3"
 */
export async function openPage(name: string, query = '', look: Look = {}): Promise<Page> {
  return openAddress(pageNamed(name).path + query, look);
}

/**
 * Opens any address below the base of the demo, such as "reference/index.html"; else as openPage.
 */
export async function openAddress(address: string, look: Look = {}): Promise<Page> {
  const { width = 1280, height = 900, dark = false, reducedMotion = false } = look;
  starting ??= start();
  const { browser, site } = await starting;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
  });
  const page = await context.newPage();
  const problems: string[] = [];
  opened.push({ page, problems });
  page.on('pageerror', (error) => problems.push(`${address}: ${error.stack ?? error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error')
      problems.push(`${address}: ${message.text()} (${message.location().url})`);
  });
  await page.goto(site.address + address);
  await page.waitForLoadState('networkidle');
  return page;
}
