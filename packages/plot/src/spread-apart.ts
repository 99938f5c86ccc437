/** Where labels may stand, in pixels. */
export interface SpreadRoom {
  /** What each takes. */
  readonly room: number;
  /** First and last place that there is. */
  readonly low: number;
  readonly high: number;
}

/**
 * Moves places apart until each has its room, all of them within the bounds, in their order, and by as little as can
 * be (the sum of squares). Where the bounds have not room for all, they stand evenly between them.
 *
 * In units of p_i - i room this is isotonic regression: neighbors that violate the order are pooled.
 *
 * @param places  in any order
 * @returns the new places, in the same order
 */
export function spreadApart(places: readonly number[], { room, low, high }: SpreadRoom): number[] {
  const step = Math.min(room, (high - low) / Math.max(1, places.length - 1));
  const order = places.map((_, i) => i).sort((i, j) => places[i]! - places[j]! || i - j);
  const pools: { sum: number; size: number }[] = [];
  order.forEach((i, rank) => {
    let pool = { sum: places[i]! - rank * step, size: 1 };
    for (let last = pools.at(-1); last && meanOf(last) >= meanOf(pool); last = pools.at(-1)) {
      pool = { sum: pool.sum + last.sum, size: pool.size + last.size };
      pools.pop();
    }
    pools.push(pool);
  });
  const most = high - (places.length - 1) * step;
  const ranked = pools.flatMap((pool) =>
    Array.from({ length: pool.size }, () => Math.min(Math.max(meanOf(pool), low), most)),
  );
  const spread = new Array<number>(places.length);
  order.forEach((i, rank) => {
    spread[i] = ranked[rank]! + rank * step;
  });
  return spread;
}

function meanOf({ sum, size }: { sum: number; size: number }): number {
  return sum / size;
}
