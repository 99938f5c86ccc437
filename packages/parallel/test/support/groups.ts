import type { Matrix } from '@gaussmix/linalg';
import { createRandom } from '@gaussmix/random';

/** Groups of normal rows, a standard deviation or two apart. */
export function groups({ rows, columns, number }: { rows: number; columns: number; number: number }): Matrix {
  const random = createRandom('groups');
  const data = new Float64Array(rows * columns);
  for (let at = 0; at < data.length; at++) {
    const group = Math.floor(at / columns) % number;
    data[at] = random.normal() + ((group * ((at % columns) + 1)) % number);
  }
  return { data, rows, columns };
}

/** Means near the groups', to start from. */
export function meansNear(columns: number, number: number): number[][] {
  return Array.from({ length: number }, (_, group) =>
    Array.from({ length: columns }, (_, j) => ((group * (j + 1)) % number) + 0.2),
  );
}
