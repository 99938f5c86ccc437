import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { formulas } from './build/formulas.ts';
import { pageShells } from './build/page-shells.ts';
import { pages } from './src/pages/pages.ts';

/** DEMO_PAGES=em,uses builds these pages alone, for a quick look. */
const wanted = process.env.DEMO_PAGES?.split(',');

/** A page for each chapter, under any path: nothing is addressed from the root of a server. */
export default defineConfig({
  base: './',
  plugins: [pageShells(pages.filter(({ name }) => wanted?.includes(name) ?? true)), formulas(), svelte()],
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    // Nothing inlined: the content security policy allows files of the same origin and nothing else.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
    chunkSizeWarningLimit: 300,
  },
});
