import type { PlacedRows } from '@gaussmix/kernels';
import { plainKernels } from '@gaussmix/kernels';
import type { Matrix } from '@gaussmix/linalg';
import { nextCenters } from '../src/next-centers.ts';
import { inertiaOf } from '../src/own-distances.ts';

/** Lloyd's algorithm that looks at every row at every iteration. */
export function naiveLloyd(
  data: PlacedRows,
  { centers, maxIterations }: { centers: Matrix; maxIterations: number },
): { centers: Matrix; labels: Int32Array; inertia: number; iterations: number } {
  const { rows: n, columns: d } = data.rows;
  const clusters = centers.rows;
  const labels = new Int32Array(n).fill(-1);
  const counts = new Float64Array(clusters);
  const sums = { sums: new Float64Array(clusters * d), lost: new Float64Array(clusters * d) };
  let at = centers;
  for (let iterations = 0; ; iterations++) {
    let moved = 0;
    for (let i = 0; i < n; i++) {
      const label = nearest(data, at, i);
      const before = labels[i]!;
      if (label === before) continue;
      plainKernels.moveRows(sums, {
        rows: data.rows.data,
        origin: data.origin,
        chosen: Int32Array.of(i),
        from: Int32Array.of(before),
        to: Int32Array.of(label),
      });
      if (before >= 0) counts[before]! -= 1;
      counts[label]! += 1;
      labels[i] = label;
      moved++;
    }
    const inertia = inertiaOf({ data, centers: at, labels });
    const settled = moved === 0 && (!counts.includes(0) || inertia === 0);
    if ((iterations > 0 && settled) || iterations === maxIterations) {
      return { centers: at, labels, inertia, iterations };
    }
    at = nextCenters({ data, centers: at, labels, counts, sums }, plainKernels);
  }
}

function nearest({ rows, origin }: PlacedRows, centers: Matrix, i: number): number {
  const d = rows.columns;
  let label = 0;
  let least = Infinity;
  for (let k = 0; k < centers.rows; k++) {
    let square = 0;
    for (let j = 0; j < d; j++) {
      const difference = rows.data[i * d + j]! - origin[j]! - centers.data[k * d + j]!;
      square += difference * difference;
    }
    if (square < least) {
      least = square;
      label = k;
    }
  }
  return label;
}
