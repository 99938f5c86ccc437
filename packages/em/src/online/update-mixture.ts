import { type Covariance, SingularCovarianceError } from '@gaussmix/covariance';
import { packMixture } from '@gaussmix/distributions';
import { GaussmixError, rowPosterior, rowScorer } from '@gaussmix/kernels';
import { asMatrix, type Matrix, type MatrixLike } from '@gaussmix/linalg';
import { structureOf } from '../settings.ts';
import { type MemorySettings, memorySettingsOf, requireOneOf } from './memory-settings.ts';
import { estimateOnline, type OnlineMStep } from './online-m-step.ts';
import { requireScattersOf } from './online-mixture.ts';
import type { OnlineOptions } from './online-options.ts';
import type { OnlineState } from './online-state.ts';
import { addRow, forget, NOTHING, replaceLeast, type Statistics } from './statistics.ts';

const WHERE = 'updateMixture';

/**
 * Goes on with rows of a stream, one or a few: an E-step of these rows under the mixture so far, then for each row
 *
 *   N_k <- lambda N_k + tau_k,   mu_k, S_k likewise (weighted mean and scatter about it),   lambda = forgetting
 *
 * and one M-step, w_k = N_k / sum_j N_j and the covariances as the structure estimates them. With one component that is
 * the exponentially weighted mean and covariance; with forgetting 1, the mean and covariance of all rows. A novel row ends
 * the E-step before it: rows after it are told of the new component.
 *
 * @param state  not changed
 * @param x  rows of d numbers in order of coming; a single row is [[1, 2]]
 * @param options  the covariance is to be that of the start
 * @returns the state after these rows
 * @throws GaussmixError for bad rows or options; "collapsed" when, without regularization "auto", a component has no
 *   positive definite covariance. The state before can be gone on with.
 *
 * O(K d^2) a row, and O(K d^3) a call. Titterington (1984); Neal & Hinton (1998); Sato & Ishii (2000); Cappe & Moulines (2009).
 */
export function updateMixture(state: OnlineState, x: MatrixLike, options: OnlineOptions = {}): OnlineState {
  const door = { where: WHERE, dimension: state.mixture.dimension };
  const memory = memorySettingsOf(options, door);
  const { covariance = 'full', weights = 'free' } = options;
  requireOneOf(door, 'weights', { value: weights, names: ['free', 'equal'] });
  const structure = structureOf(covariance, WHERE);
  requireScattersOf(state, structure, door);
  const rows = rowsFor(state, x);
  const settings = { ...memory, structure, weights, spread: state.spread };
  let next = state;
  for (let from = 0; from < rows.rows; ) {
    const stretch = absorb(next, { rows, from }, settings);
    next = maximized(next, stretch, settings);
    from = stretch.to;
  }
  return next;
}

interface UpdateSettings extends MemorySettings, OnlineMStep {
  readonly weights: 'free' | 'equal';
}

/** What a stretch of rows leaves. */
interface Stretch {
  readonly statistics: Statistics;
  /** The row after the last of the stretch. */
  readonly to: number;
  readonly from: number;
  /** The component that the last row replaced, if it was novel. */
  readonly replaced: number | undefined;
}

/** Rows up to the end or to the first novel one, seen by the mixture of the state. */
function absorb(
  state: OnlineState,
  { rows, from }: { rows: Matrix; from: number },
  settings: UpdateSettings,
): Stretch {
  const { dimension, origin } = state.mixture;
  const statistics = statisticsOf(state);
  const { novelty, assignment } = settings;
  const packed = packMixture(state.mixture);
  const posteriorOf = rowPosterior(packed);
  const scorer = rowScorer(packed);
  const row = new Float64Array(dimension);
  const shares = new Float64Array(packed.components);
  for (let i = from; i < rows.rows; i++) {
    for (let j = 0; j < dimension; j++) row[j] = rows.data[i * dimension + j]! - origin[j]!;
    forget(statistics, settings);
    if (novelty) {
      scorer.jointInto(shares, row, 0);
      const { counts } = statistics;
      const near = scorer.squares.some((square, k) => square <= novelty.square && counts[k]! > NOTHING);
      if (!near) return { statistics, from, to: i + 1, replaced: replaceLeast(statistics, row, novelty) };
    }
    const { posteriors, label } = posteriorOf(row, 0);
    if (assignment === 'soft') addRow(statistics, row, posteriors);
    else addRow(statistics, row, shares.fill(0).fill(1, label, label + 1));
  }
  return { statistics, from, to: rows.rows, replaced: undefined };
}

function statisticsOf({ mixture, counts, scatters }: OnlineState): Statistics {
  return {
    dimension: mixture.dimension,
    counts: counts.slice(),
    offsets: mixture.offsets.map((offset) => offset.slice()),
    scatters: scatters.map((scatter) => scatter.slice()),
  };
}

function maximized(state: OnlineState, stretch: Stretch, settings: UpdateSettings): OnlineState {
  const { statistics, from, to, replaced } = stretch;
  const { counts, offsets, scatters, dimension } = statistics;
  const { origin, covariances: before } = state.mixture;
  const rows = state.rows + to - from;
  const fresh: Covariance = { form: 'diagonal', variances: settings.novelty?.variances ?? state.spread };
  const previous = before.map((covariance, k) => (k === replaced ? fresh : covariance));
  const { covariances, heldUp } = explained(() => estimateOnline(statistics, previous, settings), {
    rows,
    components: counts.length,
  });
  const total = counts.reduce((sum, count) => sum + count, 0);
  const weights = counts.map((count) => (settings.weights === 'free' ? count / total : 1 / counts.length));
  const means = offsets.map((offset) => offset.map((value, j) => origin[j]! + value));
  const mixture = { dimension, weights, means, covariances, origin, offsets };
  return { mixture, counts, scatters, spread: state.spread, rows, heldUp };
}

function explained<T>(estimate: () => T, { rows, components }: { rows: number; components: number }): T {
  try {
    return estimate();
  } catch (error) {
    if (!(error instanceof SingularCovarianceError)) throw error;
    const { component } = error;
    const which =
      component === undefined ? 'the shared covariance' : `component ${component + 1} of ${components}`;
    throw new GaussmixError(
      'collapsed',
      `${WHERE}: ${which} collapsed at row ${rows}: it must be positive definite. Usually the rows that it remembers ` +
        'are too few or repeat each other. Try forgetting nearer to 1, a positive regularization, or covariance "diag".',
      { cause: error },
    );
  }
}

function rowsFor({ mixture }: OnlineState, x: MatrixLike): Matrix {
  const rows = asMatrix(x, WHERE);
  if (rows.columns === mixture.dimension) return rows;
  throw new GaussmixError(
    'shape',
    `${WHERE}: x must have as many columns as the mixture (${mixture.dimension}), got ${rows.columns}. ` +
      'A single row is an array in an array, such as [[1, 2]].',
  );
}
