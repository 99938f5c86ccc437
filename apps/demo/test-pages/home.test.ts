import { describe, expect, it } from 'vitest';
import { story } from '../src/pages/home/story.ts';
import { press } from './kit/controls.ts';
import { number, numberThat } from './kit/numbers.ts';
import { openPage } from './kit/open-page.ts';

describe('the opening picture', () => {
  it('plays by itself, can be paused and played on, and takes other data', async () => {
    const page = await openPage('home');
    await numberThat(page, 'iteration', (value) => value > 1);
    await press(page, 'Pause');
    const at = await number(page, 'iteration');
    expect(await number(page, 'log-likelihood')).toBe(story(6).logLikelihoods[at]);
    await press(page, 'Play');
    await numberThat(page, 'iteration', (value) => value > at);
    await press(page, 'Other data');
    await page.waitForURL(/seed=7/);
  });

  it('shows the end to those who wish no motion, as Node computes it, and plays when asked to', async () => {
    const page = await openPage('home', '?seed=45', { reducedMotion: true });
    const { logLikelihoods } = story(45);
    const last = logLikelihoods.length - 1;
    await numberThat(page, 'iteration', (value) => value === last);
    expect(await number(page, 'log-likelihood')).toBe(logLikelihoods[last]);
    await press(page, 'Play again');
    await numberThat(page, 'iteration', (value) => value < last);
  });
});
