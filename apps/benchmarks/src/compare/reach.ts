import type { FitAnswer } from '../protocol/answers.ts';

/** Settings of scikit-learn: `tol` and `n_init`. */
export interface Reach {
  readonly tolerance: string;
  readonly starts: number;
}

const STARTS = [1, 2, 5, 10, 20, 50];
const TOLERANCES = Array.from({ length: 10 }, (_, i) => `1e-${i + 3}`);

/** Tight enough to tell whether so many starts find the best optimum at all. */
const TIGHT = '1e-10';

/**
 * The easiest settings with which a fit reaches a log-likelihood: as few starts as will do, then the largest tolerance.
 *
 * @param attempt  a fit with such settings, the same every time; one that fails has not reached it
 * @param least  the log-likelihood to reach
 * @returns the settings, unless none will do, and the highest log-likelihood that was seen
 */
export async function reachWith(
  attempt: (settings: Reach) => Promise<FitAnswer>,
  least: number,
): Promise<{ reach?: Reach; highest: number }> {
  let highest = -Infinity;
  const reaches = async (settings: Reach): Promise<boolean> => {
    try {
      const { logLikelihood } = await attempt(settings);
      highest = Math.max(highest, logLikelihood);
      return logLikelihood >= least;
    } catch {
      return false;
    }
  };
  for (const starts of STARTS) {
    if (!(await reaches({ tolerance: TIGHT, starts }))) continue;
    for (const tolerance of TOLERANCES) {
      if (await reaches({ tolerance, starts })) return { reach: { tolerance, starts }, highest };
    }
  }
  return { highest };
}
