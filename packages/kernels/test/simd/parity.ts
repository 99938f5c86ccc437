import {
  BLOCK_ROWS,
  type Kernels,
  type MomentRequest,
  momentLayout,
  type PackedMixture,
  plainKernels,
} from '../../src/index.ts';

/** A mixture, rows, and the block of them that is summed and scored. */
export interface ParityCase {
  readonly title: string;
  readonly packed: PackedMixture;
  readonly rows: Float64Array;
  readonly from: number;
  readonly to: number;
}

type Scatter = 'full' | 'pooled' | 'diagonal' | 'sketch';

/** One way to sum a block. */
export interface SumRequest extends Pick<Required<MomentRequest>, 'assignment' | 'counting'> {
  readonly scatter: Scatter;
}

/** Every way to sum a block. */
export const REQUESTS: readonly SumRequest[] = (['full', 'pooled', 'diagonal', 'sketch'] as const).flatMap(
  (scatter) =>
    (['soft', 'hard'] as const).flatMap((assignment) =>
      (['all', 'what-matters'] as const).map((counting) => ({ scatter, assignment, counting })),
    ),
);

/** Ways to sum a block by temperature. */
export const TEMPERED_REQUESTS: readonly SumRequest[] = REQUESTS.flatMap((request) =>
  [0, 0.25, 1, 4].map((temperature) => ({ ...request, assignment: { temperature } })),
);

/** Every number of directions from one to six, by turns. */
function directionsFor({ components, dimension }: PackedMixture): Float64Array[] {
  const uniform = uniforms(dimension * 100 + components);
  const length = dimension * (1 + ((components + dimension) % 6));
  return Array.from({ length: components }, () => Float64Array.from({ length }, () => uniform() - 0.5));
}

/**
 * Where kernels differ from the plain ones, in the bits of any number of any answer.
 *
 * @returns what differs, for people; undefined when nothing does
 */
export function differenceFromPlain(kernels: Kernels, parityCase: ParityCase): string | undefined {
  return differenceOfScores(kernels, parityCase) ?? differenceOfSums(kernels, parityCase);
}

/** As {@link differenceFromPlain}, of moments alone. */
export function differenceOfSums(
  kernels: Kernels,
  { title, packed, ...block }: ParityCase,
  requests = REQUESTS,
): string | undefined {
  for (const { scatter, assignment, counting } of requests) {
    const { components, dimension } = packed;
    const directions = scatter === 'sketch' ? directionsFor(packed) : undefined;
    const shape = scatter === 'sketch' ? directions![0]!.length / dimension : scatter;
    const layout = momentLayout(components, dimension, shape);
    const request = { layout, assignment, counting, ...(directions && { directions }) };
    const expected = startOf(layout.length);
    const sums = startOf(layout.length);
    plainKernels.blockAccumulator(packed, request)(expected, block);
    kernels.blockAccumulator(packed, request)(sums, block);
    const difference = differenceOf(sums, expected);
    if (difference)
      return `${title}, ${scatter}, ${JSON.stringify(assignment)}, ${counting}: sum ${difference}`;
  }
  return undefined;
}

/** As {@link differenceFromPlain}, of scores alone. */
export function differenceOfScores(
  kernels: Kernels,
  { title, packed, ...block }: ParityCase,
): string | undefined {
  const rows = block.to - block.from;
  const expected = plainKernels.blockScorer(packed)(block);
  const scores = kernels.blockScorer(packed)(block);
  for (const [name, count] of [
    ['posteriors', rows * packed.components],
    ['logDensities', rows],
    ['labels', rows],
  ] as const) {
    const difference = differenceOf(scores[name].subarray(0, count), expected[name].subarray(0, count));
    if (difference) return `${title}: ${name} ${difference}`;
  }
  return undefined;
}

/** Sums of earlier blocks, of both signs. */
export function startOf(length: number): Float64Array {
  return Float64Array.from({ length }, (_, index) => ((index * 37) % 101) / 7 - 6);
}

/** Where two vectors differ in a bit; every NaN is taken for the same. */
export function differenceOf(ours: ArrayLike<number>, plain: ArrayLike<number>): string | undefined {
  for (let index = 0; index < plain.length; index++) {
    if (!Object.is(ours[index], plain[index])) return `${index} is ${ours[index]}, not ${plain[index]}`;
  }
  return ours.length === plain.length ? undefined : `number is ${ours.length}, not ${plain.length}`;
}

/** How the components of a mixture lie. */
export type Arrangement = 'separated' | 'overlapping' | 'in pairs';
const ARRANGEMENTS: readonly Arrangement[] = ['separated', 'overlapping', 'in pairs'];

/** What a mixture for the comparison is like. */
export interface MixtureRequest {
  readonly components: number;
  readonly dimension: number;
  readonly packing: PackedMixture['packing'];
  readonly shared: boolean;
  readonly arrangement: Arrangement;
}

/** A mixture whose numbers have all their bits. */
export function mixtureOf({
  components,
  dimension: d,
  packing,
  shared,
  arrangement,
}: MixtureRequest): PackedMixture {
  const uniform = uniforms(components * 1000 + d);
  const factors: number[] = [];
  const rank = packing === 'low-rank' ? 1 + ((2 * components + d) % 9) : 0;
  for (let k = 0; k < (shared ? 1 : components); k++) {
    for (let i = 0; i < d; i++) {
      const below = packing === 'triangular' ? i : 0;
      for (let j = 0; j < below; j++) factors.push((uniform() - 0.5) / Math.sqrt(d));
      factors.push(0.6 + uniform());
    }
    // Q, of which the columns need not be at right angles; M, which makes whitened rows no longer; the variances.
    for (let at = 0; at < d * rank; at++) factors.push((uniform() - 0.5) / Math.sqrt(d));
    for (let f = 0; f < rank; f++) for (let g = 0; g < rank; g++) factors.push(g <= f ? -uniform() : 0);
    for (let j = 0; rank > 0 && j < d; j++) factors.push(0.5 + uniform());
  }
  const shares = Array.from({ length: components }, () => 0.05 + uniform());
  const total = shares.reduce((sum, share) => sum + share, 0);
  // At 15 to a side a component matters to its own rows alone; two that share a mean always matter to each other.
  const spread = (arrangement === 'overlapping' ? 3 : 60) / Math.sqrt(d);
  const means = new Float64Array(components * d);
  for (let k = 0; k < components; k++) {
    const twin = arrangement === 'in pairs' && k % 2 === 1;
    for (let j = 0; j < d; j++) {
      means[k * d + j] = twin
        ? means[(k - 1) * d + j]! + uniform()
        : spread * (uniform() - 0.5) * Math.sqrt(components);
    }
  }
  return {
    components,
    dimension: d,
    packing,
    rank,
    shared,
    constants: Float64Array.from(shares, () => -8 * uniform()),
    weights: Float64Array.from(shares, (share) => share / total),
    means,
    factors: Float64Array.from(factors),
  };
}

/** Rows about the means of a mixture, some between them. @returns n x d */
export function rowsAbout({ components, dimension: d, means }: PackedMixture, n: number): Float64Array {
  const uniform = uniforms(n * 31 + components);
  const rows = new Float64Array(n * d);
  for (let i = 0; i < n; i++) {
    const k = Math.floor(components * uniform());
    const other = i % 11 === 5 ? Math.floor(components * uniform()) : k;
    for (let j = 0; j < d; j++) {
      const middle = (means[k * d + j]! + means[other * d + j]!) / 2;
      rows[i * d + j] = middle + 2 * (uniform() + uniform() + uniform() - 1.5);
    }
  }
  return rows;
}

/** Blocks of every number of rows in a list, over every packing, factors apart and shared, arrangements by turns. */
export function* gridCases(
  { components, dimension }: { components: number; dimension: number },
  sizes: readonly number[],
): Generator<ParityCase> {
  let turn = components + dimension;
  for (const packing of ['diagonal', 'triangular', 'low-rank'] as const) {
    for (const shared of packing === 'low-rank' ? [false] : [false, true]) {
      for (const size of sizes) {
        const arrangement = ARRANGEMENTS[turn++ % 3]!;
        const packed = mixtureOf({ components, dimension, packing, shared, arrangement });
        const from = turn % 4;
        const to = Math.min(from + size, from + BLOCK_ROWS);
        const title = `d = ${dimension}, K = ${components}, ${packing}, ${shared ? 'shared' : 'apart'}, ${arrangement}, rows ${from} to ${to}`;
        yield { title, packed, rows: rowsAbout(packed, to + 2), from, to };
      }
    }
  }
}

/** Numbers in [0, 1) with 32 bits, always the same, from integers alone. */
function uniforms(seed: number): () => number {
  let state = seed;
  const next = (): number => {
    state = (Math.imul(1664525, state) + 1013904223) >>> 0;
    return state;
  };
  for (let i = 0; i < 8; i++) next();
  // Two draws, so that products have no spare bits at the end.
  return () => (next() + next() / 2 ** 32) / 2 ** 32;
}
