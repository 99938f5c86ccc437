const EPSILON = 2.220446049250313e-16;

/** Sweeps converge quadratically, so that some 5 to 10 are enough; this only keeps NaN from going round for ever. */
const MOST_SWEEPS = 60;

/**
 * How near one square matrix comes to another when it may be turned.
 *
 *   min over orthogonal Q of |A - B Q|^2 = |A V - B U|^2,   B^T A = U S V^T
 *
 * V is found by turning the columns of B^T A, and those of A with them, pair by pair until the former are orthogonal
 * (Hestenes' one-sided Jacobi), which keeps the digits of small ones too.
 *
 * @param a  d x d row-major
 * @param b  d x d row-major
 * @returns the sum of squares
 *
 * O(d^3) a sweep. Golub & Van Loan (2013), sections 6.4.1 and 8.6.3.
 */
export function procrustes(a: Float64Array, b: Float64Array, d: number): number {
  const scale = Math.max(largestOf(a), largestOf(b));
  if (!(scale > 0 && scale < Infinity)) return scale;
  const turned = columnsOf(a, d, scale);
  const other = columnsOf(b, d, scale);
  // Columns of B^T A.
  const product = turned.map((column) => Float64Array.from(other, (own) => dot(own, column)));
  for (let sweep = 0; sweep < MOST_SWEEPS && sweepOver(product, turned); sweep++);
  let sum = 0;
  for (const [j, column] of product.entries()) {
    const length = Math.sqrt(dot(column, column));
    const moved = new Float64Array(d);
    for (const [f, own] of other.entries()) {
      const share = length > 0 ? column[f]! / length : 0;
      for (let i = 0; i < d; i++) moved[i] = moved[i]! + own[i]! * share;
    }
    for (let i = 0; i < d; i++) sum += (turned[j]![i]! - moved[i]!) * (turned[j]![i]! - moved[i]!);
  }
  return sum * scale * scale;
}

/** One rotation for each pair of columns that is not orthogonal to rounding. @returns whether there was one */
function sweepOver(columns: readonly Float64Array[], along: readonly Float64Array[]): boolean {
  let rotated = false;
  for (let p = 0; p < columns.length; p++) {
    for (let q = p + 1; q < columns.length; q++) {
      const [first, second] = [columns[p]!, columns[q]!];
      const between = dot(first, second);
      const [own, others] = [dot(first, first), dot(second, second)];
      if (!(Math.abs(between) > 4 * EPSILON * Math.sqrt(own) * Math.sqrt(others))) continue;
      const half = (others - own) / 2;
      const larger = Math.max(Math.abs(half), Math.abs(between));
      const [x, y] = [half / larger, between / larger];
      const t = (half >= 0 ? y : -y) / (Math.abs(x) + Math.sqrt(x * x + y * y));
      const c = 1 / Math.sqrt(1 + t * t);
      turn(first, second, { c, s: t * c });
      turn(along[p]!, along[q]!, { c, s: t * c });
      rotated = true;
    }
  }
  return rotated;
}

function turn(
  first: Float64Array,
  second: Float64Array,
  { c, s }: { readonly c: number; readonly s: number },
): void {
  for (let i = 0; i < first.length; i++) {
    const [x, y] = [first[i]!, second[i]!];
    first[i] = c * x - s * y;
    second[i] = s * x + c * y;
  }
}

function columnsOf(matrix: Float64Array, d: number, scale: number): Float64Array[] {
  return Array.from({ length: d }, (_, j) =>
    Float64Array.from({ length: d }, (_row, i) => matrix[i * d + j]! / scale),
  );
}

function largestOf(matrix: Float64Array): number {
  return matrix.reduce((most, entry) => Math.max(most, Math.abs(entry)), 0);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
