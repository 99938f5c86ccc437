import { join } from 'node:path';
import { runAlone } from '../lib/check.mjs';
import { pageScripts } from '../lib/page-scripts.mjs';

/** The most JavaScript a page may come to load, in bytes gzipped, workers and WebAssembly included. */
const limits = { landing: 150_000, other: 300_000 };

export const title = `the demo's landing page loads at most ${limits.landing / 1000} kB of JavaScript, any other ${limits.other / 1000} kB`;
export const needsBuild = true;

/**
 * @param {string} top
 */
export function check(top) {
  const pages = pageScripts(join(top, 'apps/demo/dist'));
  console.log('| page | JavaScript, gzipped | limit |\n|---|---|---|');
  return pages.flatMap(({ path, scripts, size }) => {
    const name = path || '(landing page)';
    const limit = path === '' ? limits.landing : limits.other;
    console.log(`| ${name} | ${kilobytes(size)} kB | ${kilobytes(limit)} kB |`);
    if (size <= limit) return [];
    const largest = scripts.slice(0, 5).map((script) => `${script.file} ${kilobytes(script.size)} kB`);
    return [
      `${name}: must load at most ${kilobytes(limit)} kB of JavaScript, loads ${kilobytes(size)} kB. The largest: ` +
        `${largest.join(', ')}. Import from a smaller entry, let the worker alone have what only it needs, or leave it out.`,
    ];
  });
}

/**
 * @param {number} bytes
 */
function kilobytes(bytes) {
  return (bytes / 1000).toFixed(1);
}

await runAlone(import.meta.url, { title, needsBuild, check });
