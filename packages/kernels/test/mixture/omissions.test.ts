import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BLOCKS_WITH_OMISSIONS,
  blockAccumulator,
  CUTOFF_SLOPE,
  cutoffsOf,
  type MomentLayout,
  momentLayout,
  omissionsMatter,
  type PackedMixture,
  type ScatterShape,
  slackOf,
} from '../../src/index.ts';
import { differencesOf, type Sample, sampleOf } from './omission-differences.ts';

const SHAPES: readonly ScatterShape[] = ['full', 'pooled', 'diagonal'];
/** What an E-step may leave out, of N_k, of sqrt(S_ii S_jj), and in nats for a row. */
const PROMISED = 1e-15;

describe('The rule for leaving components out', () => {
  it('rests on max(1, s) <= 64/e e^(s/64), with equality at s = 64 alone', () => {
    // ln s - s/64 has the derivative 1/s - 1/64, so its only maximum is at 64: ln 64 - 1. And ln(64/e) > 0 = ln 1.
    const excess = (s: number): number => Math.log(Math.max(1, s)) - s / 64 - (Math.log(64) - 1);
    expect(Math.abs(excess(64))).toBeLessThan(2 ** -50);
    for (let s = 0; s <= 4096; s += 1 / 8) if (s !== 64) expect(excess(s)).toBeLessThan(0);
  });

  it('allows for moments of an eighth of what is expected, or of 2^-10 where one variance serves all columns', () => {
    for (const dimension of [1, 2, 4]) {
      expect(slackOf(oneComponent({ dimension, factors: new Array(dimension).fill(0.7) }))).toBe(
        dimension === 1 ? 8 : 1024,
      );
    }
    const [narrow, wide] = [
      oneComponent({ dimension: 2, factors: [2, 2] }),
      oneComponent({ dimension: 2, factors: [3, 3] }),
    ];
    const factors = (...mixtures: PackedMixture[]): Float64Array =>
      Float64Array.from(mixtures.flatMap((mixture) => [...mixture.factors]));
    expect(slackOf({ ...narrow, components: 2, factors: factors(narrow, wide) })).toBe(1024);
    const stretched = oneComponent({ dimension: 2, factors: [2, 2.5] });
    expect(slackOf({ ...narrow, components: 2, factors: factors(narrow, stretched) })).toBe(8);
    expect(slackOf({ ...narrow, packing: 'triangular', factors: Float64Array.of(2, 0, 2) })).toBe(8);
  });

  it('leaves 50 ln 2 + ln(64/e) + ln(slack) nats below the largest, and as many as the weight takes', () => {
    for (const mixture of [
      oneComponent({ dimension: 1, factors: [2] }),
      oneComponent({ dimension: 2, factors: [2, 2] }),
    ]) {
      const nats = cutoffsOf({ ...mixture, constants: Float64Array.of(0) })[0]!;
      const needed = 50 * Math.LN2 + Math.log(64) - 1 + Math.log(slackOf(mixture));
      expect(nats).toBeGreaterThan(needed);
      expect(nats).toBeLessThan(needed + 0.001);
      const three = { constants: Float64Array.of(0, 2, -Infinity), weights: Float64Array.of(1, 1, 0) };
      expect([...cutoffsOf({ ...mixture, ...three })]).toEqual([nats, nats + 2, -Infinity]);
    }
    expect(CUTOFF_SLOPE).toBe(1 / 2 - 1 / 64);
  });

  it('leaves out only what is below 2^-50 w_k over the slack, times s where a scatter takes s', () => {
    const situations = fc.record({
      dimension: fc.constantFrom(1, 2),
      constant: fc.double({ min: -700, max: 700, noNaN: true }),
      logWeight: fc.double({ min: -690, max: 0, noNaN: true }),
      square: fc.oneof(
        fc.double({ min: 0, max: 200, noNaN: true }),
        fc.double({ min: 0, max: 1e9, noNaN: true }),
      ),
      beyond: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(situations, ({ dimension, constant, logWeight, square, beyond }) => {
        const mixture = {
          ...oneComponent({ dimension, factors: new Array(dimension).fill(1) }),
          constants: Float64Array.of(constant),
          weights: Float64Array.of(Math.exp(logWeight)),
        };
        const cutoff = cutoffsOf(mixture)[0]! - CUTOFF_SLOPE * square;
        const largest = cutoff + beyond;
        fc.pre(cutoff < largest);
        const below = constant - square / 2 - largest + Math.log(Math.max(1, square)) - logWeight;
        expect(below).toBeLessThan(-50 * Math.LN2 - Math.log(slackOf(mixture)));
      }),
      { numRuns: 2000 },
    );
  });
});

/** Mixtures whose rows come from them, so that counts and scatters are as expected but for chance. */
const faithful: Record<string, Sample> = {
  'separated components': sampleOf({ d: 2, weights: [0.3, 0.3, 0.4], apart: 12, spreads: [1, 1, 1] }),
  'components just far enough apart': sampleOf({ d: 3, weights: [0.5, 0.5], apart: 9.5, spreads: [1, 1] }),
  'overlapping components': sampleOf({ d: 2, weights: [0.2, 0.3, 0.5], apart: 2, spreads: [1, 1, 1] }),
  'components of sizes from 1e-4 to 1e4': sampleOf({
    d: 2,
    weights: [0.2, 0.2, 0.3, 0.3],
    apart: 9,
    spreads: [1e-4, 1, 1e2, 1e4],
  }),
  'weights from 0.005 to 0.9': sampleOf({ d: 1, weights: [0.005, 0.095, 0.9], apart: 9, spreads: [3, 1, 2] }),
  'one scatter for all': sampleOf({ d: 4, weights: [0.25, 0.75], apart: 10, spreads: [1, 1], shared: true }),
};

describe.each(Object.entries(faithful))('What is left out of %s', (title, sample) => {
  it('is below 1e-15 of every moment, by the sum of the sizes of all differences', () => {
    const { packed, rows } = sample;
    const differences = differencesOf(sample);
    for (const shape of SHAPES) {
      const layout = momentLayout(packed.components, packed.dimension, shape);
      expect(
        omissionsMatter(packed, {
          sums: sumsOf(sample, layout),
          layout,
          rows: rows.length / packed.dimension,
        }),
      ).toBe(false);
    }
    expect(differences.omitted > 0).toBe(title !== 'overlapping components');
    expectBelowPromise(differences);
  });
});

describe('Where weights are far off', () => {
  it('an E-step is done again when a component has shrunk by more than the slack, and only then', () => {
    // A component expects half the rows. In 1 dimension 1 in 16 is an eighth of that, in 2 with one variance 1 in 2,048 is 2^-10.
    for (const [d, share, again] of [
      [1, 1 / 4, false],
      [1, 1 / 14, false],
      [1, 1 / 18, true],
      [2, 1 / 18, false],
      [2, 1 / 500, false],
      [2, 1 / 4000, true],
    ] as const) {
      const sample = sampleOf({
        d,
        weights: [0.5, 0.5],
        apart: 12,
        spreads: [1, 1],
        drawn: [1 - share, share],
      });
      const layout = momentLayout(2, d, 'full');
      const request = { sums: sumsOf(sample, layout), layout, rows: sample.rows.length / d };
      expect(omissionsMatter(sample.packed, request)).toBe(again);
      if (!again) expectBelowPromise(differencesOf(sample));
    }
  });

  it.each([
    { d: 1, slack: 8, rows: 1024, enough: 64, tooFew: 50 },
    { d: 2, slack: 1024, rows: 8192, enough: 4, tooFew: 3 },
  ])(
    'what is left out comes close to the promise, and stays below it, in the worst case: d = $d',
    (worst) => {
      // B expects half of the rows and gets that over the slack, at one deviation. The others lie on A at 8 deviations from
      // B, where s e^(-s/64) is largest, and A is just narrow enough for B to be left out.
      const { d, rows, enough, tooFew } = worst;
      const layout = momentLayout(2, d, 'full');
      const sample = worstCase(worst, enough);
      expect(omissionsMatter(sample.packed, { sums: sumsOf(sample, layout), layout, rows })).toBe(false);
      const differences = differencesOf(sample);
      expect(differences.omitted).toBe(rows - enough);
      expectBelowPromise(differences);
      expect(differences.scatters).toBeGreaterThan(0.8 * PROMISED);
      // With fewer rows the promise would break, and the E-step is done again.
      const fewer = worstCase(worst, tooFew);
      expect(differencesOf(fewer).scatters).toBeGreaterThan(PROMISED);
      expect(omissionsMatter(fewer.packed, { sums: sumsOf(fewer, layout), layout, rows })).toBe(true);
    },
  );
});

describe('omissionsMatter', () => {
  /** L = [[2, 0], [1, 0.5]] and [[1, 0], [3, 4]]: variances 4, 1.25 and 1, 25; 64 rows expect 16 and 48. */
  const packed: PackedMixture = {
    components: 2,
    dimension: 2,
    packing: 'triangular',
    shared: false,
    constants: Float64Array.of(0, 0),
    weights: Float64Array.of(0.25, 0.75),
    means: new Float64Array(4),
    factors: Float64Array.of(1 / 2, 1, 1 / 0.5, 1, 3, 1 / 4),
  };
  const diagonal: PackedMixture = {
    ...packed,
    packing: 'diagonal',
    factors: Float64Array.of(0.5, 2, 1, 0.25),
  };
  const shared = { ...packed, shared: true, factors: packed.factors.slice(0, 3) };
  const table: readonly [string, PackedMixture, ScatterShape, number[]][] = [
    ['triangles, full', packed, 'full', [64, NaN, 20, 48, NaN, 1200]],
    ['triangles, diagonal', packed, 'diagonal', [64, 20, 48, 1200]],
    ['triangles, pooled', packed, 'pooled', [64 + 48, NaN, 20 + 1200]],
    ['diagonals, full', diagonal, 'full', [64, NaN, 4, 48, NaN, 768]],
    ['diagonals, diagonal', diagonal, 'diagonal', [64, 4, 48, 768]],
    ['diagonals, pooled', diagonal, 'pooled', [64 + 48, NaN, 4 + 768]],
    ['one triangle, full', shared, 'full', [64, NaN, 20, 192, NaN, 60]],
    ['one triangle, pooled', shared, 'pooled', [256, NaN, 80]],
    ['one diagonal, diagonal', { ...diagonal, shared: true }, 'diagonal', [64, 4, 192, 12]],
  ];

  it.each(table)(
    'wants an eighth of every count and every variance expected: %s',
    (_, mixture, shape, scatters) => {
      const layout = momentLayout(2, 2, shape);
      const sums = new Float64Array(layout.length);
      sums[BLOCKS_WITH_OMISSIONS] = 1;
      sums.set([2, 6], layout.counts);
      sums.set(
        scatters.map((scatter) => (Number.isNaN(scatter) ? 0 : scatter / 8)),
        layout.scatters,
      );
      const matters = (): boolean => omissionsMatter(mixture, { sums, layout, rows: 64 });
      expect(matters()).toBe(false);
      for (const index of [
        layout.counts,
        layout.counts + 1,
        ...scatters.map((_, at) => layout.scatters + at),
      ]) {
        const before = sums[index]!;
        sums[index] = before * (1 - 2 ** -40);
        expect([index, matters()]).toEqual([index, before > 0]);
        sums[index] = before;
      }
      sums.fill(0);
      expect(matters()).toBe(false);
    },
  );

  it('says no when nothing was left out, however the component has shrunk', () => {
    const layout = momentLayout(2, 2, 'full');
    expect(omissionsMatter(packed, { sums: new Float64Array(layout.length), layout, rows: 64 })).toBe(false);
  });

  it('asks nothing of a component of weight 0', () => {
    const layout = momentLayout(2, 2, 'diagonal');
    const sums = new Float64Array(layout.length);
    sums[BLOCKS_WITH_OMISSIONS] = 3;
    sums[layout.counts + 1] = 64;
    sums.set([64, 64 * 25], layout.scatters + 2);
    const lopsided = { ...packed, weights: Float64Array.of(0, 1), constants: Float64Array.of(-Infinity, 0) };
    expect(omissionsMatter(lopsided, { sums, layout, rows: 64 })).toBe(false);
  });
});

function expectBelowPromise({
  counts,
  deviations,
  scatters,
  nats,
  entropy,
}: ReturnType<typeof differencesOf>): void {
  expect(counts).toBeLessThan(PROMISED);
  expect(deviations).toBeLessThan(PROMISED);
  expect(scatters).toBeLessThan(PROMISED);
  expect(nats).toBeLessThan(PROMISED);
  expect(entropy).toBeLessThan(PROMISED);
}

function sumsOf({ packed, rows }: Sample, layout: MomentLayout): Float64Array {
  const sums = new Float64Array(layout.length);
  const accumulate = blockAccumulator(packed, { layout, assignment: 'soft' });
  const n = rows.length / packed.dimension;
  for (let from = 0; from < n; from += 1024) accumulate(sums, { rows, from, to: Math.min(from + 1024, n) });
  return sums;
}

/** So many rows lie at one deviation from B in every column, the others at one from A, which is 1e-5 wide. */
function worstCase(
  { d, slack, rows: n }: { d: number; slack: number; rows: number },
  rowsOfB: number,
): Sample {
  const rows = Float64Array.from({ length: n * d }, (_, index) => {
    const i = Math.floor(index / d);
    const sign = i % 2 === 0 ? 1 : -1;
    return i < rowsOfB ? (index % d === 0 ? 8 : 0) + sign : sign * 1e-5;
  });
  // B at 8 deviations, s = 64, is left out from here on; a thousandth is for the width of A.
  const enough = Math.log(2) + 37.817 + Math.log(slack) - (1 / 2 - 1 / 64) * 64 + 0.001;
  const packed: PackedMixture = {
    components: 2,
    dimension: d,
    packing: 'diagonal',
    shared: false,
    constants: Float64Array.of(enough + d / 2, 0),
    weights: Float64Array.of(0.5, 0.5),
    means: Float64Array.from({ length: 2 * d }, (_, at) => (at === d ? 8 : 0)),
    factors: Float64Array.from({ length: 2 * d }, (_, at) => (at < d ? 1e5 : 1)),
  };
  return { packed, rows };
}

function oneComponent({
  dimension,
  factors,
}: {
  dimension: number;
  factors: readonly number[];
}): PackedMixture {
  return {
    components: 1,
    dimension,
    packing: 'diagonal',
    shared: false,
    constants: Float64Array.of(0),
    weights: Float64Array.of(1),
    means: new Float64Array(dimension),
    factors: Float64Array.from(factors),
  };
}
