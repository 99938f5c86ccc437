import { exp, GaussmixError, log } from '@gaussmix/kernels';
import { FLOOR } from '../loop/ridge.ts';
import type { MemorySettings, NoveltySettings } from './memory-settings.ts';
import type { MixtureField } from './mixture-field.ts';
import { keptShare, LEAST, NOTHING } from './statistics.ts';

/** What an update of a field depends on. */
export interface CellSettings extends MemorySettings {
  /** Whether all columns of a component share one variance. */
  readonly oneVariance: boolean;
}

/** Updates the mixture of one cell by the row that begins at `at`. */
export type CellUpdater = (cell: number, frame: ArrayLike<number>, at: number) => void;

/**
 * One step of online EM at a cell, on flat arrays: E-step, forgetting, the row's share (or a new component), M-step. The
 * same arithmetic as the general update, but for the order of roundings.
 *
 * @param field  changed in place
 */
export function cellUpdater(field: MixtureField, settings: CellSettings): CellUpdater {
  const { components: K, labels, novel } = field;
  const { novelty, assignment } = settings;
  const { squares, shares, expect } = expectation(field, settings);
  const forgetAt = forgetter(field, settings);
  const addAt = adder(field);
  const maximizeAt = maximizer(field, settings);
  return (cell, frame, at) => {
    const first = cell * K;
    const label = expect(first, frame, at);
    forgetAt(first);
    if (novelty && !isNear(squares, { counts: field.counts, first, square: novelty.square })) {
      labels[cell] = replaceAt(field, { first, frame, at }, novelty);
      novel[cell] = 1;
    } else {
      if (assignment === 'hard') shares.fill(0).fill(1, label, label + 1);
      for (let k = 0; k < K; k++) addAt(first + k, shares[k]!, frame, at);
      labels[cell] = label;
      novel[cell] = 0;
    }
    maximizeAt(cell);
  };
}

function isNear(
  squares: Float64Array,
  { counts, first, square }: { counts: Float64Array; first: number; square: number },
): boolean {
  for (let k = 0; k < squares.length; k++) {
    if (squares[k]! <= square && counts[first + k]! > NOTHING) return true;
  }
  return false;
}

/** Squared distances and posteriors of one row: ln w_k + ln N_k up to what all components share. */
function expectation(
  { components: K, dimension: d, counts, means, variances }: MixtureField,
  settings: CellSettings,
) {
  const squares = new Float64Array(K);
  const shares = new Float64Array(K);
  const logged = settings.oneVariance ? 1 : d;
  const expect = (first: number, frame: ArrayLike<number>, at: number): number => {
    let label = 0;
    for (let k = 0; k < K; k++) {
      const from = (first + k) * d;
      let square = 0;
      for (let j = 0; j < d; j++) {
        const deviation = frame[at + j]! - means[from + j]!;
        square += (deviation * deviation) / variances[from + j]!;
      }
      let logDeterminant = 0;
      for (let j = 0; j < logged; j++) logDeterminant += log(variances[from + j]!);
      squares[k] = square;
      shares[k] = log(counts[first + k]!) - 0.5 * ((d / logged) * logDeterminant + square);
      if (shares[k]! > shares[label]!) label = k;
    }
    normalize(shares, shares[label]!);
    return label;
  };
  return { squares, shares, expect };
}

function normalize(shares: Float64Array, largest: number): void {
  let sum = 0;
  for (let k = 0; k < shares.length; k++) {
    shares[k] = exp(shares[k]! - largest);
    sum += shares[k]!;
  }
  for (let k = 0; k < shares.length; k++) shares[k] = shares[k]! / sum;
}

/** N_k <- lambda N_k, S_k <- lambda S_k for the components from `first` on. */
function forgetter(field: MixtureField, { forgetting, retain }: CellSettings) {
  const { components: K, counts } = field;
  const least = Math.max(retain, LEAST);
  return (first: number): void => {
    if (forgetting === 1) return;
    for (let i = first; i < first + K; i++) rescale(field, i, keptShare(counts[i]!, forgetting, least));
  };
}

function rescale({ counts, scatters, dimension: d }: MixtureField, i: number, factor: number): void {
  counts[i] = counts[i]! * factor;
  for (let at = i * d; at < (i + 1) * d; at++) scatters[at] = scatters[at]! * factor;
}

/** Adds a row to the component that is i-th of all: as `addRow` does. */
function adder({ dimension: d, counts, means, scatters }: MixtureField) {
  return (i: number, weight: number, frame: ArrayLike<number>, at: number): void => {
    if (!(weight > NOTHING)) return;
    const before = counts[i]!;
    const share = weight / (before + weight);
    for (let j = 0; j < d; j++) {
      const deviation = frame[at + j]! - means[i * d + j]!;
      means[i * d + j] = means[i * d + j]! + share * deviation;
      scatters[i * d + j] = scatters[i * d + j]! + before * share * (deviation * deviation);
    }
    counts[i] = before + weight;
  };
}

/** As `replaceLeast` does. @returns the component that was replaced, counted from 0 */
function replaceAt(
  field: MixtureField,
  { first, frame, at }: { first: number; frame: ArrayLike<number>; at: number },
  { weight, variances }: NoveltySettings,
): number {
  const { components: K, dimension: d, counts, means, scatters } = field;
  let least = 0;
  for (let k = 1; k < K; k++) if (counts[first + k]! <= counts[first + least]!) least = k;
  let others = 0;
  for (let k = 0; k < K; k++) if (k !== least) others += counts[first + k]!;
  const i = first + least;
  const total = others + counts[i]! + 1;
  const alone = others <= NOTHING;
  const count = alone ? total : weight * total;
  const share = alone ? 1 : (total - count) / others;
  for (let k = 0; k < K; k++) if (k !== least) rescale(field, first + k, share);
  counts[i] = count;
  for (let j = 0; j < d; j++) {
    means[i * d + j] = frame[at + j]!;
    scatters[i * d + j] = count * variances[j]!;
  }
  return least;
}

/** sigma^2 = S / N and the regularization; one for all columns where they share it. */
function maximizer(
  field: MixtureField,
  { regularization, oneVariance }: CellSettings,
): (cell: number) => void {
  const { components: K, dimension: d, counts, scatters, variances, spread } = field;
  const auto = regularization === 'auto';
  const added = auto ? 0 : regularization;
  return (cell) => {
    for (let i = cell * K; i < (cell + 1) * K; i++) {
      let trace = 0;
      for (let j = 0; j < d; j++) trace += scatters[i * d + j]!;
      for (let j = 0; j < d; j++) {
        const scatter = oneVariance ? trace / d : scatters[i * d + j]!;
        const floor = FLOOR * spread[j]!;
        const own = scatter / counts[i]! + added;
        const variance = auto ? Math.max(own, floor) : own;
        if (!(variance >= floor && variance < Infinity)) throw collapsed(cell, i - cell * K, variance);
        variances[i * d + j] = variance;
      }
    }
  };
}

function collapsed(cell: number, component: number, variance: number): GaussmixError {
  const what = `component ${component + 1} of cell ${cell} collapsed`;
  return new GaussmixError(
    'collapsed',
    `updateFieldInto: ${what}: its variances must be finite and above 1e-20 of the start's, got ${variance}. ` +
      'Usually its last rows are equal. Try regularization "auto" or a positive one, or forgetting nearer to 1.',
  );
}
