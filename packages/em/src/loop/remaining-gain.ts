const EPSILON = 2.220446049250313e-16;

/** Rounding errors of a log-likelihood of n terms, in units of its size and of n. */
const ROUNDINGS = 32;

/** Increments that are looked back on. */
const WINDOW = 4;

/** How many iterations ahead a ratio that rises is followed: a slower direction is about to show. */
const AHEAD = 4;

/**
 * How far an EM run is from the limit of its trace, by Aitken's extrapolation.
 *
 * Near a maximum the increments d_t of the objective shrink geometrically, d_{t+1} = rho d_t, so what is left is
 * d_t rho / (1 - rho). The slowest of the last ratios is taken for rho, and one that rises is followed ahead; while
 * the increments still grow nothing can be said, and the answer is Infinity. With a ridge the likelihood may fall on
 * the way to its limit, so sizes are compared. Increments within rounding of the objective count as 0.
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
  // Latest first.
  const steps = Array.from({ length: WINDOW }, (_, back) =>
    Math.abs(trace[last - back]! - trace[last - back - 1]!),
  );
  if (steps.every((step) => step <= noise)) return 0;
  const ratios = steps
    .slice(1)
    .map((earlier, back) => Math.max(steps[back]!, noise) / Math.max(earlier, noise));
  const slowest = Math.max(...ratios);
  const rise = steps[0]! > 1000 * noise ? Math.max(0, ratios[0]! - ratios[1]!) : 0;
  const ratio = slowest + AHEAD * rise;
  return ratio < 1 ? (Math.max(steps[0]!, noise) * ratio) / (1 - ratio) : Infinity;
}
