import type { Page } from 'playwright-core';

/**
 * What makes a page scroll sideways.
 *
 * @returns the elements that end beyond the screen, without those inside of them; none when the page does not scroll
 */
export async function overflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = window.innerWidth;
    if (document.scrollingElement!.scrollWidth <= width) return [];
    const beyond = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > width + 0.5,
    );
    const outermost = beyond.filter(({ parentElement }) => !beyond.includes(parentElement!));
    const names = outermost.map((element) => {
      const tag = `<${element.tagName.toLowerCase()} class="${element.getAttribute('class')}">`;
      const text = element.textContent.trim().slice(0, 60);
      return `${tag} ends at ${element.getBoundingClientRect().right}: ${text}`;
    });
    return [
      `the page is ${document.scrollingElement!.scrollWidth} px wide on a screen of ${width}`,
      ...names,
    ];
  });
}
