/**
 * How far two covariances may differ that should be equal, as a share of the covariance itself. Closed forms differ
 * by rounding, near 1e-13 on the well-conditioned moments of this kit; iterative families stop their inner loops
 * near 1e-9, and this leaves them a hundredfold. What is wrong on purpose (N - 1 for N, a map not followed)
 * differs by 1e-3 and more.
 */
export const SAME_COVARIANCE = 1e-7;

/**
 * How much likelihood may be missing, in nats per row. Likelihood is flat at its maximum: a covariance that is off
 * by 1e-7 lacks 1e-14, so this is rounding and a thousandfold room for loops that stop on likelihood.
 */
export const SAME_LIKELIHOOD = 1e-8;

/** How far two ways to compute one number may differ, as a share: the rounding of some d^3 operations. */
export const ROUNDING = 1e-11;

/**
 * The step of the differences that measure a family's dimension, as a share of the scatter. Their error is of order
 * step^4 (1e-8), and an inner loop that is good to 1e-9 adds 1e-9 / step (1e-7).
 */
export const DERIVATIVE_STEP = 1e-2;

/**
 * The least slope that counts as a dimension of its own. A most likely estimate has slopes of 1 along its family and 0
 * across it, up to the errors above; a poor one (of the largest variance, say) may have less than 1.
 */
export const LEAST_SLOPE = 0.1;
