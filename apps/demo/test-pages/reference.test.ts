import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dist, openAddress } from './kit/open-page.ts';

const reference = join(dist, 'reference');

describe('The API reference', () => {
  it('opens under the content security policy, and finds what is searched for', async () => {
    const page = await openAddress('reference/index.html');
    await page.getByRole('button', { name: 'Search' }).click();
    await page.getByRole('combobox').fill('fitMixture');
    await page
      .getByRole('option', { name: /fitMixture/ })
      .first()
      .click();
    await page.waitForURL(/functions\/.*fitMixture/);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('fitMixture');
  });

  it('leads from a function to its source and back to the demo', async () => {
    const page = await openAddress('reference/functions/_gaussmix_em.fitMixture.html');
    const addresses = await page.evaluate(() => [...document.querySelectorAll('a')].map(({ href }) => href));
    expect(addresses).toContainEqual(
      expect.stringMatching(
        /^https:\/\/github\.com\/gaussmix\/gaussmix\/blob\/main\/packages\/em\/src\/\S+\.ts#L\d+$/,
      ),
    );
    await page.getByRole('link', { name: 'Demo', exact: true }).click();
    await page.waitForURL(/\/some\/where\/index\.html$/);
  });

  it('has no link that leads nowhere', () => {
    const files = readdirSync(reference, { recursive: true, encoding: 'utf8' });
    const dead = files
      .filter((file) => file.endsWith('.html'))
      .flatMap((file) => {
        const html = readFileSync(join(reference, file), 'utf8');
        const targets = [...html.matchAll(/<a\b[^>]*\shref="([^"#?]+)[^"]*"/g)].map(([, target]) => target!);
        return [...new Set(targets)]
          .filter((target) => !/^\w+:/.test(target) && !existsSync(join(reference, dirname(file), target)))
          .map((target) => `${file}: ${target}`);
      });
    expect(dead).toEqual([]);
  });
});
