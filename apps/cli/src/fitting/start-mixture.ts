import { isDeepStrictEqual } from 'node:util';
import {
  type ModelDocument,
  mixtureOf,
  type Prepared,
  type StandardizeTransform,
  type Transform,
  transformedNames,
} from '@gaussmix/data';
import { type Mixture, unmapMixture } from '@gaussmix/distributions';
import { CommandError } from '../command-error.ts';

/**
 * The mixture of a model document in the coordinates of the data to fit: where those are standardized and the
 * document is not, so is the mixture.
 *
 * @param name  what messages call the document
 * @throws CommandError when the document's columns or transforms are not those of the data
 */
export function startMixture(document: ModelDocument, prepared: Prepared, name: string): Mixture {
  const { before, after } = splitStandardize(prepared.transforms);
  const names = transformedNames({ columns: prepared.columns, transforms: before });
  requireColumns(names, transformedNames(document), name);
  if (document.transforms.length > 0 && !isDeepStrictEqual(document.transforms, before)) {
    throw new CommandError(
      1,
      `${name}: transforms must be those of this fit (${kindsOf(before)}), got ${kindsOf(document.transforms)} ` +
        'of other data. Use the data and options it was fitted with, or a model without transforms.',
    );
  }
  return after.reduce(
    (mixture, { means, scales }) =>
      unmapMixture(mixture, {
        origin: Float64Array.from(means),
        map: { kind: 'columns', factors: Float64Array.from(scales) },
      }),
    mixtureOf(document),
  );
}

/** Standardizing, when nothing follows it, is not part of a document: what comes before it, and it. */
function splitStandardize(transforms: readonly Transform[]): {
  before: readonly Transform[];
  after: readonly StandardizeTransform[];
} {
  const last = transforms.at(-1);
  if (last?.kind !== 'standardize') return { before: transforms, after: [] };
  return { before: transforms.slice(0, -1), after: [last] };
}

/** The same names, or none of them and as many: then the columns are taken in order. */
function requireColumns(wanted: readonly string[], got: readonly string[], name: string): void {
  if (isDeepStrictEqual(wanted, got)) return;
  const foreign = got.every((each) => !wanted.includes(each));
  if (foreign && wanted.length === got.length) return;
  throw new CommandError(
    1,
    `${name}: must have the columns to be fitted (${wanted.join(', ')}), got ${got.join(', ')}. ` +
      'Choose its columns, in its order, with --columns.',
  );
}

function kindsOf(transforms: readonly Transform[]): string {
  return transforms.map(({ kind }) => kind).join(', ') || 'none';
}
