import { oneHot } from './one-hot.ts';
import { isNumeric, isOneHot, stepOf, type Transform } from './transform.ts';

/**
 * The names of the columns that the mixture lives in: those of the document, changed by its transforms in turn.
 * A one-hot column gives `species=virginica` and so on, principal components are `pc1`, `pc2`.
 *
 * @returns as many names as the mixture has dimensions
 */
export function transformedNames(document: {
  readonly columns: readonly string[];
  readonly transforms: readonly Transform[];
}): string[] {
  const encodings = document.transforms.filter(isOneHot);
  const encoded = document.columns.flatMap((name) => {
    const encoding = encodings.find(({ column }) => column === name);
    return encoding ? oneHot.names(encoding) : [name];
  });
  return document.transforms
    .filter(isNumeric)
    .reduce((names, transform) => stepOf(transform).names(names), encoded);
}
