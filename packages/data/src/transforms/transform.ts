import type { Matrix } from '@gaussmix/linalg';
import type { OneHotTransform } from './one-hot.ts';
import { type PcaTransform, pca } from './pca.ts';
import { type StandardizeTransform, standardize } from './standardize.ts';

/** What was done to the columns before the fit, as a model document keeps it. */
export type Transform = OneHotTransform | StandardizeTransform | PcaTransform;

/** Transforms of numbers: they come after the encodings, which make the numbers. */
export type NumericTransform = StandardizeTransform | PcaTransform;

/** A transform with its parameters in place: what a chain of them needs to know. */
export interface Step {
  readonly inputs: number;
  readonly outputs: number;
  names(names: readonly string[]): string[];
  apply(x: Matrix): Matrix;
}

/** What one transform of numbers does. */
export function stepOf(transform: NumericTransform): Step {
  return transform.kind === 'pca' ? bind(pca, transform) : bind(standardize, transform);
}

interface Kind<T> {
  inputs(transform: T): number;
  outputs(transform: T): number;
  names(transform: T, names: readonly string[]): string[];
  apply(transform: T, x: Matrix): Matrix;
}

function bind<T>(kind: Kind<T>, transform: T): Step {
  return {
    inputs: kind.inputs(transform),
    outputs: kind.outputs(transform),
    names: (names) => kind.names(transform, names),
    apply: (x) => kind.apply(transform, x),
  };
}

export function isOneHot(transform: Transform): transform is OneHotTransform {
  return transform.kind === 'one-hot';
}

export function isNumeric(transform: Transform): transform is NumericTransform {
  return transform.kind !== 'one-hot';
}
