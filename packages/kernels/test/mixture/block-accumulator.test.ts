import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ASSIGNMENT_ENTROPY,
  BLOCK_ROWS,
  BLOCKS_WITH_OMISSIONS,
  blockAccumulator,
  blockScorer,
  exp,
  LOG_LIKELIHOOD,
  LOG_MAX_POSTERIOR,
  log,
  type MomentLayout,
  type MomentRequest,
  momentLayout,
  OBJECTIVE_GAP,
  type PackedMixture,
  plainKernels,
  type RowAssignment,
  type RowPosterior,
  rowPosterior,
  rowScorer,
  type ScatterShape,
  type Tempered,
  TreeSum,
  temperatureOf,
} from '../../src/index.ts';
import { packedMixtures, vectors } from './packed-mixtures.ts';

const SHAPES: readonly ScatterShape[] = ['full', 'pooled', 'diagonal'];
const ASSIGNMENTS: readonly RowAssignment[] = [
  'soft',
  'hard',
  { temperature: 0 },
  { temperature: 0.3 },
  { temperature: 1 },
  { temperature: 7 },
];
const COUNTINGS = ['all', 'what-matters'] as const;

/** Each of 30 terms is rounded a few times (by a unit of its own, or the least subnormal) and added up to 30 times. */
const ROUNDINGS = 64;

/** A mixture, up to 30 rows and what to sum of them. */
const requests = packedMixtures.chain((packed) =>
  fc.record({
    packed: fc.constant(packed),
    rows: fc.integer({ min: 0, max: 30 }).chain((n) => vectors(n * packed.dimension, 4)),
    request: fc.record({
      layout: fc
        .constantFrom(...SHAPES)
        .map((scatter) => momentLayout(packed.components, packed.dimension, scatter)),
      assignment: fc.constantFrom(...ASSIGNMENTS),
      counting: fc.constantFrom(...COUNTINGS),
    }),
  }),
);

describe('blockAccumulator', () => {
  it('sums what its definition says, component by component', () => {
    fc.assert(
      fc.property(requests, ({ packed, rows, request }) => {
        const { sums, sizes } = momentsByDefinition(packed, rows, request);
        const ours = momentsOf(packed, rows, request);
        for (const [index, sum] of sums.entries()) {
          const roundings = ROUNDINGS * (2 ** -53 * sizes[index]! + Number.MIN_VALUE);
          expect(Math.abs(ours[index]! - sum)).toBeLessThanOrEqual(roundings);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('counts every row once, whoever it is given to', () => {
    fc.assert(
      fc.property(requests, ({ packed, rows, request }) => {
        const n = rows.length / packed.dimension;
        const counts = countsOf(momentsOf(packed, rows, request), request.layout);
        const total = counts.reduce((sum, count) => sum + count, 0);
        if (temperatureOf(request.assignment) === 0) expect(total).toBe(n);
        else expect(Math.abs(total - n)).toBeLessThanOrEqual(16 * n * 2 ** -53);
      }),
    );
  });

  it('gives a row to its most likely component alone when hard, the first of equals', () => {
    const packed = line([-1, 1]);
    const request: MomentRequest = { layout: momentLayout(2, 1, 'full'), assignment: 'hard' };
    const sums = momentsOf(packed, Float64Array.of(-3, 0, 4, 5), request);
    expect(countsOf(sums, request.layout)).toEqual([2, 2]);
    expect([...sums.slice(request.layout.deviations)]).toEqual([-2 + 1, 3 + 4, 4 + 1, 9 + 16]);
  });

  it('sums the same likelihood and entropies for either assignment and every scatter', () => {
    fc.assert(
      fc.property(requests, ({ packed, rows }) => {
        const totals = ASSIGNMENTS.flatMap((assignment) =>
          SHAPES.map((shape) => {
            const layout = momentLayout(packed.components, packed.dimension, shape);
            return [...momentsOf(packed, rows, { layout, assignment, counting: 'all' }).slice(0, 3)];
          }),
        );
        for (const total of totals) expect(total).toEqual(totals[0]);
      }),
    );
  });

  it('gives the diagonal of the full scatter, bit by bit', () => {
    fc.assert(
      fc.property(requests, ({ packed, rows, request: { assignment } }) => {
        const { components, dimension: d } = packed;
        const full = momentLayout(components, d, 'full');
        const diagonal = momentLayout(components, d, 'diagonal');
        const fromFull = momentsOf(packed, rows, { layout: full, assignment });
        const expected = Array.from({ length: components * d }, (_, index) => {
          const j = index % d;
          return fromFull[full.scatters + ((index - j) / d) * full.scatterLength + (j * (j + 3)) / 2];
        });
        const ours = momentsOf(packed, rows, { layout: diagonal, assignment });
        expect([...ours.slice(diagonal.scatters)]).toEqual(expected);
      }),
    );
  });

  it('sums the diagonal of full scatters and their products with directions as a sketch', () => {
    fc.assert(
      fc.property(
        requests,
        fc.integer({ min: 1, max: 4 }),
        ({ packed, rows, request: { assignment } }, q) => {
          const { components, dimension: d } = packed;
          const directions = Array.from({ length: components }, (_, k) =>
            Float64Array.from({ length: d * q }, (_, at) => (((k + 2) * (at + 3) * 37) % 19) / 8 - 1),
          );
          const full = momentLayout(components, d, 'full');
          const sketch = momentLayout(components, d, q);
          const fromFull = momentsOf(packed, rows, { layout: full, assignment });
          const ours = momentsOf(packed, rows, { layout: sketch, directions, assignment });
          for (let k = 0; k < components; k++) {
            const at = full.scatters + k * full.scatterLength;
            const entry = (i: number, j: number): number =>
              fromFull[at + (Math.max(i, j) * (Math.max(i, j) + 1)) / 2 + Math.min(i, j)]!;
            const own = ours.subarray(
              sketch.scatters + k * sketch.scatterLength,
              sketch.scatters + (k + 1) * sketch.scatterLength,
            );
            for (let i = 0; i < d; i++) {
              expect(own[i]).toBe(entry(i, i));
              for (let f = 0; f < q; f++) {
                let product = 0;
                let size = 0;
                for (let j = 0; j < d; j++) {
                  product += entry(i, j) * directions[k]![j * q + f]!;
                  size += Math.sqrt(entry(i, i) * entry(j, j)) * Math.abs(directions[k]![j * q + f]!);
                }
                // Sums of a few hundred terms, in another order; where squares underflow, sizes are not seen.
                expect(Math.abs(own[d + i * q + f]! - product)).toBeLessThanOrEqual(1e-13 * size + 1e-150);
              }
            }
          }
        },
      ),
    );
  });

  it('sums whole numbers exactly: what BigInt says of 1,000 rows', () => {
    const packed: PackedMixture = {
      components: 1,
      dimension: 2,
      packing: 'triangular',
      shared: false,
      constants: Float64Array.of(0),
      weights: Float64Array.of(1),
      means: Float64Array.of(3, -5),
      factors: Float64Array.of(1, 0, 1),
    };
    const rows = Float64Array.from({ length: 2000 }, (_, i) => ((i * 7919) % 2001) - 1000);
    const exact = [0n, 0n, 0n, 0n, 0n];
    for (let i = 0; i < rows.length; i += 2) {
      const [a, b] = [BigInt(rows[i]!) - 3n, BigInt(rows[i + 1]!) + 5n];
      for (const [index, term] of [a, b, a * a, a * b, b * b].entries()) exact[index]! += term;
    }
    const layout = momentLayout(1, 2, 'full');
    const sums = momentsOf(packed, rows, { layout, assignment: 'soft' });
    expect(sums[layout.counts]).toBe(1000);
    expect([...sums.slice(layout.deviations)].map(BigInt)).toEqual(exact);
    expect(sums[LOG_LIKELIHOOD]).toBe(-Number(exact[2]! + exact[4]!) / 2);
  });

  it('leaves components of weight 0 at zero', () => {
    const packed = {
      ...line([0, 1]),
      constants: Float64Array.of(-Infinity, -1),
      weights: Float64Array.of(0, 1),
    };
    const request: MomentRequest = { layout: momentLayout(2, 1, 'diagonal'), assignment: 'soft' };
    const sums = momentsOf(packed, Float64Array.of(0, 3), request);
    expect([...sums.slice(request.layout.counts)]).toEqual([0, 2, 0, -1 + 2, 0, 1 + 4]);
  });

  it('leaves a component without a share alone where the deviation from it overflows', () => {
    const request: MomentRequest = { layout: momentLayout(2, 1, 'full'), assignment: 'soft' };
    const sums = momentsOf(line([-1e308, 1e308]), Float64Array.of(1e308), request);
    expect([...sums.slice(request.layout.counts)]).toEqual([0, 1, 0, 0, 0, 0]);
  });

  it('sums -Infinity and no NaN for rows whose density underflows', () => {
    const request: MomentRequest = { layout: momentLayout(2, 1, 'full'), assignment: 'soft' };
    const sums = momentsOf(line([-1, 1]), Float64Array.of(0, 1e160), request);
    expect(sums[LOG_LIKELIHOOD]).toBe(-Infinity);
    expect(sums.some(Number.isNaN)).toBe(false);
  });
});

describe('The order of a block', () => {
  const request: MomentRequest = { layout: momentLayout(1, 1, 'full'), assignment: 'soft' };
  const deviationSum = (sums: Float64Array): number => sums[request.layout.deviations]!;

  it('sums even and odd rows apart and then adds them', () => {
    // 1 is lost to 1e16: in a row the sum is 1, the halves give 0, the two lanes alone give 2.
    const [a, b, c, d] = [1e16, 1, -1e16, 1];
    const sums = momentsOf(line([0]), Float64Array.of(a, b, c, d), request);
    expect(deviationSum(sums)).toBe(a + c + (b + d));
    expect([a + c + (b + d), a + b + c + d, a + b + (c + d)]).toEqual([2, 1, 0]);
  });

  it('sums one component after another, which only a pooled scatter shows', () => {
    // 3 is lost to 2^54 piece by piece, and not when it is summed first.
    const [near, far] = [-(2 ** 27), 2 ** 28];
    const packed = line([0, far]);
    const pooled: MomentRequest = { layout: momentLayout(2, 1, 'pooled'), assignment: 'hard' };
    const rows = Float64Array.of(far + 1, far, far + 1, far, far + 1, far, near);
    expect(momentsOf(packed, rows, pooled)[pooled.layout.scatters]).toBe(2 ** 54);
    expect([2 ** 54 + 1 + 1 + 1, 1 + 1 + 1 + 2 ** 54]).toEqual([2 ** 54, 2 ** 54 + 4]);
  });

  it('calls the first row of the block even, wherever the block begins', () => {
    const rows = Float64Array.of(1e300, 1e16, 1, -1e16, 1, 1e300);
    const sums = new Float64Array(request.layout.length);
    blockAccumulator(line([0]), request)(sums, { rows, from: 1, to: 5 });
    expect(deviationSum(sums)).toBe(2);
  });

  it('takes an odd number of rows', () => {
    for (const n of [0, 1, 2, 3, 4, 5]) {
      const rows = Float64Array.from({ length: n }, (_, i) => i + 1);
      const sums = momentsOf(line([0]), rows, request);
      expect([countsOf(sums, request.layout)[0], deviationSum(sums)]).toEqual([n, (n * n + n) / 2]);
    }
  });

  it('reduces a block from zero before it is added to what stands there', () => {
    const sums = new Float64Array(request.layout.length).fill(1e16);
    blockAccumulator(line([0]), request)(sums, { rows: Float64Array.of(1, 1), from: 0, to: 2 });
    expect(deviationSum(sums)).toBe(1e16 + 2);
    expect(1e16 + 1 + 1).toBe(1e16);
  });

  it('leaves nothing behind for the next block', () => {
    const accumulate = blockAccumulator(line([-1, 1]), {
      ...request,
      layout: momentLayout(2, 1, 'full'),
    });
    const rows = Float64Array.of(1, 2, -3, 0.5, 7);
    const [first, second] = [new Float64Array(10), new Float64Array(10)];
    accumulate(first, { rows, from: 0, to: 5 });
    accumulate(second, { rows, from: 0, to: 5 });
    expect(second).toEqual(first);
  });

  it('is blocks of 1,024 rows, combined in a tree: as its definition says to the last bit', () => {
    const packed = line([-1, 0.5, 2]);
    const layout = momentLayout(3, 1, 'full');
    const soft: MomentRequest = { layout, assignment: 'soft' };
    expect(BLOCK_ROWS).toBe(1024);
    for (const n of [1, 1023, 1024, 1025, 2047, 5 * 1024, 5 * 1024 + 3]) {
      const rows = Float64Array.from({ length: n }, (_, i) => ((i * 7919) % 1013) / 200 - 2);
      const accumulate = blockAccumulator(packed, soft);
      const tree = new TreeSum(layout.length);
      for (let from = 0; from < n; from += BLOCK_ROWS) {
        const sums = tree.next();
        accumulate(sums, { rows, from, to: Math.min(from + BLOCK_ROWS, n) });
        tree.push(sums);
      }
      expect(tree.finish()).toEqual(totalByDefinition(packed, rows, soft));
    }
  });
});

describe('plainKernels', () => {
  it('are the loops in plain TypeScript', () => {
    expect(plainKernels).toMatchObject({ form: 'plain', blockAccumulator, blockScorer });
  });
});

/** Components of deviation 1 and equal weight on a line. */
function line(means: number[]): PackedMixture {
  return {
    components: means.length,
    dimension: 1,
    packing: 'diagonal',
    shared: false,
    constants: new Float64Array(means.length),
    weights: new Float64Array(means.length).fill(1 / means.length),
    means: Float64Array.from(means),
    factors: new Float64Array(means.length).fill(1),
  };
}

function momentsOf(packed: PackedMixture, rows: Float64Array, request: MomentRequest): Float64Array {
  const sums = new Float64Array(request.layout.length);
  blockAccumulator(packed, request)(sums, { rows, from: 0, to: rows.length / packed.dimension });
  return sums;
}

function countsOf(sums: Float64Array, { counts, components }: MomentLayout): number[] {
  return [...sums.slice(counts, counts + components)];
}

/**
 * Every term r_ik (x_i - mu_k)(x_i - mu_k)^T written out, with the sums of the sizes of what is added up: of the terms,
 * or where a pooled scatter is summed by groups, of those about the mean of the most likely component b and of what
 * leads from there to mu_k.
 */
function momentsByDefinition(
  packed: PackedMixture,
  rows: Float64Array,
  { layout, assignment, counting = 'what-matters' }: MomentRequest,
): { sums: Float64Array; sizes: Float64Array } {
  const { components, dimension: d, means } = packed;
  const sums = new Float64Array(layout.length);
  const sizes = new Float64Array(layout.length);
  const grouped = layout.scatter === 'pooled' && d > 3;
  const add = (index: number, term: number): void => {
    sums[index]! += term;
    sizes[index]! += Math.abs(term);
  };
  for (let i = 0; i < rows.length / d; i++) {
    const posterior = rowPosterior(packed, tempered(assignment) ? 'all' : counting)(rows, i * d);
    const { logDensity, entropy, logMax, label, omitted } = posterior;
    const joint = new Float64Array(components);
    rowScorer(packed).jointInto(joint, rows, i * d);
    const [shares, gap] = sharesByDefinition(assignment, joint, posterior);
    if (omitted) sums[BLOCKS_WITH_OMISSIONS] = 1;
    add(LOG_LIKELIHOOD, logDensity);
    add(ASSIGNMENT_ENTROPY, entropy);
    add(LOG_MAX_POSTERIOR, logMax);
    add(OBJECTIVE_GAP, gap);
    sizes[OBJECTIVE_GAP]! += Math.abs(logMax);
    for (let k = 0; k < components; k++) {
      const weight = shares[k]!;
      const deviation = (j: number): number => rows[i * d + j]! - means[k * d + j]!;
      const about = (j: number): number => Math.abs(rows[i * d + j]! - means[label * d + j]!);
      const apart = (j: number): number => Math.abs(means[label * d + j]! - means[k * d + j]!);
      add(layout.counts + k, weight);
      for (let p = 0; p < d; p++) {
        add(layout.deviations + k * d + p, weight * deviation(p));
        if (grouped) sizes[layout.deviations + k * d + p]! += weight * (about(p) + apart(p));
        for (let q = 0; q <= p; q++) {
          const product = weight * (deviation(p) * deviation(q));
          if (grouped)
            sizes[layout.scatters + entry(p, q)]! += weight * (about(p) + apart(p)) * (about(q) + apart(q));
          if (layout.scatter === 'full')
            add(layout.scatters + k * layout.scatterLength + entry(p, q), product);
          if (layout.scatter === 'pooled') add(layout.scatters + entry(p, q), product);
          if (layout.scatter === 'diagonal' && p === q) add(layout.scatters + k * d + p, product);
        }
      }
    }
  }
  return { sums, sizes };
}

function tempered(assignment: RowAssignment): boolean {
  return typeof assignment === 'object' && assignment.temperature !== 0 && assignment.temperature !== 1;
}

/** The shares of a row, and what its objective has beyond its log-density. */
function sharesByDefinition(
  assignment: RowAssignment,
  joint: Float64Array,
  { posteriors, label, logMax, logDensity }: RowPosterior,
): [Float64Array, number] {
  const hard = assignment === 'hard' || (typeof assignment === 'object' && assignment.temperature === 0);
  if (hard) return [posteriors.map((_, k) => Number(k === label)), logMax];
  if (!tempered(assignment) || logDensity === -Infinity) return [posteriors, 0];
  const { temperature } = assignment as Tempered;
  const parts = joint.map((value) => exp((value - joint[label]!) / temperature));
  const sum = parts.reduce((total, part) => total + part, 0);
  return [parts.map((part) => part / sum), temperature * log(sum) + logMax];
}

/** Where entry (p, q), q <= p, stands in a lower triangle packed by rows. */
function entry(p: number, q: number): number {
  return (p * (p + 1)) / 2 + q;
}

/**
 * The sum over all rows in the order that is promised: rows of a block by parity and in order, the two added,
 * blocks halved at the largest power of two. One row at a time, so that the block's own loop is not used.
 */
function totalByDefinition(packed: PackedMixture, rows: Float64Array, request: MomentRequest): Float64Array {
  const n = rows.length / packed.dimension;
  const accumulate = blockAccumulator(packed, request);
  const add = (a: Float64Array, b: Float64Array): Float64Array => a.map((value, index) => value + b[index]!);
  const lane = (from: number, to: number): Float64Array => {
    const sums = new Float64Array(request.layout.length);
    for (let i = from; i < to; i += 2) accumulate(sums, { rows, from: i, to: i + 1 });
    return sums;
  };
  const block = (index: number): Float64Array => {
    const from = index * 1024;
    const to = Math.min(from + 1024, n);
    return add(lane(from, to), lane(from + 1, to));
  };
  const tree = (from: number, to: number): Float64Array => {
    if (to - from === 1) return block(from);
    let half = 1;
    while (2 * half < to - from) half *= 2;
    return add(tree(from, from + half), tree(from + half, to));
  };
  return tree(0, Math.ceil(n / 1024));
}
