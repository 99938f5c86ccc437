import type { PageEntry } from '../pages/pages.ts';

/** The path from a page up to the base, such as "../../": the demo may be served from any folder. */
export function baseFrom(page: PageEntry): string {
  return '../'.repeat(page.path.split('/').length - 1) || './';
}

/** The path from one page to another. */
export function addressFrom(page: PageEntry, other: PageEntry): string {
  return baseFrom(page) + other.path;
}

const repository = 'https://github.com/gaussmix/gaussmix';

/** Where a file of the repository is shown. */
export function sourceAddress(path: string): string {
  return `${repository}/blob/main/${path}`;
}

/** Where the repository is. */
export const repositoryAddress: string = repository;
