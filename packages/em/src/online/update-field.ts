import { cellUpdater } from './cell-updater.ts';
import { memorySettingsOf, requireOneOf } from './memory-settings.ts';
import { type FrameLayout, type MixtureField, requireFrame, strideOf } from './mixture-field.ts';
import type { MemoryOptions } from './online-options.ts';

/** How a field follows its frames. */
export interface FieldOptions extends MemoryOptions, FrameLayout {
  /** Whether each column has a variance of its own, or all share one; "diag" when absent. */
  readonly covariance?: 'diag' | 'spherical';
}

/**
 * Goes on with one more row for every cell: {@link updateMixture} at each of them, to rounding, at a fraction of its cost.
 * Changes the field in place.
 *
 * @param field  receives the update
 * @param frame  the rows, one cell after another, such as the `data` of an ImageData with `stride: 4`
 * @throws GaussmixError for a bad frame or bad options, before anything is changed; "collapsed" when, without regularization
 *   "auto", a variance is not positive: cells before that one are updated then
 *
 * O(cells K d). Stauffer & Grimson (1999), with the steps of EM: Power & Schoonees (2002).
 */
export function updateFieldInto(
  field: MixtureField,
  frame: ArrayLike<number>,
  options: FieldOptions = {},
): void {
  const door = { where: 'updateFieldInto', dimension: field.dimension };
  const settings = memorySettingsOf(options, door);
  const { covariance = 'diag' } = options;
  requireOneOf(door, 'covariance', { value: covariance, names: ['diag', 'spherical'] });
  const stride = strideOf(options, door);
  requireFrame(frame, { cells: field.cells, stride }, door);
  const update = cellUpdater(field, { ...settings, oneVariance: covariance === 'spherical' });
  for (let cell = 0; cell < field.cells; cell++) update(cell, frame, cell * stride);
}

/**
 * {@link updateFieldInto} of a copy: the field itself is not changed.
 *
 * @returns the field after this frame
 * @throws GaussmixError as `updateFieldInto` does
 */
export function updateField(
  field: MixtureField,
  frame: ArrayLike<number>,
  options: FieldOptions = {},
): MixtureField {
  const copy: MixtureField = {
    ...field,
    counts: field.counts.slice(),
    means: field.means.slice(),
    scatters: field.scatters.slice(),
    variances: field.variances.slice(),
    labels: field.labels.slice(),
    novel: field.novel.slice(),
  };
  updateFieldInto(copy, frame, options);
  return copy;
}
