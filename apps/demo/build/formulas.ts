import { readFileSync } from 'node:fs';
import katex from 'katex';
import type { Plugin } from 'vite';

/** The vocabulary of all formulas. */
const macros = {
  '\\N': '\\mathcal{N}',
  '\\R': '\\mathbb{R}',
  '\\x': '\\mathbf{x}',
  '\\bmu': '\\boldsymbol{\\mu}',
  '\\bSigma': '\\boldsymbol{\\Sigma}',
  '\\T': '^{\\mathsf T}',
  '\\tr': '\\operatorname{tr}',
  // A number that the page fills in: \live{name}{what stands there first}. The outer braces keep the spaces around it.
  '\\live': '{\\htmlData{live=#1}{{#2}}}',
};

/**
 * Renders formulas while building: `import f from './f.tex'` (displayed) or `'./f.tex?inline'` is a string of HTML.
 *
 * KaTeX writes styles into attributes, which a strict content security policy forbids; they go to `data-style`, from where
 * the component Formula sets them. Formulas with live numbers have no MathML, which could not follow: they need a label.
 */
export function formulas(): Plugin {
  return {
    name: 'gaussmix:formulas',
    enforce: 'pre',
    load(id) {
      const [file, query] = id.split('?');
      if (!file?.endsWith('.tex')) return undefined;
      this.addWatchFile(file);
      const tex = readFileSync(file, 'utf8').trim();
      const html = katex
        .renderToString(tex, {
          displayMode: query !== 'inline',
          output: tex.includes('\\live') ? 'html' : 'htmlAndMathml',
          macros: { ...macros },
          trust: ({ command }) => command === '\\htmlData',
          strict: (code: string) => (code === 'htmlExtension' ? 'ignore' : 'error'),
        })
        .replaceAll(' style="', ' data-style="');
      return { code: `export default ${JSON.stringify(html)};`, moduleType: 'js' };
    },
  };
}
