import type { TreeModel } from '../src/index.ts';

/**
 * The criterion of a model by its definition: from the rows of each group, with determinants by expansion. For EEE it
 * is |S| + tr S, which decides until |S| is large.
 *
 * @param labels  the group of each row
 */
export function criterion(model: TreeModel, rows: number[][], labels: ArrayLike<number>): number {
  const d = rows[0]!.length;
  const alpha = traceOf(scatterOf(rows)) / (rows.length * d) || 1;
  const each = [...groupsOf(rows, labels).values()].map((own) => ({
    n: own.length,
    scatter: scatterOf(own),
  }));
  if (model === 'EII') return sum(each.map(({ scatter }) => traceOf(scatter)));
  if (model === 'VII') return sum(each.map(({ n, scatter }) => n * Math.log((traceOf(scatter) + alpha) / n)));
  if (model === 'VVV') {
    return sum(
      each.map(({ n, scatter }) => {
        const determinant = n > d ? determinantOf(scatter.map((row) => row.map((v) => v / n))) : 0;
        return n * Math.log(determinant + (traceOf(scatter) + alpha) / n);
      }),
    );
  }
  const within = covarianceWithin(rows, labels);
  return traceOf(within) + determinantOf(within);
}

function covarianceWithin(rows: number[][], labels: ArrayLike<number>): number[][] {
  const scatters = [...groupsOf(rows, labels).values()].map(scatterOf);
  return scatters[0]!.map((row, r) =>
    row.map((_, c) => sum(scatters.map((scatter) => scatter[r]![c]!)) / rows.length),
  );
}

function groupsOf(rows: number[][], labels: ArrayLike<number>): Map<number, number[][]> {
  const groups = new Map<number, number[][]>();
  for (const [i, row] of rows.entries()) groups.set(labels[i]!, [...(groups.get(labels[i]!) ?? []), row]);
  return groups;
}

function scatterOf(rows: number[][]): number[][] {
  const means = rows[0]!.map((_, k) => sum(rows.map((row) => row[k]!)) / rows.length);
  return means.map((a, r) => means.map((b, c) => sum(rows.map((row) => (row[r]! - a) * (row[c]! - b)))));
}

function determinantOf(a: number[][]): number {
  if (a.length === 1) return a[0]![0]!;
  return sum(
    a[0]!.map((entry, k) => {
      const minor = a.slice(1).map((row) => row.filter((_, c) => c !== k));
      return (k % 2 === 0 ? 1 : -1) * entry * determinantOf(minor);
    }),
  );
}

function traceOf(a: number[][]): number {
  return sum(a.map((row, k) => row[k]!));
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
