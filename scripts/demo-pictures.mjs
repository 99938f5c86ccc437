// pnpm pictures:demo [FOLDER]: takes the pictures of the demo that README.md shows, into docs/demo or another folder. They
// are not compared in CI, as fonts differ between machines: run it after a change that shows, and look.
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright';
import { findChromium, howToGetChromium, launchOptions } from './lib/chromium.mjs';
import { build } from './lib/run.mjs';
import { root } from './lib/workspace.mjs';

/** Room for what stands in a picture to be computed. */
const settled = 4000;

/**
 * Which pages, by address, and the name of the picture.
 *
 * @type {{ name: string, address: string, dark?: boolean }[]}
 */
const pictures = [
  { name: 'generators', address: 'generators/?stage=find&iteration=-1' },
  { name: 'em', address: 'em/?d=2&step=13' },
  { name: 'gaussian', address: 'gaussian/', dark: true },
  { name: 'how-many', address: 'how-many/' },
  { name: 'new-customer', address: 'new-customer/' },
  { name: 'background', address: 'uses/background/', dark: true },
];

const executable = findChromium();
if (executable === undefined) {
  console.error(`No Chromium was found. ${howToGetChromium}`);
  process.exitCode = 1;
} else if (await build('--filter=@gaussmix/demo...')) {
  await takeAll(executable, resolve(process.argv[2] ?? join(root, 'docs/demo')));
} else {
  process.exitCode = 1;
}

/**
 * @param {string} executablePath
 * @param {string} folder
 */
async function takeAll(executablePath, folder) {
  const { serveFolder } = await import('../apps/demo/build/serve-folder.mjs');
  const site = await serveFolder(join(root, 'apps/demo/dist'));
  const browser = await chromium.launch(launchOptions(executablePath));
  mkdirSync(folder, { recursive: true });
  for (const { name, address, dark = false } of pictures) {
    const page = await browser.newPage({
      viewport: { width: 1200, height: 960 },
      colorScheme: dark ? 'dark' : 'light',
    });
    await page.goto(site.address + address, { waitUntil: 'networkidle' });
    await page.waitForTimeout(settled);
    await page.screenshot({ path: join(folder, `${name}.png`) });
    await page.close();
    console.log(join(folder, `${name}.png`));
  }
  await browser.close();
  await site.close();
}
