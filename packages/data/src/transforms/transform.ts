import type { OneHotTransform } from './one-hot.ts';
import { type PcaTransform, pcaStep } from './pca.ts';
import { type StandardizeTransform, standardizeStep } from './standardize.ts';
import type { Step } from './step.ts';

/** What was done to the columns before the fit, as a model document keeps it. */
export type Transform = OneHotTransform | StandardizeTransform | PcaTransform;

/** Transforms of numbers: they come after the encodings, which make the numbers. */
export type NumericTransform = StandardizeTransform | PcaTransform;

/** What one transform of numbers does. */
export function stepOf(transform: NumericTransform): Step {
  return transform.kind === 'pca' ? pcaStep(transform) : standardizeStep(transform);
}

/** Whether a transform makes numbers of text. */
export function isOneHot(transform: Transform): transform is OneHotTransform {
  return transform.kind === 'one-hot';
}

/** Whether a transform takes numbers to numbers. */
export function isNumeric(transform: Transform): transform is NumericTransform {
  return transform.kind !== 'one-hot';
}
