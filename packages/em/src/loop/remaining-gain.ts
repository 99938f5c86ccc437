const EPSILON = 2.220446049250313e-16;

/** Rounding errors of a log-likelihood of n terms, in units of its size and of n. */
const ROUNDINGS = 32;

/** Increments that are looked back on. */
const WINDOW = 4;

/**
 * How much an EM run has still to gain, by Aitken's extrapolation of its trace.
 *
 * Near a maximum the increments d_t of the objective shrink geometrically, d_{t+1} = rho d_t, so what is left is
 * d_t rho / (1 - rho). The slowest of the last ratios is taken for rho; while the increments still grow nothing can
 * be said, and the answer is Infinity. Increments within rounding of the objective count as 0.
 *
 * @param trace  the objective, iteration by iteration
 * @param rows  n, of which the objective is a sum
 * @returns nats
 *
 * Boehning et al. (1994); McLachlan & Peel (2000), section 2.11.
 */
export function remainingGain(trace: readonly number[], rows: number): number {
  const last = trace.length - 1;
  if (last < WINDOW) return Infinity;
  const noise = ROUNDINGS * EPSILON * (Math.abs(trace[last]!) + rows);
  const increments = Array.from(
    { length: WINDOW },
    (_, back) => trace[last - back]! - trace[last - back - 1]!,
  );
  if (increments.every((increment) => Math.abs(increment) <= noise)) return 0;
  let ratio = 0;
  for (let back = 0; back + 1 < WINDOW; back++) {
    const later = Math.max(increments[back]!, noise);
    const earlier = Math.max(increments[back + 1]!, noise);
    if (later === noise && earlier === noise) continue;
    ratio = Math.max(ratio, later / earlier);
  }
  return ratio < 1 ? (Math.max(increments[0]!, noise) * ratio) / (1 - ratio) : Infinity;
}
