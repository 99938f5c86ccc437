import { GaussmixError } from '@gaussmix/kernels';
import { choleskyInto, invertLower, solveLowerInto } from '@gaussmix/linalg';
import type { Covariance, LowRankCovariance } from '../covariance.ts';
import { lowRankFactor, triangleOf } from '../forms/low-rank-factor.ts';
import { SingularCovarianceError } from '../singular-covariance-error.ts';
import type { CovarianceStructure } from '../structure.ts';

/**
 * Mixtures of factor analyzers: each component has q factors and noise of its own along each column (UUU). For data of many
 * columns: a pass costs O(n K d q), and no d x d matrix is ever made.
 *
 *   Sigma_k = Lambda_k Lambda_k^T + Psi_k,   Lambda_k d x q,   Psi_k diagonal
 *
 * Of the scatters it reads the diagonals and S V, V = Sigma^-1 Lambda of the pass before, which is all that a step of EM for
 * a factor analyzer needs. With C = S / N,
 *
 *   E = (I + Lambda^T Psi^-1 Lambda)^-1 + V^T C V,   Lambda' = C V E^-1/2,   Psi' = diag(C - C V E^-1 V^T C)
 *
 * (E is the factors' second moment. With Lambda' = C V E^-1 it is the step of Ghahramani & Hinton, which keeps it at I and is
 * slower where it is not: parameter expansion.) So the answer is not the most likely member, but one more likely than the one
 * before: EM gets there pass by pass. Without one before, V is drawn, and what the scatter shows of itself there is where to
 * start from (Nystrom's approximation).
 *
 * @param factors  q, a whole number, at least 1
 * @returns a structure
 * @throws GaussmixError "factors"; from its methods when there are no more columns than factors
 *
 * Ghahramani & Hinton (1996); Liu, Rubin & Wu (1998), section 4; McNicholas & Murphy (2008).
 */
export function factorAnalyzers(factors: number): CovarianceStructure {
  const q = factors;
  if (!Number.isInteger(q) || q < 1) {
    throw new GaussmixError(
      'factors',
      `factorAnalyzers: factors must be a whole number, at least 1, got ${q}.`,
    );
  }
  const isOwn = (covariance: Covariance | undefined, d: number): covariance is LowRankCovariance =>
    covariance?.form === 'low-rank' &&
    covariance.noise.length === d &&
    covariance.loadings.length === d * q &&
    covariance.loadings.some((loading) => loading !== 0);
  return {
    name: `factor-analyzers(${q})`,
    moments: 'sketch',
    closedUnder: 'scaling',

    directions({ components, dimension: d }, previous) {
      requireColumns(d, q);
      const drawn = drawnDirections(d, q);
      return Array.from({ length: components }, (_, k) => {
        const covariance = previous?.[k];
        return isOwn(covariance, d) ? regression(covariance, q).weights : drawn;
      });
    },

    estimate({ dimension: d, counts, scatters, directions = [] }, previous) {
      requireColumns(d, q);
      return scatters.map((scatter, k) => {
        const before = previous?.[k];
        const parts: Parts = {
          variances: scatter.subarray(0, d).map((sum) => sum / counts[k]!),
          products: scatter.subarray(d).map((sum) => sum / counts[k]!),
          directions: directions[k]!,
          unexplained: isOwn(before, d) ? regression(before, q).unexplained : undefined,
        };
        const covariance = stepOf(parts, q);
        if (covariance === undefined) throw new SingularCovarianceError(k);
        return covariance;
      });
    },

    // No more than a symmetric matrix has.
    parameterCount(components, d) {
      requireColumns(d, q);
      return components * Math.min(d * q - (q * (q - 1)) / 2 + d, (d * (d + 1)) / 2);
    },
  };
}

/** Noise below this share of a column's variance is what rounding leaves of none. */
const ROUNDING = 1e-15;

function requireColumns(d: number, q: number): void {
  if (q < d) return;
  throw new GaussmixError(
    'factors',
    `factorAnalyzers: factors must be fewer than the columns (${d}), got ${q}. Try fewer factors, or covariance "full".`,
  );
}

/** The numbers of one component that a step is made of, divided by its count. */
interface Parts {
  /** diag C. */
  readonly variances: Float64Array;
  /** C V, d x q row-major. */
  readonly products: Float64Array;
  /** V. */
  readonly directions: Float64Array;
  /** What the row does not tell of the factors, (I + Lambda^T Psi^-1 Lambda)^-1; undefined at a start. */
  readonly unexplained: Float64Array | undefined;
}

/** @returns undefined when it is not positive definite */
function stepOf({ variances, products, directions, unexplained }: Parts, q: number): Covariance | undefined {
  const d = variances.length;
  const spread = new Float64Array(q * q);
  for (let f = 0; f < q; f++) {
    for (let g = 0; g <= f; g++) {
      let sum = unexplained ? unexplained[f * q + g]! : 0;
      for (let at = 0; at < d * q; at += q) sum += directions[at + f]! * products[at + g]!;
      spread[f * q + g] = sum;
    }
  }
  if (choleskyInto(spread, spread, q) >= 0) return undefined;
  const own = new Float64Array(q);
  const loadings = new Float64Array(d * q);
  const noise = variances.slice();
  // A start leaves half of what the factors show to the noise, which is then nowhere near zero.
  const share = unexplained ? 1 : 0.5;
  for (let j = 0; j < d; j++) {
    // spread = R R^T; of a row a of C V, R^-1 a has the squared length a^T spread^-1 a.
    solveLowerInto(own, spread, products.subarray(j * q, (j + 1) * q));
    for (let f = 0; f < q; f++) noise[j]! -= share * (own[f]! * own[f]!);
    if (!(noise[j]! > ROUNDING * variances[j]! && noise[j]! < Infinity)) return undefined;
    for (let f = 0; f < q; f++) loadings[j * q + f] = Math.sqrt(share) * own[f]!;
  }
  return { form: 'low-rank', loadings, noise };
}

/**
 * The regression of the factors on a row: their expectation is V^T (x - mu), and `unexplained` is left of their covariance.
 *
 *   V = Sigma^-1 Lambda = Psi^-1/2 Q (I + R R^T)^-1 R,   unexplained = (I + R^T R)^-1,   Psi^-1/2 Lambda = Q R
 */
function regression(
  covariance: LowRankCovariance,
  q: number,
): { weights: Float64Array; unexplained: Float64Array } {
  const { deviations, basis, triangle, middle } = lowRankFactor(covariance);
  const unexplained = inverseOfSquare(triangleOf(new Float64Array(q).fill(1), transposed(triangle, q)), q);
  const inner = inverseOfSquare(middle, q);
  const turned = new Float64Array(q * q);
  for (let f = 0; f < q; f++) {
    for (let g = 0; g < q; g++) {
      for (let h = 0; h <= g; h++) turned[f * q + g]! += inner[f * q + h]! * triangle[h * q + g]!;
    }
  }
  const weights = new Float64Array(basis.length);
  for (let j = 0; j < deviations.length; j++) {
    for (let g = 0; g < q; g++) {
      let sum = 0;
      for (let f = 0; f < q; f++) sum += basis[j * q + f]! * turned[f * q + g]!;
      weights[j * q + g] = sum / deviations[j]!;
    }
  }
  return { weights, unexplained };
}

/** (L L^T)^-1 = L^-T L^-1. */
function inverseOfSquare(lower: Float64Array, q: number): Float64Array {
  const inverse = invertLower(lower, q);
  const square = new Float64Array(q * q);
  for (let h = 0; h < q; h++) {
    for (let f = 0; f <= h; f++) {
      for (let g = 0; g <= h; g++) square[f * q + g]! += inverse[h * q + f]! * inverse[h * q + g]!;
    }
  }
  return square;
}

function transposed(matrix: Float64Array, q: number): Float64Array {
  return matrix.map((_, at) => matrix[(at % q) * q + Math.floor(at / q)]!);
}

/** Numbers from -1 to 1 as if at random, always the same ones. */
function drawnDirections(d: number, q: number): Float64Array {
  let state = 1;
  return new Float64Array(d * q).map(() => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return state / 2147483648;
  });
}
