import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/source-serif-4/wght.css';
import 'katex/dist/katex.min.css';
import '../style/tokens.css';
import '../style/base.css';
import { type Component, mount } from 'svelte';
import Frame from './frame.svelte';
import { applyTheme } from './theme.svelte.ts';

/**
 * Puts a page, in the frame that all share, where the document has room for it.
 *
 * @param name  of the page, as in the table of pages
 */
export function open(Page: Component, name: string): void {
  applyTheme();
  mount(Frame, { target: document.getElementById('page')!, props: { Page, name } });
}
