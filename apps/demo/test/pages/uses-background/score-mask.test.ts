import { expect, it } from 'vitest';
import { scoreMask } from '../../../src/pages/uses-background/score-mask.ts';

it('counts what was found, what was a false alarm and what was missed', () => {
  const mask = Uint8Array.of(1, 1, 1, 1, 0, 0, 0);
  const truth = Uint8Array.of(1, 1, 1, 0, 1, 1, 0);
  expect(scoreMask(mask, truth)).toEqual({
    found: 3,
    alarms: 1,
    missed: 2,
    precision: 3 / 4,
    recall: 3 / 5,
    // The harmonic mean: 2 (3/4) (3/5) / (3/4 + 3/5) = (9/10) / (27/20).
    f1: 2 / 3,
  });
});

it('has no recall where nothing moves', () => {
  const { precision, recall, f1 } = scoreMask(Uint8Array.of(1, 0), Uint8Array.of(0, 0));
  expect([precision, recall, f1]).toEqual([0, Number.NaN, 0]);
});
