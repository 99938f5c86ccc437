import type { Page } from 'playwright-core';

/**
 * What makes a page scroll sideways.
 *
 * @returns the elements that end beyond the screen, unless one around them scrolls; none when the page does not scroll
 */
export async function overflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = window.innerWidth;
    if (document.scrollingElement!.scrollWidth <= width) return [];
    const beyond = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > width + 0.5,
    );
    const names = beyond.map((element) => {
      const { tagName, className } = element;
      return `<${tagName.toLowerCase()} class="${className}"> ends at ${element.getBoundingClientRect().right}`;
    });
    return [
      `the page is ${document.scrollingElement!.scrollWidth} px wide on a screen of ${width}`,
      ...names,
    ];
  });
}
