import { encode } from 'fast-png';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { colorsOf, drawRows, type Picture } from '../src/pages/uses-colors/picture.ts';
import {
  colorCenters,
  colorMixture,
  paintByCenters,
  paintByMixture,
  paintSoftly,
} from '../src/pages/uses-colors/quantize.ts';
import { choose, press, setSlider, toggle } from './kit/controls.ts';
import { number, numberThat } from './kit/numbers.ts';
import { openPage } from './kit/open-page.ts';

/** The picture as the browser decoded it, which may do so in its own way. */
async function originalOn(page: Page): Promise<Picture> {
  const { width, height, text } = await page
    .getByRole('img', { name: /^(A Chinese tower|Your picture)/ })
    .evaluate((element) => {
      if (!(element instanceof HTMLCanvasElement)) throw new Error('The original must be on a canvas.');
      const { width, height } = element;
      const { data } = element.getContext('2d')!.getImageData(0, 0, width, height);
      let text = '';
      for (let at = 0; at < data.length; at += 8192)
        text += String.fromCharCode(...data.subarray(at, at + 8192));
      return { width, height, text: btoa(text) };
    });
  return { width, height, pixels: new Uint8ClampedArray(Buffer.from(text, 'base64')) };
}

/** What Node computes: errors and kilobytes. */
function numbersInNode(picture: Picture, demand: { components: number; seed: number }) {
  const colors = colorsOf(picture);
  const learned = drawRows(colors, 4000, demand.seed);
  const mixture = colorMixture(learned, demand);
  const byMixture = paintByMixture(picture, colors, mixture);
  const byCenters = paintByCenters(picture, colors, colorCenters(learned, demand));
  return {
    errors: [byMixture.error, byCenters.error],
    kilobytes: [byMixture.bytes / 1000, byCenters.bytes / 1000],
    soft: paintSoftly(picture, colors, mixture).error,
  };
}

async function numbersOn(page: Page) {
  return {
    errors: [await number(page, 'mixture-error'), await number(page, 'k-means-error')],
    kilobytes: [await number(page, 'mixture-kilobytes'), await number(page, 'k-means-kilobytes')],
  };
}

async function done(page: Page): Promise<void> {
  await page.getByText('Done.', { exact: true }).waitFor();
}

/** Two colors by turns. */
function smallPicture(): Buffer {
  const [one, other] = [
    [200, 30, 30],
    [20, 40, 160],
  ];
  const data = Array.from({ length: 8 * 8 }, (_, i) => (i % 2 === 0 ? one : other)).flat();
  return Buffer.from(encode({ width: 8, height: 8, data: Uint8Array.from(data), channels: 3 }));
}

describe('the page of colors', () => {
  it('paints as Node does, to the last bit, and k-means has the smaller error', async () => {
    const page = await openPage('uses-colors');
    await numberThat(page, 'mixture-error', Number.isFinite);
    const { errors, kilobytes } = numbersInNode(await originalOn(page), { components: 8, seed: 1 });
    expect(await numbersOn(page)).toEqual({ errors, kilobytes });
    expect(errors[1]).toBeLessThan(errors[0]);
  });

  it('paints in as many colors as asked for, from other pixels, and softly', async () => {
    const page = await openPage('uses-colors', '?components=3');
    await numberThat(page, 'mixture-error', Number.isFinite);
    await setSlider(page, 'Colors (K)', 5);
    await press(page, 'The next seed');
    await page.waitForURL(/components=5&seed=2/);
    await done(page);
    const node = numbersInNode(await originalOn(page), { components: 5, seed: 2 });
    expect(await numbersOn(page)).toEqual({ errors: node.errors, kilobytes: node.kilobytes });
    await toggle(page, 'Let the mixture mix its colors', true);
    expect(await numberThat(page, 'mixture-error', (error) => error !== node.errors[0])).toBe(node.soft);
    await toggle(page, 'Let the mixture mix its colors', false);
    expect(await number(page, 'mixture-error')).toBe(node.errors[0]);
  });

  it('shows the scatter from three sides', async () => {
    const page = await openPage('uses-colors', '?components=2');
    await done(page);
    for (const [option, label] of [
      ['red, green', 'red and green'],
      ['green, blue', 'green and blue'],
      ['red, blue', 'red and blue'],
    ]) {
      await choose(page, 'Channels of the scatter', option);
      await page.getByLabel(new RegExp(`^Colors of 4000 pixels by ${label}`)).waitFor();
    }
  });

  it('takes a picture of the visitor, and goes back', async () => {
    const page = await openPage('uses-colors', '?components=2');
    await done(page);
    const file = { name: 'small.png', mimeType: 'image/png', buffer: smallPicture() };
    await page.locator('input[type="file"]').setInputFiles(file);
    await page.getByText(/^Your picture, 8 × 8 pixels/).waitFor();
    expect(await numberThat(page, 'k-means-error', (error) => error === 0)).toBe(0);
    expect(await numberThat(page, 'mixture-error', (error) => error === 0)).toBe(0);
    await press(page, 'Back to the pavilion');
    await page.getByText(/^The original\./).waitFor();
    expect(await numberThat(page, 'k-means-error', (error) => error > 30)).toBeGreaterThan(30);
  });

  it('takes a picture that is dropped', async () => {
    const page = await openPage('uses-colors', '?components=2');
    await done(page);
    await page.evaluate(
      (bytes) => {
        const files = new DataTransfer();
        files.items.add(new File([Uint8Array.from(bytes)], 'small.png', { type: 'image/png' }));
        window.dispatchEvent(new DragEvent('drop', { dataTransfer: files, cancelable: true }));
      },
      [...smallPicture()],
    );
    await page.getByText(/^Your picture, 8 × 8 pixels/).waitFor();
  });

  it('learns no more colors than a picture has, and says what is wrong with a file that is none', async () => {
    const page = await openPage('uses-colors', '?components=2');
    await done(page);
    const input = page.locator('input[type="file"]');
    await input.setInputFiles({ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('no picture') });
    await page
      .getByRole('alert')
      .getByText(/^This file is no picture/)
      .waitFor();
    await input.setInputFiles({ name: 'small.png', mimeType: 'image/png', buffer: smallPicture() });
    await page.getByText(/^Your picture, 8 × 8 pixels/).waitFor();
    await done(page);
    await setSlider(page, 'Colors (K)', 3);
    const fewer = page.getByText('Here are only 2 colors to learn from: K is 2.');
    await fewer.waitFor();
    expect(await number(page, 'k-means-error')).toBe(0);
    await setSlider(page, 'Colors (K)', 2);
    await fewer.waitFor({ state: 'detached' });
  });
});
