import { createRandom } from '@gaussmix/random';

/** What to draw. */
export interface GroupRequest {
  readonly rows: number;
  readonly columns: number;
  readonly groups: number;
  readonly factors: number;
  readonly seed: number;
}

/** Rows of groups by turns, each with factors, noise and a mean of its own. */
export function drawGroups({ rows: n, columns: d, groups, factors: q, seed }: GroupRequest) {
  const random = createRandom(seed);
  const normals = (length: number) => Array.from({ length }, () => random.normal());
  const drawn = Array.from({ length: groups }, () => ({
    mean: normals(d),
    loadings: Array.from({ length: d }, () => normals(q)),
    deviations: Array.from({ length: d }, () => 0.5 + random.uniform()),
  }));
  const labels = Array.from({ length: n }, (_, i) => i % groups);
  const rows = labels.map((group) => {
    const { mean, loadings, deviations } = drawn[group]!;
    const scores = normals(q);
    return mean.map(
      (value, j) =>
        loadings[j]!.reduce((sum, loading, f) => sum + loading * scores[f]!, value) +
        deviations[j]! * random.normal(),
    );
  });
  /** d x d row-major. */
  const covariances = drawn.map(({ loadings, deviations }) =>
    loadings.flatMap((row, i) =>
      loadings.map((other, j) =>
        row.reduce(
          (sum, loading, f) => sum + loading * other[f]!,
          i === j ? deviations[i]! * deviations[i]! : 0,
        ),
      ),
    ),
  );
  return { rows, labels, covariances };
}
