import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factorLength, type PackedMixture, rowScorer } from '../../src/index.ts';
import { packedMixtures, vectors } from './packed-mixtures.ts';
import { readReference } from './read-reference.ts';

const cases = readReference();

/** A row within a few standard deviations of a mixture, and the mixture. */
const scored = packedMixtures.chain((packed) =>
  fc.record({ packed: fc.constant(packed), row: vectors(packed.dimension, 5) }),
);

describe('rowScorer', () => {
  it('is checked in every packing, in 1 to 6 dimensions, near and far', () => {
    expect(cases.length).toBe(48);
    expect(new Set(cases.map(({ packed }) => packed.dimension))).toEqual(new Set([1, 2, 3, 4, 5, 6]));
  });

  for (const { title, packed, rows } of cases) {
    it(`errs by no more than the roundings of its own operations: ${title}`, () => {
      const scorer = rowScorer(packed);
      for (const { row, joint, slack } of rows) {
        const ours = new Float64Array(packed.components);
        scorer.jointInto(ours, row, 0);
        for (let k = 0; k < joint.length; k++) {
          if (joint[k] === -Infinity) expect(ours[k]).toBe(-Infinity);
          else expect(Math.abs(ours[k]! - joint[k]!)).toBeLessThanOrEqual(slack[k]!);
        }
      }
    });
  }

  it('computes a worked example: d = 1, ln w + ln N, exactly', () => {
    const packed: PackedMixture = {
      components: 2,
      dimension: 1,
      packing: 'diagonal',
      shared: false,
      constants: Float64Array.of(-1, -2),
      weights: Float64Array.of(0.5, 0.5),
      means: Float64Array.of(1, 3),
      factors: Float64Array.of(0.5, 2),
    };
    const joint = new Float64Array(2);
    rowScorer(packed).jointInto(joint, Float64Array.of(99, 5), 1);
    expect([...joint]).toEqual([-1 - 0.5 * 2 * 2, -2 - 0.5 * 4 * 4]);
  });

  it('solves a triangle in a worked example: L = [[2, 0], [1, 4]], x - mu = (2, 9), y = (1, 2)', () => {
    const packed: PackedMixture = {
      components: 1,
      dimension: 2,
      packing: 'triangular',
      shared: false,
      constants: Float64Array.of(-1),
      weights: Float64Array.of(1),
      means: Float64Array.of(1, -1),
      factors: Float64Array.of(1 / 2, 1, 1 / 4),
    };
    const joint = new Float64Array(1);
    rowScorer(packed).jointInto(joint, Float64Array.of(3, 8), 0);
    expect([...joint]).toEqual([-1 - 0.5 * (1 * 1 + 2 * 2)]);
  });

  it('gives the same bits for a diagonal packed as a triangle', () => {
    fc.assert(
      fc.property(scored, ({ packed, row }) => {
        if (packed.packing === 'triangular') return;
        expect(jointOf(asTriangular(packed), row)).toEqual(jointOf(packed, row));
      }),
    );
  });

  it('gives the same numbers to rounding whether a factor is shared or repeated', () => {
    fc.assert(
      fc.property(scored, ({ packed, row }) => {
        if (!packed.shared) return;
        const [shared, apart] = [jointOf(packed, row), jointOf(unshared(packed), row)];
        const scale = Math.max(...apart.map(Math.abs), 1);
        for (let k = 0; k < apart.length; k++) {
          expect(Math.abs(shared[k]! - apart[k]!)).toBeLessThan(ROUNDING_OF_TAME_SOLVES * scale);
        }
      }),
    );
  });

  it('keeps the digits of a shared factor where the means lie far from zero', () => {
    // Eighths up to 2^40 are exact, and so is every difference: moving them all changes nothing.
    const at = 2 ** 40;
    const packed = { ...SHARED, factors: Float64Array.of(1 / 3, 0.7, 1.9) };
    const far = { ...packed, means: packed.means.map((mean) => mean + at) };
    const row = Float64Array.of(1.5, -0.25);
    const moved = row.map((x) => x + at);
    expect(jointOf(far, moved)).toEqual(jointOf(packed, row));
  });

  it('reads the row that begins at the place asked for, and writes nothing else', () => {
    fc.assert(
      fc.property(scored, ({ packed, row }) => {
        const rows = Float64Array.of(7, 7, 7, ...row, 7);
        const before = rows.slice();
        const out = new Float64Array(packed.components);
        rowScorer(packed).jointInto(out, rows, 3);
        expect(out).toEqual(jointOf(packed, row));
        expect(rows).toEqual(before);
      }),
    );
  });

  it('says -Infinity of a component of weight 0, near and far', () => {
    const packed = { ...SHARED, constants: Float64Array.of(-1, -Infinity) };
    expect(jointOf(packed, Float64Array.of(0, 0))[1]).toBe(-Infinity);
    expect(jointOf(packed, Float64Array.of(1e200, 0))[1]).toBe(-Infinity);
  });

  it('says -Infinity, not NaN, where whitening itself overflows', () => {
    for (const packing of ['diagonal', 'triangular'] as const) {
      for (const shared of [false, true]) {
        expect(jointOf(tinyMixture(packing, shared), Float64Array.of(1e160, 1e160, 1e160))).toEqual(
          Float64Array.of(-Infinity, -Infinity),
        );
      }
    }
  });

  it('says NaN of a row that is not finite', () => {
    for (const entry of [NaN, Infinity, -Infinity]) {
      expect(jointOf(SHARED, Float64Array.of(0, entry))).toEqual(Float64Array.of(NaN, NaN));
    }
  });
});

describe('scaledSquares', () => {
  for (const { title, packed, rows } of cases) {
    if (packed.shared) continue;
    it(`tells 1e160 standard deviations apart: ${title}`, () => {
      const { row, scaledSquares } = rows.at(-1)!;
      const ours = rowScorer(packed).scaledSquares(row, 0);
      for (let k = 0; k < ours.length; k++) {
        if (scaledSquares[k] === Infinity) expect(ours[k]).toBe(Infinity);
        else expect(Math.abs(ours[k]! / scaledSquares[k]! - 1)).toBeLessThan(ROUNDING_OF_TAME_SOLVES);
      }
    });
  }

  it('is finite from the largest double down to standard deviations of 1e-146', () => {
    const squares = rowScorer(tinyMixture('triangular', false)).scaledSquares(
      Float64Array.of(1e308, -1e308, 1e308),
      0,
    );
    expect(squares.every(Number.isFinite)).toBe(true);
    expect(squares[1]!).toBeLessThan(squares[0]!);
  });

  it('is finite between a row and a mean at opposite ends of the doubles', () => {
    const packed = { ...SHARED, means: Float64Array.of(-1.7e308, -1.7e308, 1e308, 1e308) };
    const squares = rowScorer(packed).scaledSquares(Float64Array.of(1.7e308, 1.7e308), 0);
    expect(squares.every(Number.isFinite)).toBe(true);
    expect(squares[1]!).toBeLessThan(squares[0]!);
  });
});

describe('factorLength', () => {
  it('counts a diagonal, or the lower triangle with its diagonal', () => {
    expect([1, 2, 3, 10].map((d) => factorLength('diagonal', d))).toEqual([1, 2, 3, 10]);
    expect([1, 2, 3, 10].map((d) => factorLength('triangular', d))).toEqual([1, 3, 6, 55]);
  });
});

/** Of solves with at most 6 entries and factors of condition below 100: a few hundred roundings. */
const ROUNDING_OF_TAME_SOLVES = 1e-13;

/** Two components with L = [[2, 0], [1, 0.5]]; every number a small fraction of two. */
const SHARED: PackedMixture = {
  components: 2,
  dimension: 2,
  packing: 'triangular',
  shared: true,
  constants: Float64Array.of(-1, -2),
  weights: Float64Array.of(0.5, 0.5),
  means: Float64Array.of(0.5, 1, 3, -0.125),
  factors: Float64Array.of(0.5, 1, 2),
};

/** Two components at 0 with standard deviations of 1e-146; the second, unless it shares, has ones twice as large. */
function tinyMixture(packing: PackedMixture['packing'], shared: boolean): PackedMixture {
  const one = packing === 'diagonal' ? [1e146, 1e146, 1e146] : [1e146, 1e-147, 1e146, 0, 1e-147, 1e146];
  const other = packing === 'diagonal' ? one.map((f) => f / 2) : [5e145, 2e-147, 5e145, 0, 2e-147, 5e145];
  return {
    components: 2,
    dimension: 3,
    packing,
    shared,
    constants: Float64Array.of(-1, -1),
    weights: Float64Array.of(0.5, 0.5),
    means: new Float64Array(6),
    factors: Float64Array.from(shared ? one : [...one, ...other]),
  };
}

function jointOf(packed: PackedMixture, row: Float64Array): Float64Array {
  const joint = new Float64Array(packed.components);
  rowScorer(packed).jointInto(joint, row, 0);
  return joint;
}

function asTriangular(packed: PackedMixture): PackedMixture {
  const { dimension: d, factors } = packed;
  const length = factorLength('triangular', d);
  const triangles = new Float64Array((factors.length / d) * length);
  for (const [index, factor] of factors.entries()) {
    const j = index % d;
    triangles[((index - j) / d) * length + factorLength('triangular', j + 1) - 1] = factor;
  }
  return { ...packed, packing: 'triangular', factors: triangles };
}

function unshared(packed: PackedMixture): PackedMixture {
  const factors = Array.from({ length: packed.components }, () => [...packed.factors]).flat();
  return { ...packed, shared: false, factors: Float64Array.from(factors) };
}
