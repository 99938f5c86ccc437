import { diagonalOfMap } from '@gaussmix/covariance';
import type { Coordinates } from '@gaussmix/distributions';
import { BLOCK_ROWS, type Kernels } from '@gaussmix/kernels';
import type { Matrix } from '@gaussmix/linalg';

/**
 * The rows in other coordinates: z = T^-1 (x - origin).
 *
 * A triangular T is undone in twice the working precision, because almost collinear columns cancel: z keeps
 * all digits that the rows hold.
 *
 * @param z  n x d; receives the rows
 * @param x  n x d
 * @returns z
 *
 * O(n d^2) for a triangle, O(n d) else.
 */
export function conditionRowsInto(
  z: Matrix,
  x: Matrix,
  { origin, map, kernels }: Coordinates & { readonly kernels: Kernels },
): Matrix {
  if (map.kind === 'triangular') {
    const undo = kernels.triangleUndoer({ origin, factor: map.factor });
    for (let from = 0; from < x.rows; from += BLOCK_ROWS) {
      undo(z.data, { rows: x.data, from, to: Math.min(from + BLOCK_ROWS, x.rows) });
    }
    return z;
  }
  const d = x.columns;
  const scales = diagonalOfMap(map);
  for (let i = 0; i < x.rows; i++) {
    for (let j = 0; j < d; j++) z.data[i * d + j] = (x.data[i * d + j]! - origin[j]!) / scales[j]!;
  }
  return z;
}
