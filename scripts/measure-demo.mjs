// pnpm measure:demo [PAGE...]: what each page of the demo costs from a local server: JavaScript, first paint, first chart,
// longest task, and what axe finds. Pages by address, such as em/; all when none is named.
import { join } from 'node:path';
import { chromium } from 'playwright';
import { findChromium, howToGetChromium, launchOptions } from './lib/chromium.mjs';
import { measurePage } from './lib/measure-page.mjs';
import { pageScripts } from './lib/page-scripts.mjs';
import { build } from './lib/run.mjs';
import { root } from './lib/workspace.mjs';

const executable = findChromium();
const dist = join(root, 'apps/demo/dist');
const wanted = process.argv.slice(2);
if (executable === undefined) {
  console.error(`No Chromium was found. ${howToGetChromium}`);
  process.exitCode = 1;
} else if (await build('--filter=@gaussmix/demo...')) {
  const { serveFolder } = await import('../apps/demo/build/serve-folder.mjs');
  const site = await serveFolder(dist, { path: '/some/where/' });
  const browser = await chromium.launch(launchOptions(executable));
  const titles = ['page', 'JavaScript, gzipped', 'first paint', 'first chart', 'longest task', 'axe'];
  console.log(`| ${titles.join(' | ')} |\n|${'---|'.repeat(titles.length)}`);
  for (const { path, size } of pageScripts(dist)) {
    if (wanted.length > 0 && !wanted.includes(path)) continue;
    const { paint, chart, task, violations } = await measurePage(browser, site.address + path);
    const milliseconds = (/** @type {number | undefined} */ time) =>
      time === undefined ? 'none' : `${Math.round(time)} ms`;
    const longest = task === 0 ? 'under 50 ms' : milliseconds(task);
    const cells = [path || '(landing page)', `${(size / 1000).toFixed(1)} kB`, milliseconds(paint)];
    const barriers = violations.length === 0 ? 'nothing' : violations.join(', ');
    console.log(`| ${[...cells, milliseconds(chart), longest, barriers].join(' | ')} |`);
  }
  await browser.close();
  await site.close();
} else {
  process.exitCode = 1;
}
