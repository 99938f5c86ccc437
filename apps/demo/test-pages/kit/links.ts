import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { dist } from './open-page.ts';

/**
 * Links of a page to places of the same site that do not exist.
 *
 * @returns the address of each
 */
export async function deadLinks(page: Page): Promise<string[]> {
  const addresses = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement>('a[href]')].map(({ href }) => href),
  );
  const own = new URL(page.url());
  return addresses.filter((address) => {
    const { origin, pathname } = new URL(address);
    if (origin !== own.origin) return false;
    const below = decodeURIComponent(pathname).replace(/^\/some\/where\//, '');
    return !existsSync(join(dist, below.endsWith('/') || below === '' ? `${below}index.html` : below));
  });
}
