import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from './workspace.mjs';

const axe = createRequire(join(root, 'apps/demo/package.json')).resolve('axe-core/axe.min.js');

/** How often a page is loaded, each time by a browser that has nothing of it; times are medians. */
const loads = 3;

/**
 * What opening a page takes, in milliseconds from the start of its loading.
 *
 * @typedef {object} PageTimes
 * @property {number} [paint]  until the first text or picture
 * @property {number} [chart]  until a chart is there: a canvas, or an SVG that is not an icon; undefined when none comes
 * @property {number} task  the longest task while loading; 0 when none took 50 ms
 */

/**
 * Opens a page and measures it.
 *
 * @param {import('playwright').Browser} browser
 * @param {string} address
 * @returns {Promise<PageTimes & { violations: string[] }>}  with the rules that axe finds violated, of any weight
 */
export async function measurePage(browser, address) {
  /** @type {PageTimes[]} */
  const runs = [];
  /** @type {string[]} */
  let violations = [];
  for (let load = 0; load < loads; load++) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    await page.addInitScript(watch);
    await page.goto(address);
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(1500);
    runs.push(await page.evaluate(() => Reflect.get(window, 'pageTimes')));
    if (load === 0) {
      await page.evaluate(readFileSync(axe, 'utf8'));
      violations = await page.evaluate(async () => {
        const found = await Reflect.get(window, 'axe').run();
        return found.violations.map((/** @type {{ id: string }} */ { id }) => id);
      });
    }
    await context.close();
  }
  const [paint, chart, task] = ['paint', 'chart', 'task'].map((name) =>
    median(runs.map((run) => Reflect.get(run, name))),
  );
  return { paint, chart, task: task ?? 0, violations };
}

/** Runs in the page before its scripts: keeps the times as they come. */
function watch() {
  /** @type {PageTimes} */
  const times = { task: 0 };
  Reflect.set(window, 'pageTimes', times);
  new PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntries())
      if (name === 'first-contentful-paint') times.paint = startTime;
  }).observe({ type: 'paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) times.task = Math.max(times.task, duration);
  }).observe({ type: 'longtask', buffered: true });
  const look = () => {
    const charts = [...document.querySelectorAll('main canvas, main svg')];
    if (charts.some((chart) => chart.clientWidth > 100)) times.chart = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/**
 * @param {(number | undefined)[]} values  an odd number of them; what never came is the longest
 */
function median(values) {
  const order = values.map((value) => value ?? Number.POSITIVE_INFINITY).sort((a, b) => a - b);
  const middle = order[(order.length - 1) / 2];
  return Number.isFinite(middle) ? middle : undefined;
}
