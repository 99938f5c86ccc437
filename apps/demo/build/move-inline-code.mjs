import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const inline = /<script>([\s\S]*?)<\/script>/g;
const file = 'assets/first.js';

/**
 * Moves the one script that typedoc writes into each of its pages to a file, which a strict content security policy allows.
 *
 * @param {string} folder  what typedoc wrote
 * @throws Error when there is more than one such script, or style, which this does not know
 */
export function moveInlineCode(folder) {
  const scripts = new Set();
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.html')) continue;
    const html = readFileSync(join(folder, path), 'utf8');
    for (const [, script] of html.matchAll(inline)) scripts.add(script);
    if (/<style\b|<[^>]+\s(?:style|on\w+)="/.test(html))
      throw new Error(`${path}: styles and handlers in the page are against the content security policy`);
    const base = '../'.repeat(path.split(/[/\\]/).length - 1);
    writeFileSync(join(folder, path), html.replace(inline, `<script src="${base}${file}"></script>`));
  }
  if (scripts.size > 1) throw new Error(`one script in all pages was expected, got ${scripts.size}`);
  writeFileSync(join(folder, file), [...scripts].join('\n'));
}
