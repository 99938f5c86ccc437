import { covarianceFromDense } from '@gaussmix/covariance';
import { createMixture, sample, scoreSamples } from '@gaussmix/distributions';
import { describe, expect, it } from 'vitest';
import { enroll, trials } from '../../../src/pages/uses-voices/speakers.ts';

/** Features around a mean. */
function voice(mean: readonly number[], seed: number) {
  const source = createMixture({
    weights: [1],
    means: [mean],
    covariances: [covarianceFromDense(Float64Array.of(1, 0, 0, 1), 2)],
  });
  const { rows } = sample(source, 200, { seed });
  return { frames: rows, times: Float64Array.from({ length: 200 }, (_, i) => i / 100), duration: 2 };
}

const training = new Map([
  ['left', voice([0, 0], 1)],
  ['right', voice([6, 0], 2)],
]);
const clips = new Map([
  ['left-1', voice([0, 0], 3)],
  ['right-1', voice([6, 0], 4)],
]);
const enrollment = { components: 1, covariance: 'diag', seed: 1 } as const;

describe('speakers', () => {
  it('are told after each mixture, the world first', () => {
    const told: number[] = [];
    const { world, speakers } = enroll(training, enrollment, (done) => told.push(done));
    expect(told).toEqual([1, 2, 3]);
    expect(world.weights).toHaveLength(2);
    expect(speakers.map(({ id, mixture }) => [id, mixture.weights.length])).toEqual([
      ['left', 1],
      ['right', 1],
    ]);
  });

  it('accept their own clips by about ln 2, as the world is half theirs, and reject the other', () => {
    const results = trials(clips, enroll(training, enrollment));
    const score = (clip: string, speaker: string) =>
      results.find((trial) => trial.clip === clip && trial.speaker === speaker)!.score;
    // The world is half of either voice, each as the speaker's own mixture: own scores are ln 2, up to what EM left to gain
    // and what each component takes of the other's rows.
    expect(Math.abs(score('left-1', 'left') - Math.LN2)).toBeLessThan(0.02);
    expect(Math.abs(score('right-1', 'right') - Math.LN2)).toBeLessThan(0.02);
    expect(score('left-1', 'right')).toBeLessThan(-5);
  });

  it('score a clip by the mean of what its frames score', () => {
    const models = enroll(training, enrollment);
    const trial = trials(clips, models)[1];
    const { frames } = clips.get('left-1')!;
    const own = scoreSamples(models.speakers[1].mixture, frames);
    const world = scoreSamples(models.world, frames);
    expect([trial.clip, trial.speaker]).toEqual(['left-1', 'right']);
    expect(trial.frames).toEqual(own.map((score, i) => score - world[i]));
    expect(trial.score).toBe(trial.frames.reduce((sum, value) => sum + value, 0) / 200);
  });
});
