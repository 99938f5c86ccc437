import { covarianceToJSON } from '@gaussmix/covariance';
import type { Mixture } from '@gaussmix/distributions';
import type { Transform } from '../transforms/transform.ts';
import type { FitRecord, ModelDocument } from './model-document.ts';
import { readModel } from './read-model.ts';

/** What a model document tells. */
export interface Model {
  /** In the units of the transformed columns. */
  readonly mixture: Mixture;
  /** The names of the columns, before anything was done to them. */
  readonly columns: readonly string[];
  /** What was done to them before the fit, in order. Default: nothing. */
  readonly transforms?: readonly Transform[];
  /** The name of the covariance structure: a label. Default "custom". */
  readonly structure?: string;
  readonly fit?: FitRecord;
}

/**
 * A model as a document of plain JSON, which reads back to the same doubles. `origin`, `offset` and `factor` are
 * always written, so that scoring a model that was read back keeps its digits. The document is checked as if it
 * were read: what could not be read is not written.
 *
 * @throws GaussmixError "model-invalid", such as when columns and transforms do not give the mixture's dimension,
 *   or a covariance has entries beyond what a double can hold
 */
export function writeModel(model: Model): ModelDocument {
  const { mixture, columns, transforms = [], structure = 'custom', fit } = model;
  const components = Array.from(mixture.weights, (weight, k) => ({
    weight,
    mean: Array.from(mixture.means[k]!),
    offset: Array.from(mixture.offsets[k]!),
    covariance: covarianceToJSON(mixture.covariances[k]!),
  }));
  const document = {
    format: 'gaussmix-mixture',
    version: 1,
    columns: [...columns],
    transforms: [...transforms],
    structure,
    origin: Array.from(mixture.origin),
    components,
    ...(fit && { fit }),
  };
  return readModel(document, { name: 'writeModel', maxNumbers: Infinity });
}
