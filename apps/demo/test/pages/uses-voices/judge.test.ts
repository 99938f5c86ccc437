import { describe, expect, it } from 'vitest';
import { countVerdicts, judge, smooth } from '../../../src/pages/uses-voices/judge.ts';
import { clips } from '../../../src/pages/uses-voices/recordings.ts';

const trial = (clip: string, speaker: string, score: number) => ({
  clip,
  speaker,
  score,
  frames: Float64Array.of(score),
});
const clipNamed = (name: string) => clips.find(({ id }) => id === name)!;

describe('a verdict', () => {
  it.each([
    ['alan', 0.6, 'accepted'],
    ['alan', 0.5, 'false rejection'],
    ['fay', 0.6, 'false acceptance'],
    ['fay', 0.5, 'rejected'],
  ])('on the claim to be %s with the score %d at a threshold of 0.5 is %s', (speaker, score, verdict) => {
    expect(judge(trial('alan-test-1', speaker, score), clipNamed('alan-test-1'), 0.5)).toBe(verdict);
  });

  it('on an impostor is never a true acceptance', () => {
    const verdicts = ['alan', 'fay'].map((speaker) =>
      judge(trial('karl-test-1', speaker, 1), clipNamed('karl-test-1'), 0),
    );
    expect(verdicts).toEqual(['false acceptance', 'false acceptance']);
  });

  it('is counted', () => {
    const trials = [
      trial('alan-test-1', 'alan', 1),
      trial('alan-test-2', 'alan', -1),
      trial('alan-test-2', 'fay', 1),
      trial('karl-test-2', 'fay', -1),
      trial('karl-test-1', 'fay', -2),
    ];
    expect(countVerdicts(trials, clips, 0)).toEqual({
      accepted: 1,
      rejected: 2,
      'false acceptance': 1,
      'false rejection': 1,
    });
  });
});

it('smooths by the mean of neighbors, of fewer at the ends', () => {
  expect(smooth(Float64Array.of(0, 3, 6, 0, 0), 1)).toEqual(Float64Array.of(1.5, 3, 3, 2, 0));
});
