import type { Page } from 'playwright-core';

/** Moves a slider, or fills a field, to a value. */
export async function setSlider(page: Page, label: string, value: number): Promise<void> {
  await page.getByLabel(label, { exact: true }).fill(String(value));
}

/** Takes one of the options of a choice. */
export async function choose(page: Page, choice: string, option: string): Promise<void> {
  await page.getByRole('group', { name: choice, exact: true }).getByText(option, { exact: true }).click();
}

/** Takes an entry of a list. */
export async function select(page: Page, label: string, option: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).selectOption({ label: option });
}

/** Turns a toggle on or off. */
export async function toggle(page: Page, label: string, on: boolean): Promise<void> {
  await page.getByLabel(label, { exact: true }).setChecked(on);
}

/** Presses a button. */
export async function press(page: Page, button: string): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).click();
}
