import * as v from 'valibot';

// Messages complete a sentence that begins with the place: "component 2 of 3: mean[0] must be a finite number, got ...".
const finite = v.pipe(v.number('must be a finite number'), v.finite('must be a finite number'));
const numbers = v.array(finite, 'must be a list of numbers');
const rows = v.array(numbers, 'must be a list of rows of numbers');
const positive = v.pipe(finite, v.gtValue(0, 'must be positive'));
const positives = v.array(positive, 'must be a list of positive numbers');
const notNegative = v.pipe(finite, v.minValue(0, 'must not be negative'));
const text = v.string('must be a text');
const notAnObject = 'must be an object';

const covariance = v.variant(
  'kind',
  [
    v.looseObject({ kind: v.literal('dense'), matrix: rows, factor: v.optional(rows) }, notAnObject),
    v.looseObject({ kind: v.literal('diagonal'), variances: positives }, notAnObject),
    v.looseObject({ kind: v.literal('identity'), variance: positive, dimension: finite }, notAnObject),
    v.looseObject({ kind: v.literal('low-rank'), loadings: rows, noise: positives }, notAnObject),
  ],
  'must be "dense", "diagonal", "identity" or "low-rank"',
);

const transform = v.variant(
  'kind',
  [
    v.looseObject({
      kind: v.literal('one-hot'),
      column: text,
      levels: v.array(text, 'must be a list of texts'),
    }),
    v.looseObject({ kind: v.literal('standardize'), means: numbers, scales: positives }),
    v.looseObject({
      kind: v.literal('pca'),
      mean: numbers,
      components: rows,
      variances: v.array(notNegative, 'must be a list of numbers'),
    }),
  ],
  'must be "one-hot", "standardize" or "pca"',
);

const weight = v.pipe(finite, v.minValue(0, 'must be from 0 to 1'), v.maxValue(1, 'must be from 0 to 1'));
const component = v.looseObject(
  { weight, mean: numbers, offset: v.optional(numbers), covariance },
  notAnObject,
);

const fit = v.looseObject(
  {
    rows: v.optional(finite),
    logLikelihood: v.optional(finite),
    parameters: v.optional(finite),
    aic: v.optional(finite),
    bic: v.optional(finite),
    iterations: v.optional(finite),
    converged: v.optional(v.boolean('must be true or false')),
    seed: v.optional(v.union([finite, text], 'must be a number or a text')),
  },
  notAnObject,
);

/** The shape of a model document: the types, not yet the lengths and what must agree. */
export const modelSchema = v.looseObject({
  format: v.literal('gaussmix-mixture'),
  version: v.literal(1),
  columns: v.array(text, 'must be a list of column names'),
  transforms: v.optional(v.array(transform, 'must be a list of transforms'), []),
  structure: v.optional(text, 'custom'),
  origin: v.optional(numbers),
  components: v.array(component, 'must be a list of components'),
  fit: v.optional(fit),
});
