import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** How typedoc's script comes by a style element of its own, and what stands in for one: a style sheet that is no element. */
const styleElement = 'document.head.appendChild(document.createElement("style"))';
const styleSheet =
  '(()=>{const s=new CSSStyleSheet();let t="";document.adoptedStyleSheets.push(s);' +
  'return{dataset:{},get innerHTML(){return t},set innerHTML(u){s.replaceSync(t=u)}}})()';

const inline = /<script>([\s\S]*?)<\/script>/g;
const file = 'assets/first.js';

/** What typedoc is told to be the address of the demo: it writes the same into pages in all folders. */
export const demoAddress = '#demo';

/**
 * Makes what typedoc wrote fit a site under any path and a strict content security policy: leads links to the demo there,
 * moves the one script that stands in each page to a file, and gives the script of all pages a style sheet in place of a
 * style element.
 *
 * @param {string} folder  what typedoc wrote
 * @throws Error when typedoc has come to write something else
 */
export function fitToSite(folder) {
  const scripts = new Set();
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.html')) continue;
    const html = readFileSync(join(folder, path), 'utf8');
    for (const [, script] of html.matchAll(inline)) scripts.add(script);
    if (/<style\b|<[^>]+\s(?:style|on\w+)="/.test(html))
      throw new Error(`${path}: styles and handlers in the page are against the content security policy`);
    const base = '../'.repeat(path.split(/[/\\]/).length - 1);
    const fit = html
      .replace(inline, `<script src="${base}${file}"></script>`)
      .replaceAll(`href="${demoAddress}"`, `href="${base}../index.html"`);
    writeFileSync(join(folder, path), fit);
  }
  if (scripts.size > 1) throw new Error(`one script in all pages was expected, got ${scripts.size}`);
  writeFileSync(join(folder, file), [...scripts].join('\n'));

  const main = join(folder, 'assets/main.js');
  const code = readFileSync(main, 'utf8');
  if (!code.includes(styleElement))
    throw new Error(`${main}: ${styleElement} was expected, and is not there`);
  writeFileSync(main, code.replace(styleElement, styleSheet));
}
