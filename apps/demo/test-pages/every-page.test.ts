import { describe, expect, it } from 'vitest';
import { pages } from '../src/pages/pages.ts';
import { findBarriers } from './kit/find-barriers.ts';
import { deadLinks } from './kit/links.ts';
import { openPage } from './kit/open-page.ts';
import { overflow } from './kit/overflow.ts';

describe.each(pages)('$title', ({ name }) => {
  it('opens on a wide screen, shuts nobody out in light or dark, and its links lead somewhere', async () => {
    const page = await openPage(name);
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
    expect(await findBarriers(page)).toEqual([]);
    expect(await deadLinks(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await findBarriers(page)).toEqual([]);
  });

  it('fits a phone, with motion reduced', async () => {
    const page = await openPage(name, '', { width: 360, height: 740, dark: true, reducedMotion: true });
    expect(await overflow(page)).toEqual([]);
    expect(await findBarriers(page)).toEqual([]);
  });
});
