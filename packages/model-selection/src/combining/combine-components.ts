import { log } from '@gaussmix/kernels';
import type { Matrix, MatrixLike } from '@gaussmix/linalg';
import { timesLog } from '../times-log.ts';
import { asPosteriors } from './as-posteriors.ts';
import { elbow } from './elbow.ts';

/** One way of grouping components into clusters. Plain data. */
export interface CombinedLevel {
  /** G, how many clusters there are. */
  readonly clusters: number;
  /** The components of each cluster, ascending; clusters are ordered by their first component. */
  readonly groups: readonly (readonly number[])[];
  /** The two clusters of the level before that became one, counted from 0; undefined where nothing was merged yet. */
  readonly merged?: readonly [number, number];
  /** How many rows were likeliest in one of the two: what the drop in entropy is to be measured by. */
  readonly mergedRows: number;
  /** -sum_ig t_ig ln t_ig of the soft clustering, in nats. */
  readonly entropy: number;
  /** entropy / (n ln G), from 0 (sure of every row) to 1 (knows nothing of any); 0 for one cluster. */
  readonly normalizedEntropy: number;
}

/** A hierarchy of clusters made of the components of one mixture. Plain data. */
export interface ComponentCombination {
  /** With K, K - 1, ..., 1 clusters. */
  readonly levels: readonly CombinedLevel[];
  /**
   * How many clusters there seem to be: where two straight lines, one through the entropies for fewer clusters
   * and one through those for more, fit best. From 2 to K - 1, as lines need two points; K where K is 1 or 2.
   */
  readonly suggested: number;
}

/** A cluster on the way. */
interface Cluster {
  readonly components: readonly number[];
  /** n posteriors t_i, and t_i ln t_i. */
  readonly posteriors: Float64Array;
  readonly timesLogs: Float64Array;
}

/**
 * Combines the components of a mixture into clusters. A group that is not normal takes several components to
 * fit; merging them again keeps the fit and finds the group. Step by step, those two clusters become one whose
 * union lowers the entropy of the soft clustering most:
 *
 *   sum_i (t_ig + t_ih) ln(t_ig + t_ih) - t_ig ln t_ig - t_ih ln t_ih
 *
 * Of pairs that are equally good the first is taken. Where the entropy stops falling steeply, groups that lie
 * apart begin: `suggested` is mclust's choice (clustCombiOptim). O(n K^2) time, 16 n K bytes.
 * Baudry, Raftery, Celeux, Lo and Gottardo (2010), Journal of Computational and Graphical Statistics 19(2), 332-353.
 *
 * @param posteriors  n x K, as `predictProba(mixture, x)` returns them
 * @returns a level for each number of clusters; `combinePosteriors(posteriors, level.groups)` is its soft clustering
 * @throws GaussmixError "posteriors" when some row is not one of probabilities
 */
export function combineComponents(posteriors: MatrixLike): ComponentCombination {
  const matrix = asPosteriors(posteriors, 'combineComponents');
  let clusters = Array.from({ length: matrix.columns }, (_, k) => clusterOf([k], columnOf(matrix, k)));
  const levels = [levelOf(clusters, { mergedRows: 0 })];
  const gains = new Map<Cluster, Map<Cluster, number>>();
  while (clusters.length > 1) {
    const [g, h] = bestPair(clusters, gains);
    const mergedRows = rowsLikeliestIn(clusters, [g, h]);
    clusters = mergedAt(clusters, [g, h]);
    levels.push(levelOf(clusters, { merged: [g, h], mergedRows }));
  }
  const entropies = levels.map(({ entropy }) => entropy).reverse();
  return { levels, suggested: elbow(entropies) };
}

function columnOf({ data, rows, columns }: Matrix, k: number): Float64Array {
  return new Float64Array(rows).map((_, i) => data[i * columns + k]!);
}

function clusterOf(components: readonly number[], posteriors: Float64Array): Cluster {
  return { components, posteriors, timesLogs: posteriors.map(timesLog) };
}

function levelOf(
  clusters: readonly Cluster[],
  step: Pick<CombinedLevel, 'merged' | 'mergedRows'>,
): CombinedLevel {
  const total = clusters.reduce((sum, { timesLogs }) => sum + timesLogs.reduce((a, b) => a + b, 0), 0);
  const entropy = clusters.length === 1 ? 0 : Math.max(0, -total);
  const most = clusters[0]!.posteriors.length * log(clusters.length);
  return {
    clusters: clusters.length,
    groups: clusters.map(({ components }) => components),
    ...step,
    entropy,
    normalizedEntropy: most > 0 ? entropy / most : 0,
  };
}

/** The first of the pairs whose union lowers the entropy most. What a pair gains is reckoned once. */
function bestPair(clusters: readonly Cluster[], known: Map<Cluster, Map<Cluster, number>>): [number, number] {
  let best: [number, number] = [0, 1];
  let most = -Infinity;
  for (let g = 0; g < clusters.length; g++) {
    const gains = known.get(clusters[g]!) ?? new Map<Cluster, number>();
    known.set(clusters[g]!, gains);
    for (let h = g + 1; h < clusters.length; h++) {
      const gain = gains.get(clusters[h]!) ?? gainOf(clusters[g]!, clusters[h]!);
      gains.set(clusters[h]!, gain);
      if (gain <= most) continue;
      most = gain;
      best = [g, h];
    }
  }
  return best;
}

/** Row by row, so that what little well-parted clusters gain is not lost in the entropy of all rows. */
function gainOf(first: Cluster, second: Cluster): number {
  return first.posteriors.reduce((sum, t, i) => {
    const u = second.posteriors[i]!;
    if (t === 0 || u === 0) return sum;
    return sum + timesLog(t + u) - first.timesLogs[i]! - second.timesLogs[i]!;
  }, 0);
}

function mergedAt(clusters: readonly Cluster[], [g, h]: readonly [number, number]): Cluster[] {
  const [first, second] = [clusters[g]!, clusters[h]!];
  const components = [...first.components, ...second.components].sort((a, b) => a - b);
  const union = clusterOf(
    components,
    first.posteriors.map((t, i) => t + second.posteriors[i]!),
  );
  return clusters.map((cluster, k) => (k === g ? union : cluster)).filter((_, k) => k !== h);
}

function rowsLikeliestIn(clusters: readonly Cluster[], pair: readonly number[]): number {
  const rows = clusters[0]!.posteriors.length;
  let count = 0;
  for (let i = 0; i < rows; i++) {
    let likeliest = 0;
    clusters.forEach(({ posteriors }, k) => {
      if (posteriors[i]! > clusters[likeliest]!.posteriors[i]!) likeliest = k;
    });
    if (pair.includes(likeliest)) count += 1;
  }
  return count;
}
