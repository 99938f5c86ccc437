import type { Page } from 'playwright-core';

/**
 * A number that a page shows by the component Quantity with this name, all its digits.
 */
export async function number(page: Page, name: string): Promise<number> {
  return Number(await page.locator(dataNamed(name)).getAttribute('value'));
}

/** All numbers of this name, in the order of the page. */
export async function numbers(page: Page, name: string): Promise<number[]> {
  const all = await page.locator(dataNamed(name)).all();
  return Promise.all(all.map(async (one) => Number(await one.getAttribute('value'))));
}

/**
 * Waits until a number of a page holds what it must, such as being finite.
 *
 * @returns the number
 */
export async function numberThat(
  page: Page,
  name: string,
  holds: (value: number) => boolean,
): Promise<number> {
  const end = Date.now() + 20_000;
  let value = Number.NaN;
  while (Date.now() < end) {
    value = await number(page, name);
    if (holds(value)) return value;
    await page.waitForTimeout(50);
  }
  throw new Error(`the number "${name}" must come to hold ${holds}, is ${value}`);
}

function dataNamed(name: string): string {
  return `data[data-name="${name}"]`;
}
