import { type Covariance, type CovarianceJSON, covarianceFromJSON } from '@gaussmix/covariance';
import { createMixture, type Mixture } from '@gaussmix/distributions';
import type { ModelDocument } from './model-document.ts';

/**
 * The mixture of a model document, in the units of its transformed columns. Where the document has `origin`,
 * `offset` and `factor` they are what is used, so that no digit is lost. Covariances that are written alike become
 * one object, as in the mixture of a tied fit.
 *
 * @param document  as {@link readModel} returns it
 */
export function mixtureOf(document: ModelDocument): Mixture {
  const { components, origin } = document;
  return createMixture({
    weights: components.map(({ weight }) => weight),
    means: components.map(({ mean }) => mean),
    covariances: sharedCovariances(components.map(({ covariance }) => covariance)),
    ...(origin && {
      origin,
      offsets: components.map(({ mean, offset }) => offset ?? mean.map((value, j) => value - origin[j]!)),
    }),
  });
}

function sharedCovariances(documents: readonly CovarianceJSON[]): Covariance[] {
  const known: { json: CovarianceJSON; covariance: Covariance }[] = [];
  return documents.map((json) => {
    const alike = known.find((each) => isSame(each.json, json));
    if (alike) return alike.covariance;
    const covariance = covarianceFromJSON(json);
    known.push({ json, covariance });
    return covariance;
  });
}

/** Whether two values of JSON are the same to the bit, zeros' signs included. */
function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return Object.is(a, b);
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every(
    (key) => Object.hasOwn(b, key) && isSame(a[key as keyof typeof a], b[key as keyof typeof b]),
  );
}
