import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import type { PageEntry } from '../src/pages/pages.ts';
import { contentPolicy } from './content-policy.mjs';

const template = readFileSync(join(import.meta.dirname, 'shell.html'), 'utf8');

/**
 * One index.html for each page of the table, made from shell.html. They exist only while Vite runs.
 *
 * @param pages  what there is, in the order of the contents
 */
export function pageShells(pages: readonly PageEntry[]): Plugin {
  let top = '';
  const fileOf = (page: PageEntry) => join(top, page.path, 'index.html');
  return {
    name: 'gaussmix:page-shells',
    config(config) {
      top = config.root ?? join(import.meta.dirname, '..');
      return { appType: 'mpa', build: { rolldownOptions: { input: pages.map(fileOf) } } };
    },
    resolveId(id) {
      return pages.some((page) => fileOf(page) === id) ? id : undefined;
    },
    load(id) {
      const page = pages.find((candidate) => fileOf(candidate) === id);
      return page && shellOf(page, contentPolicy);
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const path = new URL(request.url ?? '/', 'http://localhost').pathname.replace(
          /^\/|index\.html$/g,
          '',
        );
        const page = pages.find((candidate) => candidate.path === path);
        if (page === undefined) return next();
        // The development server puts styles and scripts into the page: no policy there.
        server
          .transformIndexHtml(`/${path}index.html`, shellOf(page, undefined))
          .then((html) => response.setHeader('content-type', 'text/html').end(html), next);
      });
    },
  };
}

function shellOf(page: PageEntry, policy: string | undefined): string {
  const values: Record<string, string> = {
    title: page.path === '' ? page.title : `${page.title} · gaussmix`,
    summary: page.summary,
    page: page.name,
    policy: policy ? `<meta http-equiv="Content-Security-Policy" content="${policy}" />` : '',
  };
  return template.replace(/%(\w+)%/g, (_, name: string) => values[name] ?? '');
}
