import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { sourceAddress } from '../../src/shell/addresses.ts';
import { dist } from './open-page.ts';

const repository = resolve(import.meta.dirname, '../../../..');

/**
 * Links of a page to places of the same site, and to files of the repository, that do not exist.
 *
 * @returns the address of each
 */
export async function deadLinks(page: Page): Promise<string[]> {
  const addresses = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement>('a[href]')].map(({ href }) => href),
  );
  const own = new URL(page.url());
  return addresses.filter((address) => {
    if (address.startsWith(sourceAddress('')))
      return !existsSync(join(repository, address.slice(sourceAddress('').length)));
    const { origin, pathname } = new URL(address);
    if (origin !== own.origin) return false;
    const below = decodeURIComponent(pathname).replace(/^\/some\/where\//, '');
    return !existsSync(join(dist, below.endsWith('/') || below === '' ? `${below}index.html` : below));
  });
}
