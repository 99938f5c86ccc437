import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CUTOFF_SLOPE,
  cutoffsOf,
  type PackedMixture,
  type RowPosterior,
  rowPosterior,
  rowScorer,
} from '../../src/index.ts';
import { packedMixtures, vectors } from './packed-mixtures.ts';
import { readReference } from './read-reference.ts';

const cases = readReference();

const UNIT = 2 ** -53;
/** exp, log, a sum of at most 4 shares and a division, a unit or two each. */
const ROUNDINGS = 12;
/** Below this, shares are subnormal and keep fewer digits. */
const SUBNORMAL = 1e-307;

/** A mixture and a row at any distance, up to where squares overflow and beyond. */
const anywhere = packedMixtures.chain((packed) =>
  fc.record({
    packed: fc.constant(packed),
    row: fc.oneof(...[5, 1e5, 1e160, 1e308].map((bound) => vectors(packed.dimension, bound))),
  }),
);

describe('rowPosterior', () => {
  for (const { title, packed, rows } of cases) {
    it(`errs by no more than its roundings: ${title}`, () => {
      const posteriorOf = rowPosterior(packed);
      for (const { row, joint, slack, ...truth } of rows) {
        const ours = posteriorOf(row, 0);
        expect(ours.label).toBe(truth.label);
        if (truth.logDensity === -Infinity) {
          expect(ours.logDensity).toBe(-Infinity);
          expect(ours.posteriors).toEqual(truth.posteriors);
          expect([ours.entropy, ours.logMax]).toEqual([0, 0]);
          continue;
        }
        const inJoint = Math.max(...slack.filter((_, k) => joint[k] !== -Infinity));
        // A difference of two joint log-densities errs by twice the slack, and so does a logarithm of a posterior.
        const relative = Math.expm1(2 * inJoint + ROUNDINGS * UNIT);
        for (let k = 0; k < truth.posteriors.length; k++) {
          expectWithin(
            ours.posteriors[k]!,
            truth.posteriors[k]!,
            relative * truth.posteriors[k]! + SUBNORMAL,
          );
        }
        expectWithin(
          ours.logDensity,
          truth.logDensity,
          inJoint + ROUNDINGS * UNIT * (1 + Math.abs(truth.logDensity)),
        );
        expectWithin(ours.entropy, truth.entropy, relative * (1 + Math.abs(truth.entropy)));
        expectWithin(ours.logMax, truth.logMax, relative);
      }
    });
  }

  it('sums to 1, without NaN, wherever the row lies', () => {
    fc.assert(
      fc.property(anywhere, ({ packed, row }) => {
        const { posteriors, entropy, logMax } = rowPosterior(packed)(row, 0);
        const sum = posteriors.reduce((total, posterior) => total + posterior, 0);
        expect(Math.abs(sum - 1)).toBeLessThanOrEqual(packed.components * 2 * UNIT);
        expect(posteriors.every((posterior) => posterior >= 0 && posterior <= 1)).toBe(true);
        expect(entropy).toBeLessThanOrEqual(0);
        expect(logMax).toBeLessThanOrEqual(0);
      }),
      { numRuns: 1000 },
    );
  });

  it('agrees with the textbook formula where nothing underflows', () => {
    const tame = packedMixtures.chain((packed) =>
      fc.record({ packed: fc.constant(packed), row: vectors(packed.dimension, 2) }),
    );
    fc.assert(
      fc.property(tame, ({ packed, row }) => {
        const joint = new Float64Array(packed.components);
        rowScorer(packed).jointInto(joint, row, 0);
        const densities = [...joint].map(Math.exp);
        const total = densities.reduce((sum, density) => sum + density, 0);
        fc.pre(total > 1e-200);
        const posteriors = densities.map((density) => density / total);
        const entropy = posteriors.reduce((sum, tau) => sum + (tau > 0 ? tau * Math.log(tau) : 0), 0);
        // exp and log of numbers up to 500 in size turn a rounding into 500 of them.
        const tolerance = 1e-12;
        const ours = rowPosterior(packed)(row, 0);
        for (const [k, tau] of posteriors.entries()) expectWithin(ours.posteriors[k]!, tau, tolerance);
        expectWithin(ours.logDensity, Math.log(total), tolerance);
        expectWithin(ours.entropy, entropy, tolerance);
        expectWithin(ours.logMax, Math.log(Math.max(...posteriors)), tolerance);
      }),
    );
  });

  it('gives one component posterior 1 and no entropy', () => {
    const one = { ...line([3], [-1]), components: 1 };
    for (const x of [3, 1e5, 1e160]) {
      const { posteriors, entropy, logMax, label } = rowPosterior(one)(Float64Array.of(x), 0);
      expect([...posteriors]).toEqual([1]);
      expect([entropy + 0, logMax + 0, label]).toEqual([0, 0, 0]);
    }
  });

  it('labels a tie with the first, and shares it evenly', () => {
    const twins = line([-1, 1, 1, -1], [-1, -1, -1, -1]);
    const middle = rowPosterior(twins)(Float64Array.of(0), 0);
    expect(middle.label).toBe(0);
    expect([...middle.posteriors]).toEqual([0.25, 0.25, 0.25, 0.25]);
    expect(rowPosterior(twins)(Float64Array.of(1), 0).label).toBe(1);
  });

  it('labels a tie beyond the doubles with the first', () => {
    const { label, posteriors } = rowPosterior(line([-1, 1], [-1, -1]))(Float64Array.of(1e200), 0);
    expect([label, ...posteriors]).toEqual([0, 1, 0]);
  });

  it('gives a component of weight 0 nothing, near or far, though it be the nearest', () => {
    const packed = line([5, 0, -5], [-Infinity, -1, -1]);
    expect([...rowPosterior(packed)(Float64Array.of(5), 0).posteriors].slice(0, 2)).toEqual([0, 1]);
    const wide = { ...packed, factors: Float64Array.of(1e-3, 1, 0.5) };
    for (const x of [1e5, 1e160, -1e160, 1e308]) {
      const { posteriors, label } = rowPosterior(wide)(Float64Array.of(x), 0);
      expect([label, ...posteriors]).toEqual([2, 0, 0, 1]);
    }
  });

  it('keeps its answer whole where a component alone overflows', () => {
    const packed = { ...line([0, 0], [-1, -1]), factors: Float64Array.of(1e200, 1) };
    const { posteriors, logDensity, entropy, label } = rowPosterior(packed)(Float64Array.of(2), 0);
    expect([label, ...posteriors, logDensity, entropy + 0]).toEqual([1, 0, 1, -1 - 0.5 * 4, 0]);
  });

  it('says NaN of a row that holds NaN', () => {
    const { posteriors, logDensity } = rowPosterior(line([-1, 1], [-1, -1]))(Float64Array.of(NaN), 0);
    expect([...posteriors, logDensity]).toEqual([NaN, NaN, NaN]);
  });

  it('gives components beyond their cutoff nothing, and the others what they have of all but for roundings', () => {
    fc.assert(
      fc.property(anywhere, ({ packed, row }) => {
        const scorer = rowScorer(packed);
        const joint = new Float64Array(packed.components);
        scorer.jointInto(joint, row, 0);
        const largest = Math.max(...joint);
        fc.pre(largest > -Infinity);
        const matters = cutoffsOf(packed).map((cutoff, k) =>
          Number(cutoff - CUTOFF_SLOPE * scorer.squares[k]! >= largest),
        );
        const all = rowPosterior(packed, 'all')(row, 0);
        const some = rowPosterior(packed, 'what-matters')(row, 0);
        expect([all.omitted, some.omitted]).toEqual([false, matters.includes(0)]);
        expect(some.label).toBe(all.label);
        expect(matters[all.label]).toBe(1);
        for (const [k, tau] of all.posteriors.entries()) {
          if (matters[k] === 0) expect(some.posteriors[k]).toBe(0);
          else expectWithin(some.posteriors[k]!, tau, 4 * UNIT * tau);
        }
        expectWithin(some.logMax, all.logMax, 4 * UNIT);
      }),
      { numRuns: 1000 },
    );
  });

  it('counts all components where every one is beyond the doubles, whatever is asked for', () => {
    const packed = line([-1, 1, 5], [-1, -1, -1]);
    for (const counting of ['all', 'what-matters'] as const) {
      const { omitted, posteriors } = rowPosterior(packed, counting)(Float64Array.of(1e200), 0);
      expect([omitted, ...posteriors]).toEqual([false, 1, 0, 0]);
    }
  });

  it('writes every answer into the same object', () => {
    const posteriorOf = rowPosterior(line([-1, 1], [-1, -1]));
    const first: RowPosterior = posteriorOf(Float64Array.of(-3), 0);
    expect(first.label).toBe(0);
    expect(posteriorOf(Float64Array.of(0, 3), 1)).toBe(first);
    expect(first.label).toBe(1);
  });
});

/** Components of deviation 1 on a line. */
function line(means: number[], constants: number[]): PackedMixture {
  return {
    components: means.length,
    dimension: 1,
    packing: 'diagonal',
    shared: false,
    constants: Float64Array.from(constants),
    weights: Float64Array.from(constants, (constant) => (constant === -Infinity ? 0 : 1 / constants.length)),
    means: Float64Array.from(means),
    factors: new Float64Array(means.length).fill(1),
  };
}

function expectWithin(ours: number, truth: number, bound: number): void {
  expect(Math.abs(ours - truth)).toBeLessThanOrEqual(bound);
}
