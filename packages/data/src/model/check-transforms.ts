import { GaussmixError } from '@gaussmix/kernels';
import { quote } from '../table/quote.ts';
import type { OneHotTransform } from '../transforms/one-hot.ts';
import type { PcaTransform } from '../transforms/pca.ts';
import type { StandardizeTransform } from '../transforms/standardize.ts';
import { isOneHot, stepOf } from '../transforms/transform.ts';
import { describe } from './describe.ts';
import type { ModelDocument } from './model-document.ts';
import { place } from './place.ts';

/**
 * Checks that the transforms of a document fit its columns and each other.
 *
 * @returns d, the dimensions that columns and transforms give
 * @throws GaussmixError "model-invalid"
 */
export function checkTransforms(document: ModelDocument, name: string): number {
  const { columns, transforms } = document;
  if (columns.length === 0) throw invalid(`${name}: columns must have at least one name, got an empty list.`);
  requireDistinct(columns, `${name}: columns`);
  let dimension = columns.length;
  transforms.forEach((transform, i) => {
    const where = place(name, ['transforms', i], document);
    if (isOneHot(transform)) {
      checkOneHot(transform, where, document);
      if (transforms.slice(0, i).some((before) => !isOneHot(before))) {
        throw invalid(`${where} one-hot must come before standardize and pca, got it after one.`);
      }
      dimension += transform.levels.length - 2;
    } else {
      if (transform.kind === 'pca') checkPca(transform, where, dimension);
      else checkStandardize(transform, where, dimension);
      dimension = stepOf(transform).outputs;
    }
  });
  return dimension;
}

function checkOneHot({ column, levels }: OneHotTransform, where: string, document: ModelDocument): void {
  if (!document.columns.includes(column)) {
    throw invalid(`${where} column must be one of columns, got ${quote(column)}.`);
  }
  const others = document.transforms.filter((other) => isOneHot(other) && other.column === column);
  if (others.length > 1) throw invalid(`${where} column must be encoded once, got ${quote(column)} twice.`);
  if (levels.length < 2) throw invalid(`${where} levels must be two or more, got ${levels.length}.`);
  requireDistinct(levels, `${where} levels`);
}

function checkStandardize({ means, scales }: StandardizeTransform, where: string, dimension: number): void {
  requireLength(means, `${where} means`, dimension);
  requireLength(scales, `${where} scales`, dimension);
}

function checkPca({ mean, components, variances }: PcaTransform, where: string, dimension: number): void {
  requireLength(mean, `${where} mean`, dimension);
  if (components.length < 1 || components.length > dimension) {
    throw invalid(`${where} components must have from 1 to ${dimension} rows, got ${components.length}.`);
  }
  components.forEach((row, i) => {
    requireLength(row, `${where} components[${i}]`, dimension);
  });
  requireLength(variances, `${where} variances`, components.length);
}

function requireLength(numbers: readonly number[], where: string, length: number): void {
  if (numbers.length !== length)
    throw invalid(`${where} must have ${length} numbers, got ${numbers.length}.`);
}

function requireDistinct(texts: readonly string[], where: string): void {
  const twice = texts.find((text, i) => texts.indexOf(text) !== i);
  if (twice !== undefined)
    throw invalid(`${where} must differ from each other, got ${describe(twice)} twice.`);
}

function invalid(message: string): GaussmixError {
  return new GaussmixError('model-invalid', message);
}
