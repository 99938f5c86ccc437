import { GaussmixError } from '@gaussmix/kernels';
import { checkCovariance } from './check-covariance.ts';
import type { ComponentDocument, ModelDocument } from './model-document.ts';
import { place } from './place.ts';

const weightSumTolerance = 1e-6;

/** How far mean may be from origin + offset, relative to the sizes of all three: some thousand roundings. */
const meanTolerance = 1e-12;

/**
 * Checks that the components of a document have d dimensions, and that what is written twice agrees.
 *
 * @param options  `dimension`: d, what columns and transforms give
 * @throws GaussmixError "model-invalid" naming the component
 */
export function checkComponents(document: ModelDocument, options: { name: string; dimension: number }): void {
  const { name, dimension } = options;
  const { components, origin } = document;
  if (components.length === 0) {
    throw invalid(`${name}: components must have at least one component, got an empty list.`);
  }
  const sum = components.reduce((total, { weight }) => total + weight, 0);
  if (!(Math.abs(sum - 1) <= weightSumTolerance)) {
    throw invalid(`${name}: weights must sum to 1, got ${sum}. Divide each of them by their sum.`);
  }
  if (origin && origin.length !== dimension) {
    throw invalid(`${name}: origin must have ${dimension} numbers, as mean has, got ${origin.length}.`);
  }
  components.forEach((component, k) => {
    const where = place(name, ['components', k], document);
    checkMean(component, { where, dimension, origin });
    checkCovariance(component.covariance, { where, dimension });
  });
}

function checkMean(
  { mean, offset }: ComponentDocument,
  context: { where: string; dimension: number; origin: readonly number[] | undefined },
): void {
  const { where, dimension, origin } = context;
  if (mean.length !== dimension) {
    throw invalid(
      `${where} mean must have ${dimension} numbers, as many as columns and transforms give, got ${mean.length}.`,
    );
  }
  if (!offset) return;
  if (!origin)
    throw invalid(`${where} offset must come with an origin at the top of the document, got none.`);
  if (offset.length !== dimension) {
    throw invalid(`${where} offset must have ${dimension} numbers, as mean has, got ${offset.length}.`);
  }
  mean.forEach((value, j) => {
    const sum = origin[j]! + offset[j]!;
    const size = Math.abs(origin[j]!) + Math.abs(offset[j]!) + Math.abs(value);
    if (Math.abs(value - sum) <= meanTolerance * size) return;
    throw invalid(
      `${where} mean[${j}] must be origin[${j}] + offset[${j}] (${sum}), got ${value}. Correct it, or leave origin and offset out.`,
    );
  });
}

function invalid(message: string): GaussmixError {
  return new GaussmixError('model-invalid', message);
}
