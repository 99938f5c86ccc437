/**
 * The product of two square matrices.
 *
 * @param out  d x d row-major; receives A B. Neither of the two
 * @param a  A, d x d row-major
 * @param b  B, d x d row-major
 *
 * Two rows of A by four of B at a time, so that what is loaded is used often.
 */
export function multiplyInto(out: Float64Array, a: Float64Array, b: Float64Array): void {
  const d = Math.sqrt(out.length) | 0;
  const even = d - (d % 2);
  out.fill(0);
  for (let i = 0; i < even; i += 2) addTwoRows(out, a, { b, row: i * d, d });
  if (even < d) addRow(out, a, { b, row: even * d, d });
}

interface Rows {
  readonly b: Float64Array;
  /** Where the row of A starts. */
  readonly row: number;
  readonly d: number;
}

function addTwoRows(out: Float64Array, a: Float64Array, { b, row, d }: Rows): void {
  const next = row + d;
  const fours = d - (d % 4);
  for (let k = 0; k < fours; k += 4) {
    const p = a[row + k]!;
    const q = a[row + k + 1]!;
    const r = a[row + k + 2]!;
    const s = a[row + k + 3]!;
    const t = a[next + k]!;
    const u = a[next + k + 1]!;
    const v = a[next + k + 2]!;
    const w = a[next + k + 3]!;
    const first = k * d;
    const second = first + d;
    const third = second + d;
    const fourth = third + d;
    for (let j = 0; j < d; j++) {
      const x = b[first + j]!;
      const y = b[second + j]!;
      const z = b[third + j]!;
      const last = b[fourth + j]!;
      out[row + j] = out[row + j]! + (p * x + q * y) + (r * z + s * last);
      out[next + j] = out[next + j]! + (t * x + u * y) + (v * z + w * last);
    }
  }
  for (let k = fours; k < d; k++) {
    const p = a[row + k]!;
    const t = a[next + k]!;
    const at = k * d;
    for (let j = 0; j < d; j++) {
      const x = b[at + j]!;
      out[row + j] = out[row + j]! + p * x;
      out[next + j] = out[next + j]! + t * x;
    }
  }
}

function addRow(out: Float64Array, a: Float64Array, { b, row, d }: Rows): void {
  for (let k = 0; k < d; k++) {
    const p = a[row + k]!;
    const at = k * d;
    for (let j = 0; j < d; j++) out[row + j] = out[row + j]! + p * b[at + j]!;
  }
}
