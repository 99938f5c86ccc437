/** How a mask compares with the truth. */
export interface MaskScore {
  /** Moving pixels that were found. */
  readonly found: number;
  /** Pixels of the background that were taken for moving ones. */
  readonly alarms: number;
  /** Moving pixels that were not found. */
  readonly missed: number;
  /** Which share of what was marked moves; not a number where nothing was marked. */
  readonly precision: number;
  /** Which share of what moves was marked; not a number where nothing moves. */
  readonly recall: number;
  /** The harmonic mean of both; not a number where nothing moves and nothing was marked. */
  readonly f1: number;
}

/**
 * Compares a mask with the truth.
 *
 * @param mask  1 where something was taken for moving, else 0
 * @param truth  1 where something moves, else 0
 */
export function scoreMask(mask: Uint8Array, truth: Uint8Array): MaskScore {
  let found = 0;
  let alarms = 0;
  let missed = 0;
  for (let i = 0; i < mask.length; i++) {
    if (mask[i] === 1 && truth[i] === 1) found++;
    else if (mask[i] === 1) alarms++;
    else if (truth[i] === 1) missed++;
  }
  return {
    found,
    alarms,
    missed,
    precision: found / (found + alarms),
    recall: found / (found + missed),
    f1: (2 * found) / (2 * found + alarms + missed),
  };
}
