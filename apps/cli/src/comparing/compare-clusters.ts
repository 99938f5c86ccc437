import { type Mixture, predict, predictProba } from '@gaussmix/distributions';
import { simdKernels } from '@gaussmix/kernels/simd';
import type { Matrix } from '@gaussmix/linalg';
import {
  adjustedMutualInformation,
  adjustedRandIndex,
  type CombinedLevel,
  type ConfusionTable,
  combineComponents,
  combinePosteriors,
  confusionTable,
  silhouette,
  type VMeasure,
  vMeasure,
} from '@gaussmix/model-selection';

/** What is known of the rows. */
export interface KnownLabels {
  /** The name of their column. */
  readonly column: string;
  /** One for each row. */
  readonly values: readonly string[];
}

/** How clusters agree with labels. */
export interface Agreement {
  readonly column: string;
  readonly adjustedRandIndex: number;
  readonly adjustedMutualInformation: number;
  readonly vMeasure: VMeasure;
  readonly confusion: ConfusionTable;
}

/** One way of combining components into clusters. */
export interface Combination extends CombinedLevel {
  /** How these clusters agree with the labels, where there are some. */
  readonly adjustedRandIndex?: number;
}

/** All that `gaussmix compare` tells. Plain data. */
export interface Comparison {
  readonly rows: number;
  /** K, the components of the model. */
  readonly components: number;
  /** Where labels are known. */
  readonly labels?: Agreement;
  /** The mean over the rows, or why there is none. */
  readonly silhouette: { readonly mean: number } | { readonly skipped: string };
  /** Components combined into clusters by entropy. */
  readonly combining: { readonly suggested: number; readonly levels: readonly Combination[] };
}

/** The silhouette looks at every pair of rows: of more rows it would take minutes. */
const mostRows = 20_000;

/** Compares the most likely component of each row with what is known of it, with its neighbors, and with the others. */
export function compareClusters(
  { mixture, x }: { readonly mixture: Mixture; readonly x: Matrix },
  known: KnownLabels | undefined,
): Comparison {
  const kernels = simdKernels();
  const clusters = predict(mixture, x, { kernels });
  const posteriors = predictProba(mixture, x, { kernels });
  const { levels, suggested } = combineComponents(posteriors);
  const combinations = levels.map((level) => ({
    ...level,
    ...(known && {
      adjustedRandIndex: adjustedRandIndex(
        known.values,
        likeliest(combinePosteriors(posteriors, level.groups)),
      ),
    }),
  }));
  return {
    rows: x.rows,
    components: mixture.weights.length,
    ...(known && { labels: agreementOf(known, clusters) }),
    silhouette: silhouetteOf(x, clusters),
    combining: { suggested, levels: combinations },
  };
}

function agreementOf({ column, values }: KnownLabels, clusters: Int32Array): Agreement {
  // Labels in numbers are put in the order of numbers.
  const numeric = values.every((value) => Number.isFinite(Number(value)));
  return {
    column,
    adjustedRandIndex: adjustedRandIndex(values, clusters),
    adjustedMutualInformation: adjustedMutualInformation(values, clusters),
    vMeasure: vMeasure(values, clusters),
    confusion: confusionTable(numeric ? values.map(Number) : values, clusters),
  };
}

function silhouetteOf(x: Matrix, clusters: Int32Array): Comparison['silhouette'] {
  const count = new Set(clusters).size;
  if (count < 2) return { skipped: 'all rows are in one cluster' };
  if (count === x.rows) return { skipped: 'every row is a cluster' };
  if (x.rows > mostRows) {
    return { skipped: `it compares every row with every other, and there are more than ${mostRows} rows` };
  }
  return { mean: silhouette(x, clusters).mean };
}

/** The likeliest cluster of each row. */
function likeliest({ data, rows, columns }: Matrix): Int32Array {
  return Int32Array.from({ length: rows }, (_, i) => {
    const row = data.subarray(i * columns, (i + 1) * columns);
    return row.indexOf(Math.max(...row));
  });
}
