import type { Interval } from '../../charts/frame.ts';

/** An interval with room at both ends, so that no point stands on the edge. */
export function around([low, high]: Interval, share = 0.06): Interval {
  const room = high > low ? (high - low) * share : Math.abs(low) * share || 1;
  return [low - room, high + room];
}
