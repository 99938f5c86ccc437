import type { RunAnswer } from '../protocol/answers.ts';

/** How far log-likelihoods may be apart, relatively. */
export const LOG_LIKELIHOOD_TOLERANCE = 1e-9;

/** How far sums of w |mu|^2 may be apart, relatively: a likelihood near its top hides what parameters show. */
export const DIGEST_TOLERANCE = 1e-7;

/**
 * Whether two programs that did the same work came to the same end.
 *
 * @returns what is wrong, or undefined
 */
export function disagreement(our: RunAnswer, their: RunAnswer): string | undefined {
  const likelihoods = apart(our.logLikelihood, their.logLikelihood);
  if (!(likelihoods <= LOG_LIKELIHOOD_TOLERANCE))
    return `log-likelihoods differ by ${likelihoods.toExponential(1)}`;
  const digests = apart(our.digest, their.digest);
  if (!(digests <= DIGEST_TOLERANCE)) return `weights and means differ by ${digests.toExponential(1)}`;
  return undefined;
}

/** |a - b| relative to the larger of the two. NaN for a NaN. */
export function apart(a: number, b: number): number {
  return a === b ? 0 : Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b));
}
