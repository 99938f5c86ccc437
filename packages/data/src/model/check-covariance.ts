import type { CovarianceJSON } from '@gaussmix/covariance';
import { GaussmixError } from '@gaussmix/kernels';
import { choleskyInto } from '@gaussmix/linalg';

/** How far two spellings of a covariance's entry (i, j) may be apart, relative to sqrt(Sigma_ii Sigma_jj). */
const entryTolerance = 1e-9;

type Rows = readonly (readonly number[])[];
type DenseJSON = Extract<CovarianceJSON, { kind: 'dense' }>;
type LowRankJSON = Extract<CovarianceJSON, { kind: 'low-rank' }>;

/**
 * Checks a covariance whose types are right: its size, that it is symmetric and positive definite, and that its
 * factor, if it has one, is one of its matrix.
 *
 * @throws GaussmixError "model-invalid"
 */
export function checkCovariance(
  covariance: CovarianceJSON,
  context: { where: string; dimension: number },
): void {
  const { where, dimension: d } = context;
  if (covariance.kind === 'dense') checkDense(covariance, `${where} covariance`, d);
  else if (covariance.kind === 'low-rank') checkLowRank(covariance, `${where} covariance`, d);
  else if (covariance.kind === 'diagonal') {
    const { length } = covariance.variances;
    if (length !== d)
      throw invalid(`${where} covariance.variances must have ${d} numbers, as mean has, got ${length}.`);
  } else if (covariance.dimension !== d) {
    throw invalid(
      `${where} covariance.dimension must be ${d}, the length of mean, got ${covariance.dimension}.`,
    );
  }
}

function checkDense({ matrix, factor }: DenseJSON, where: string, d: number): void {
  requireSquare(matrix, `${where}.matrix`, d);
  requireSymmetric(matrix, `${where}.matrix`);
  if (factor) {
    requireSquare(factor, `${where}.factor`, d);
    requireLower(factor, `${where}.factor`);
    requireFactorOf(matrix, factor, where);
  } else requirePositiveDefinite(matrix, `${where}.matrix`);
}

/** Entries beyond what a double can hold are refused too: sums of squares of loadings may be. */
function checkLowRank({ loadings, noise }: LowRankJSON, where: string, d: number): void {
  if (noise.length !== d)
    throw invalid(`${where}.noise must have ${d} numbers, as mean has, got ${noise.length}.`);
  if (loadings.length !== d)
    throw invalid(
      `${where}.loadings must have ${d} rows, as many as mean has numbers, got ${loadings.length}.`,
    );
  const q = loadings[0]!.length;
  for (const [at, row] of loadings.entries()) {
    if (row.length !== q)
      throw invalid(
        `${where}.loadings[${at}] must have ${q} numbers, as the first row has, got ${row.length}.`,
      );
    const variance = row.reduce((sum, loading) => sum + loading * loading, noise[at]!);
    if (!Number.isFinite(variance))
      throw invalid(`${where}.loadings[${at}] must give a variance that is finite, got ${variance}.`);
  }
}

function requireSquare(rows: Rows, where: string, d: number): void {
  if (rows.length !== d)
    throw invalid(`${where} must have ${d} rows, as many as mean has numbers, got ${rows.length}.`);
  const at = rows.findIndex((row) => row.length !== d);
  if (at !== -1)
    throw invalid(`${where}[${at}] must have ${d} numbers, as mean has, got ${rows[at]!.length}.`);
}

function requireSymmetric(matrix: Rows, where: string): void {
  matrix.forEach((row, i) => {
    for (let j = 0; j < i; j++) {
      const apart = Math.abs(row[j]! - matrix[j]![i]!);
      if (apart === 0 || apart <= entryTolerance * sizeOf(matrix, i, j)) continue;
      throw invalid(
        `${where} must be symmetric, got ${row[j]} in [${i}][${j}] and ${matrix[j]![i]} in [${j}][${i}].`,
      );
    }
  });
}

function requirePositiveDefinite(matrix: Rows, where: string): void {
  const d = matrix.length;
  const pivot = choleskyInto(new Float64Array(d * d), Float64Array.from(matrix.flat()), d);
  if (pivot < 0) return;
  throw invalid(
    `${where} must be positive definite, got one that fails at row ${pivot + 1} of ${d}. Was it rounded, or edited?`,
  );
}

function requireLower(factor: Rows, where: string): void {
  factor.forEach((row, i) => {
    if (!(row[i]! > 0)) throw invalid(`${where}[${i}][${i}] must be positive, got ${row[i]}.`);
    const j = row.findIndex((entry, column) => column > i && entry !== 0);
    if (j !== -1) throw invalid(`${where}[${i}][${j}] must be 0, above the diagonal, got ${row[j]}.`);
  });
}

/** L L^T = Sigma, entry by entry. */
function requireFactorOf(matrix: Rows, factor: Rows, where: string): void {
  matrix.forEach((row, i) => {
    for (let j = 0; j <= i; j++) {
      let product = 0;
      for (let k = 0; k <= j; k++) product += factor[i]![k]! * factor[j]![k]!;
      // Below the smallest normal number each of the products is rounded by itself.
      const slack = entryTolerance * sizeOf(matrix, i, j) + matrix.length * Number.MIN_VALUE;
      if (Math.abs(row[j]! - product) <= slack) continue;
      throw invalid(
        `${where}.factor times its transpose must be matrix (${row[j]} in [${i}][${j}]), got ${product}. ` +
          'Correct it, or leave factor out.',
      );
    }
  });
}

/** sqrt(Sigma_ii Sigma_jj), without the product, which might overflow. */
function sizeOf(matrix: Rows, i: number, j: number): number {
  return Math.sqrt(Math.abs(matrix[i]![i]!)) * Math.sqrt(Math.abs(matrix[j]![j]!));
}

function invalid(message: string): GaussmixError {
  return new GaussmixError('model-invalid', message);
}
