import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { CameraRun } from '../src/pages/uses-background/camera-run.ts';
import { type SceneDemand, SceneRun, type View } from '../src/pages/uses-background/scene-run.ts';
import { choose, press, setSlider, toggle } from './kit/controls.ts';
import { number, numbers, numberThat } from './kit/numbers.ts';
import { openPage } from './kit/open-page.ts';

const settings = { components: 3, forgetting: 1 - 1 / 170, distance: 3, share: 0.9 };
const demand: SceneDemand = { seed: 5, t: 110, settings, cell: 25 * 96 + 62 };

/** What Node computes. */
function viewInNode(of: SceneDemand): View {
  const views = [...new SceneRun().views(of)];
  return views[views.length - 1];
}

/** The numbers that the page shows of a view. */
async function shownOn(page: Page) {
  const names = ['found', 'alarms', 'missed', 'precision', 'recall', 'f1'];
  const score = await Promise.all(names.map((name) => number(page, name)));
  return { score, weights: await numbers(page, 'weight'), variances: await numbers(page, 'variance') };
}

function shownOf({ score, colors }: View) {
  const { found, alarms, missed, precision, recall, f1 } = score!;
  return {
    score: [found, alarms, missed, precision, recall, f1],
    weights: colors.map(({ weight }) => weight),
    variances: colors.flatMap(({ variances }) => variances),
  };
}

async function at(page: Page, t: number): Promise<void> {
  await numberThat(page, 'frame', (frame) => frame === t);
}

describe('the page of moving things', () => {
  it('shows at a frame what Node computes, to the last bit', async () => {
    const page = await openPage('uses-background', '?t=110');
    await expect.poll(() => shownOn(page), { timeout: 20_000 }).toEqual(shownOf(viewInNode(demand)));
    await expect.poll(() => number(page, 'frame')).toBe(110);
  });

  it('learns anew with other settings, of other scenes, and keeps them in the address', async () => {
    const page = await openPage('uses-background', '?t=90');
    await setSlider(page, 'Colors that a pixel can know (K)', 2);
    await setSlider(page, 'Memory', 50);
    await setSlider(page, 'New beyond', 2.5);
    await setSlider(page, 'Background makes at least', 0.75);
    await press(page, 'The next seed');
    await setSlider(page, 'x', 20);
    await page.getByLabel('x', { exact: true }).press('Enter');
    await setSlider(page, 'y', 55);
    await page.getByLabel('y', { exact: true }).press('Enter');
    await setSlider(page, 'Frame', 70);
    const other = { components: 2, forgetting: 1 - 1 / 50, distance: 2.5, share: 0.75 };
    const view = viewInNode({ seed: 6, t: 70, settings: other, cell: 55 * 96 + 20 });
    await expect.poll(() => shownOn(page), { timeout: 20_000 }).toEqual(shownOf(view));
    await page.waitForURL(/seed=6&t=70&components=2&memory=50&distance=2.5&share=0.75&x=20&y=55/);
  });

  it('looks at the lowest pixel when a link tells one that only the camera has', async () => {
    const page = await openPage('uses-background', '?t=1&x=3&y=71', { reducedMotion: true });
    await numberThat(page, 'frame', (frame) => frame === 1);
    expect(await page.getByLabel('y', { exact: true }).inputValue()).toBe('59');
  });

  it('plays, pauses, goes on by a frame and begins again', async () => {
    const page = await openPage('uses-background', '?t=5');
    await choose(page, 'Speed', 'fast');
    await press(page, 'Play');
    await numberThat(page, 'frame', (t) => t > 8);
    await choose(page, 'Speed', 'slow');
    await press(page, 'Pause');
    const paused = Number(await page.getByLabel('Frame', { exact: true }).inputValue());
    await at(page, paused);
    await press(page, 'Step on by one frame');
    await at(page, paused + 1);
    await press(page, 'Restart: forget everything and begin with the first frame');
    await at(page, 0);
  });

  it('plays by itself, but not where motion is reduced, and stops at the end', async () => {
    const moving = await openPage('uses-background');
    await numberThat(moving, 'frame', (t) => t > 78);
    const still = await openPage('uses-background', '', { reducedMotion: true });
    await at(still, 75);
    await still.waitForTimeout(400);
    expect(await number(still, 'frame')).toBe(75);
    const end = await openPage('uses-background', '?t=599&memory=100');
    await at(end, 599);
    await press(end, 'Play');
    await end.getByRole('button', { name: 'Play', exact: true }).waitFor();
  });

  it('looks into the pixel that is clicked', async () => {
    const page = await openPage('uses-background', '?t=20');
    await at(page, 20);
    const picture = page.getByRole('img', { name: /^The background/ });
    const box = (await picture.boundingBox())!;
    await picture.click({ position: { x: (box.width * 12.5) / 96, y: (box.height * 40.5) / 60 } });
    await page.waitForURL(/x=12&y=40/);
    const { weights } = shownOf(viewInNode({ ...demand, t: 20, cell: 40 * 96 + 12 }));
    await expect.poll(() => numbers(page, 'weight')).toEqual(weights);
  });

  it('counts the marked pixels where it does not compare', async () => {
    const page = await openPage('uses-background', '?t=110');
    await at(page, 110);
    await toggle(page, 'Compare with the truth', false);
    const marked = viewInNode(demand).mask.filter((one) => one === 1).length;
    await expect.poll(() => number(page, 'marked')).toBe(marked);
  });
});

/** Gives the page a camera that sees a gray wall, of which the stop is told. */
async function lendCamera(page: Page): Promise<void> {
  await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width: 320, height: 240 });
    const context = canvas.getContext('2d')!;
    const paint = () => {
      context.fillStyle = 'rgb(120 120 120)';
      context.fillRect(0, 0, 320, 240);
    };
    paint();
    setInterval(paint, 30);
    const stream = canvas.captureStream(30);
    Object.assign(window, { lent: stream });
    navigator.mediaDevices.getUserMedia = async () => stream;
  });
}

describe('the camera', () => {
  it('is asked for, watched, and given back', async () => {
    const page = await openPage('uses-background', '?t=3');
    await lendCamera(page);
    await press(page, 'Use my camera');
    await page.getByRole('button', { name: 'Stop the camera' }).waitFor();
    await numberThat(page, 'frame', (t) => t > 5 && t < 70);
    // A wall that never changes: one color, no more than a step of 256 off, and nothing that moves.
    expect(await numberThat(page, 'marked', (count) => count === 0)).toBe(0);
    const pixels = new Uint8ClampedArray(4 * 96 * 72).fill(120);
    const run = new CameraRun();
    const once = { width: 96, height: 72, pixels, settings, cell: 0 };
    run.next({ ...once, anew: true });
    const { colors } = run.next({ ...once, anew: false });
    expect((await numbers(page, 'weight')).length).toBe(colors.length);
    await press(page, 'Restart: forget everything and begin with the first frame');
    await press(page, 'Stop the camera');
    await at(page, 3);
    const states = await page.evaluate(() =>
      (window as unknown as { lent: MediaStream }).lent.getTracks().map(({ readyState }) => readyState),
    );
    expect(states).toEqual(['ended']);
  });

  it.each([
    ['NotAllowedError', /^The camera was not allowed, which is fine/],
    ['NotFoundError', /^No camera was found/],
    ['NotReadableError', /^Another program has the camera/],
    ['AbortError', /^The camera did not start/],
  ])('that is not there (%s) is no harm', async (name, text) => {
    const page = await openPage('uses-background', '?t=3');
    await page.evaluate((reason) => {
      navigator.mediaDevices.getUserMedia = async () => {
        throw new DOMException('no', reason);
      };
    }, name);
    await press(page, 'Use my camera');
    await page.getByText(text).waitFor();
    await press(page, 'Step on by one frame');
    await at(page, 4);
  });
});
