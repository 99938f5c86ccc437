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
  components.forEach(({ mean }, k) => {
    if (mean.length === dimension) return;
    throw invalid(
      `${place(name, ['components', k], document)} mean must have ${dimension} numbers, ` +
        `as many as columns and transforms give, got ${mean.length}.`,
    );
  });
  if (origin && origin.length !== dimension) {
    throw invalid(`${name}: origin must have ${dimension} numbers, as mean has, got ${origin.length}.`);
  }
  components.forEach((component, k) => {
    const where = place(name, ['components', k], document);
    checkOffset(component, where, origin);
    checkCovariance(component.covariance, { where, dimension });
  });
}

function checkOffset(
  { mean, offset }: ComponentDocument,
  where: string,
  origin: readonly number[] | undefined,
): void {
  if (!offset) return;
  if (!origin) {
    throw invalid(`${where} offset must come with an origin at the top of the document, got none.`);
  }
  if (offset.length !== mean.length) {
    throw invalid(`${where} offset must have ${mean.length} numbers, as mean has, got ${offset.length}.`);
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
