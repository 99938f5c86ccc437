import type { Clip } from './recordings.ts';
import type { Trial } from './speakers.ts';

/** What is decided of a trial, and whether it is right. */
export type Verdict = 'accepted' | 'rejected' | 'false acceptance' | 'false rejection';

/** Decides: accepted where the score is above the threshold. */
export function judge({ score, speaker }: Trial, clip: Clip, threshold: number): Verdict {
  const own = clip.voice.id === speaker;
  if (score > threshold) return own ? 'accepted' : 'false acceptance';
  return own ? 'false rejection' : 'rejected';
}

/** How many trials get each verdict. */
export function countVerdicts(
  trials: readonly Trial[],
  clips: readonly Clip[],
  threshold: number,
): Record<Verdict, number> {
  const counts = { accepted: 0, rejected: 0, 'false acceptance': 0, 'false rejection': 0 };
  for (const trial of trials) {
    const clip = clips.find(({ id }) => id === trial.clip);
    if (clip) counts[judge(trial, clip, threshold)]++;
  }
  return counts;
}

/**
 * The means of neighboring values, to see a trend in what jumps.
 *
 * @param reach  how many values on either side count; fewer at the ends
 */
export function smooth(values: Float64Array, reach: number): Float64Array {
  return values.map((_, i) => {
    const near = values.subarray(Math.max(0, i - reach), i + reach + 1);
    return near.reduce((sum, value) => sum + value, 0) / near.length;
  });
}
