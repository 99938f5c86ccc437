import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';

/**
 * A page of the demo as built, and the JavaScript that it may come to load.
 *
 * @typedef {object} PageScripts
 * @property {string} path  below dist/, "" for the landing page
 * @property {{ file: string, size: number }[]} scripts  below dist/, with bytes gzipped, the largest first
 * @property {number} size  of all of them
 */

/**
 * All pages of a build by Vite, with every script that each names, or that one of its scripts names in turn: imported
 * statically or dynamically, or started as a worker. WebAssembly stands in scripts and so is counted.
 *
 * @param {string} dist
 * @returns {PageScripts[]}
 */
export function pageScripts(dist) {
  const assets = readdirSync(join(dist, 'assets'))
    .filter((name) => name.endsWith('.js'))
    .map((name) => {
      const text = readFileSync(join(dist, 'assets', name), 'utf8');
      return { name, text, size: gzipSync(text).length };
    });
  const namedIn = (/** @type {string} */ text) => assets.filter(({ name }) => text.includes(name));
  return pagesOf(dist).map((path) => {
    const loaded = new Set(namedIn(readFileSync(join(dist, path, 'index.html'), 'utf8')));
    for (const { text } of loaded) for (const asset of namedIn(text)) loaded.add(asset);
    const scripts = [...loaded]
      .map(({ name, size }) => ({ file: `assets/${name}`, size }))
      .sort((a, b) => b.size - a.size);
    return { path, scripts, size: scripts.reduce((sum, { size }) => sum + size, 0) };
  });
}

/**
 * Folders that hold a page, the reference apart.
 *
 * @param {string} dist
 */
function pagesOf(dist) {
  return readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => basename(file) === 'index.html' && !file.startsWith('reference/'))
    .map((file) => file.replace(/index\.html$/, ''))
    .sort();
}
