import { GaussmixError } from '@gaussmix/kernels';
import { asMatrix, type Matrix, type MatrixLike } from '@gaussmix/linalg';
import { type Groups, initialGroups } from './groups.ts';
import { mergeAll } from './merge-all.ts';
import type { MergeTree } from './merge-tree.ts';
import { ellipsoids } from './models/ellipsoids.ts';
import { equalEllipsoids } from './models/equal-ellipsoids.ts';
import { equalSpheres } from './models/equal-spheres.ts';
import { spheres } from './models/spheres.ts';
import type { MergeCosts, TreeModel } from './models/tree-model.ts';

/** More would take minutes. */
const MOST_GROUPS = 10_000;

/** Which tree, and from where. */
export interface AgglomerateOptions {
  /** Which groups to expect: "EII" or "VII" spheres, "EEE" or "VVV" ellipsoids, alike or each its own. "VVV" when absent. */
  readonly model?: TreeModel;
  /** n labels, of which equal ones begin in one group; when absent, every row begins alone. */
  readonly partition?: ArrayLike<number | string>;
  /**
   * VII and VVV: the scatter that every group has before its first row, in mean variances of a column; 1 when absent.
   * Less of it lets small groups be tighter.
   */
  readonly alpha?: number;
  /** VVV: how much the trace counts beside the determinant. 1 when absent. */
  readonly beta?: number;
}

const models: Record<TreeModel, (groups: Groups, scales: { alpha: number; beta: number }) => MergeCosts> = {
  EII: equalSpheres,
  VII: (groups, { alpha }) => spheres(groups, alpha),
  EEE: equalEllipsoids,
  VVV: ellipsoids,
};

/**
 * A tree of groups: again and again the two are merged that cost the classification likelihood of a model least.
 *
 * Columns count in their own units; `scaledSvd` has coordinates where they count alike.
 *
 * @param x  n x d
 * @returns the merges, from the initial groups to one; `cutTree` gives the clusters
 * @throws GaussmixError "model", "partition", "size", "scale", "not-finite", and what asMatrix throws
 *
 * O(m^2) costs for m initial groups, mostly, at O(d) for EII, VII and EEE and O(d^3) for VVV. Murtagh & Raftery (1984),
 * Pattern Recognition 17, 479-483; Banfield & Raftery (1993), Biometrics 49, 803-821; Fraley (1998), SIAM Journal on
 * Scientific Computing 20, 270-281.
 */
export function agglomerate(x: MatrixLike, options: AgglomerateOptions = {}): MergeTree {
  const matrix = asMatrix(x, 'agglomerate');
  const { model = 'VVV', partition, alpha = 1, beta = 1 } = options;
  requireModel(model);
  requirePositive('alpha', alpha);
  requirePositive('beta', beta);
  const labels = partition === undefined ? ownGroups(matrix) : numbered(partition, matrix);
  const groups = initialGroups(matrix, labels);
  requireFew(groups.left);
  requireMeasurable(groups.totalTrace);
  const least = groups.totalTrace > 0 ? groups.totalTrace / matrix.rows / matrix.columns : 1;
  return {
    model,
    groups: labels,
    ...mergeAll(groups, models[model](groups, { alpha: alpha * least, beta })),
  };
}

function ownGroups({ rows }: Matrix): Int32Array {
  return Int32Array.from({ length: rows }, (_, i) => i);
}

/** Labels replaced by 0, 1, 2, ... in order of appearance. */
function numbered(partition: ArrayLike<number | string>, { rows }: Matrix): Int32Array {
  if (partition.length !== rows) {
    throw new GaussmixError(
      'partition',
      `agglomerate: partition must have a label for each of the ${rows} rows, got ${partition.length}`,
    );
  }
  const numbers = new Map<number | string, number>();
  return Int32Array.from(partition as ArrayLike<number>, (label: number | string) => {
    const number = numbers.get(label) ?? numbers.size;
    numbers.set(label, number);
    return number;
  });
}

function requireModel(model: string): void {
  if (Object.hasOwn(models, model)) return;
  throw new GaussmixError(
    'model',
    `agglomerate: model must be "EII", "VII", "EEE" or "VVV", got ${JSON.stringify(model)}`,
  );
}

function requirePositive(name: string, value: number): void {
  if (value > 0 && value < Infinity) return;
  throw new GaussmixError('scale', `agglomerate: ${name} must be a positive number, got ${value}`);
}

function requireFew(groups: number): void {
  if (groups <= MOST_GROUPS) return;
  throw new GaussmixError(
    'size',
    `agglomerate: x must begin in at most ${MOST_GROUPS} groups, got ${groups}. ` +
      'Try a sample of the rows, or a partition into small clusters such as those of k-means.',
  );
}

function requireMeasurable(trace: number): void {
  if (trace < Infinity) return;
  throw new GaussmixError(
    'not-finite',
    'agglomerate: sums of squares of x must be finite, got Infinity. Try data in larger units.',
  );
}
