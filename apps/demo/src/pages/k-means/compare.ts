import { type Mixture, scoreSamples } from '@gaussmix/distributions';
import { eStep, fitMixture } from '@gaussmix/em';
import { kmeans } from '@gaussmix/kmeans';
import type { Matrix } from '@gaussmix/linalg';
import { adjustedRandIndex, confusionTable } from '@gaussmix/model-selection';
import { inOrder } from '../../mixtures/in-order.ts';
import { warningsInOrder } from '../../mixtures/warnings-in-order.ts';
import { type DataName, dataSets } from './data-sets.ts';
import { fitOptionsAt, placeAt } from './road.ts';

/** What is compared. */
export interface Question {
  readonly data: DataName;
  readonly n: number;
  readonly seed: number;
  /** K, of both. */
  readonly components: number;
  /** How far on the road from k-means. */
  readonly step: number;
}

/** K-means and a mixture on the same points. */
export interface Comparison {
  readonly rows: Matrix;
  readonly groups: Int32Array;
  /** K x 2. */
  readonly centers: Matrix;
  readonly clusterLabels: Int32Array;
  readonly inertia: number;
  /** Its components are in the order of the clusters that they go with. */
  readonly mixture: Mixture;
  /** n x K, as the mixture shares the points at its temperature. */
  readonly responsibilities: Matrix;
  readonly mixtureLabels: Int32Array;
  /** Rows that the two label differently. */
  readonly disagreements: Int32Array;
  /** The largest distance of a center from the mean of its component. */
  readonly farthestMean: number;
  /** Adjusted Rand indices. */
  readonly agreement: {
    readonly clustersWithGroups: number;
    readonly mixtureWithGroups: number;
    readonly both: number;
  };
  /** Mean log-density, in nats, of points that neither has seen. */
  readonly newPointScore: number;
  readonly warnings: readonly string[];
}

/** Where a visitor's seed leaves off and that of points unseen begins. */
const unseen = 1_000_000;

/**
 * Makes the points, groups them both ways, and names the components by the clusters that they agree with most.
 *
 * @throws GaussmixError what kmeans and fitMixture throw
 */
export function compare({ data, n, seed, components, step }: Question): Comparison {
  const { rows, groups } = dataSets[data].make(n, seed);
  const clusters = kmeans(rows, { clusters: components, seed });
  const fit = fitMixture(rows, fitOptionsAt(step, { labels: clusters.labels, components, seed }));
  const assignment = { temperature: placeAt(step).temperature };
  const found = largestOf(eStep(fit.mixture, rows, { assignment }).responsibilities);
  const order = namesFor(clusters.labels, found, components);
  const mixture = inOrder(fit.mixture, order);
  const { responsibilities } = eStep(mixture, rows, { assignment });
  const mixtureLabels = largestOf(responsibilities);
  const { rows: fresh } = dataSets[data].make(n, seed + unseen);
  return {
    rows,
    groups,
    centers: clusters.centers,
    clusterLabels: clusters.labels,
    inertia: clusters.inertia,
    mixture,
    responsibilities,
    mixtureLabels,
    disagreements: Int32Array.from(clusters.labels.keys()).filter(
      (i) => clusters.labels[i] !== mixtureLabels[i],
    ),
    farthestMean: farthest(clusters.centers, mixture),
    agreement: {
      clustersWithGroups: adjustedRandIndex(groups, clusters.labels),
      mixtureWithGroups: adjustedRandIndex(groups, mixtureLabels),
      both: adjustedRandIndex(clusters.labels, mixtureLabels),
    },
    newPointScore: scoreSamples(mixture, fresh).reduce((sum, value) => sum + value, 0) / fresh.rows,
    warnings: warningsInOrder(fit.warnings, order),
  };
}

/** The column with the largest entry of each row, the first of equals. */
function largestOf({ data, rows, columns }: Matrix): Int32Array {
  return Int32Array.from({ length: rows }, (_, i) => {
    let best = 0;
    for (let k = 1; k < columns; k++) if (data[i * columns + k] > data[i * columns + best]) best = k;
    return best;
  });
}

/**
 * Which component goes with each cluster, so that most points agree; components that win no point fill what is left.
 *
 * @returns K numbers of components
 */
export function namesFor(clusters: Int32Array, found: Int32Array, components: number): number[] {
  const { rows, columns, matching } = confusionTable(clusters, found);
  const order = new Array<number | undefined>(components).fill(undefined);
  rows.forEach((cluster, r) => {
    const column = matching[r];
    if (column !== undefined) order[Number(cluster)] = Number(columns[column]);
  });
  const left = order.map((_, k) => k).filter((k) => !order.includes(k));
  return order.map((component) => component ?? left.shift()!);
}

function farthest(centers: Matrix, { means }: Mixture): number {
  const distances = means.map(([x, y], k) => {
    const [across, up] = [x - centers.data[2 * k], y - centers.data[2 * k + 1]];
    return Math.sqrt(across * across + up * up);
  });
  return Math.max(...distances);
}
