import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { featuresOf } from '../src/pages/uses-voices/mfcc.ts';
import { clips, enrolled, trainingOf } from '../src/pages/uses-voices/recordings.ts';
import { type Enrollment, enroll, trials } from '../src/pages/uses-voices/speakers.ts';
import { choose, press, select, setSlider } from './kit/controls.ts';
import { number, numbers, numberThat } from './kit/numbers.ts';
import { openPage } from './kit/open-page.ts';

function recording(name: string) {
  const file = readFileSync(new URL(`../assets/voices/${name}.wav`, import.meta.url));
  return featuresOf(new Uint8Array(file).buffer);
}

const training = new Map(enrolled.map((voice) => [voice.id, recording(trainingOf(voice))]));
const tests = new Map(clips.map(({ id }) => [id, recording(id)]));

/** What Node computes: a score for every clip under every speaker. */
function scoresInNode(enrollment: Enrollment): number[] {
  return trials(tests, enroll(training, enrollment)).map(({ score }) => score);
}

const first: Enrollment = { components: 8, covariance: 'diag', seed: 1 };

describe('the page of voices', () => {
  it('scores every clip under every speaker, to the last bit of what Node computes', async () => {
    const page = await openPage('uses-voices');
    await numberThat(page, 'false-acceptances', Number.isFinite);
    const scores = scoresInNode(first);
    expect(await numbers(page, 'trial')).toEqual(scores);
    const at = 5 * clips.findIndex(({ id }) => id === 'flora-test-1');
    expect(await numbers(page, 'score')).toEqual(scores.slice(at, at + 5));
  });

  it('learns anew with another number, shape or seed', async () => {
    const page = await openPage('uses-voices');
    await numberThat(page, 'false-acceptances', Number.isFinite);
    await setSlider(page, 'Components for each speaker (K)', 2);
    await choose(page, 'Covariance', 'full');
    await press(page, 'The next seed');
    const scores = scoresInNode({ components: 2, covariance: 'full', seed: 2 });
    await expect.poll(() => numbers(page, 'trial'), { timeout: 20_000 }).toEqual(scores);
    await page.waitForURL(/components=2&covariance=full&seed=2/);
  });

  it('says what its lesson says: two false acceptances at 0, no error at 0.45', async () => {
    const page = await openPage('uses-voices');
    await numberThat(page, 'false-acceptances', (count) => count === 2);
    expect(await number(page, 'false-rejections')).toBe(0);
    await setSlider(page, 'Threshold', 0.45);
    expect(await number(page, 'false-acceptances')).toBe(0);
    expect(await number(page, 'false-rejections')).toBe(0);
    await setSlider(page, 'Threshold', 3);
    expect(await number(page, 'false-rejections')).toBe(10);
  });

  it('rejects every owner with full covariances and 16 components, as its lesson says', () => {
    const scores = scoresInNode({ components: 16, covariance: 'full', seed: 1 });
    const own = scores.filter((_, i) => clips[Math.floor(i / 5)].voice === enrolled[i % 5]);
    expect(own).toHaveLength(10);
    expect(Math.max(...own)).toBeLessThan(0);
  });

  it('looks at the clip and the claim that are chosen, by list, by bar and by table', async () => {
    const page = await openPage('uses-voices');
    await numberThat(page, 'false-acceptances', Number.isFinite);
    await select(page, 'Test clip', 'Karl 2 (impostor)');
    await select(page, 'Claims to be', 'Alan');
    await page.getByRole('heading', { name: 'Karl’s clip under every speaker' }).waitFor();
    await page.getByLabel(/^The score of Karl’s clip as Alan over time/).waitFor();
    await page.getByRole('button', { name: 'Sally', exact: true }).click();
    await page.getByLabel(/^The score of Karl’s clip as Sally over time/).waitFor();
    await page.getByRole('button', { name: /^Flora 2 as Fay: .*false acceptance/ }).click();
    await page.getByLabel(/^The score of Flora’s clip as Fay over time/).waitFor();
    await page.waitForURL(/clip=flora-test-2&claim=fay/);
  });

  it('plays the clip, and what the claimed speaker was learned from', async () => {
    const page = await openPage('uses-voices', '?clip=alan-test-2&claim=robert');
    const durations = await page.evaluate(() =>
      Promise.all(
        [...document.querySelectorAll('audio')].map(
          (audio) =>
            new Promise<number>((known, failed) => {
              audio.addEventListener('loadedmetadata', () => known(audio.duration));
              audio.addEventListener('error', () => failed(new Error(audio.error?.message)));
              audio.preload = 'metadata';
              audio.load();
            }),
        ),
      ),
    );
    const expected = [tests.get('alan-test-2'), training.get('robert')].map((one) => one?.duration);
    durations.forEach((duration, i) => {
      expect(duration).toBeCloseTo(expected[i] ?? 0, 3);
    });
  });
});
