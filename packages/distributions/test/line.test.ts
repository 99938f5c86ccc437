import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createMixture,
  cumulative,
  marginal,
  normalCumulative,
  normalDensity,
  normalQuantile,
  normalSurvival,
  quantile,
  sample,
  sampleQuantile,
  survival,
} from '../src/index.ts';
import { expectRelative, expectWithin } from './closeness.ts';
import { written } from './distribution-functions.ts';
import { LINE, mixtures, PLANE } from './mixtures.ts';
import { expectError } from './raises.ts';

const EPSILON = 2 ** -52;
const lines = mixtures.map((mixture) => marginal(mixture, [0]));
const probabilities = fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true });

/** Up to 3 roundings of z standard deviations count z^2 times each; erfc and the product have 3 more. */
const tailBound = (z: number) => EPSILON * (4 + 3 * z * z);

describe('normalCumulative, normalSurvival', () => {
  it.each(written.normals)('have the digits of 60-digit arithmetic at $x of N($mean, $variance)', (each) => {
    const { x, z, ...normal } = each;
    const subnormal = 1e-323;
    for (const [ours, truth] of [
      [normalCumulative(x, normal), each.cumulative],
      [normalSurvival(x, normal), each.survival],
    ] as const) {
      expect(Math.abs(ours - truth)).toBeLessThanOrEqual(tailBound(truth < 0.5 ? z : 0) * truth + subnormal);
    }
  });

  it('are a half at the mean, and 0 and 1 at the ends', () => {
    const normal = { mean: 3, variance: 4 };
    expect([-Infinity, 3, Infinity].map((x) => normalCumulative(x, normal))).toEqual([0, 0.5, 1]);
    expect([-Infinity, 3, Infinity].map((x) => normalSurvival(x, normal))).toEqual([1, 0.5, 0]);
  });

  it('grow by the density', () => {
    const normal = { mean: 1, variance: 4 };
    const h = 2 ** -12;
    for (const x of [-6, -1, 0, 1, 3.5, 9]) {
      const slope = (normalCumulative(x + h, normal) - normalCumulative(x - h, normal)) / (2 * h);
      // The central difference errs by h^2 / 6 times a second derivative of the density, at most 15 / 4 of it here.
      expect(Math.abs(slope / normalDensity(x, normal) - 1)).toBeLessThan(h * h + 1e-9);
    }
  });
});

describe('normalQuantile', () => {
  it.each(written.quantiles)('has the digits of 60-digit arithmetic at $p', ({ p, z }) => {
    // AS 241 promises 1e-16; 6 roundings are the worst seen in ten thousand.
    expect(Math.abs(normalQuantile(p, { mean: 0, variance: 1 }) - z)).toBeLessThanOrEqual(
      4 * EPSILON * Math.abs(z),
    );
  });

  it('undoes normalCumulative', () => {
    fc.assert(
      fc.property(probabilities, (p) => {
        const normal = { mean: -2, variance: 9 };
        const back = normalCumulative(normalQuantile(p, normal), normal);
        // x errs by some roundings of its own and of the mean, which count density times deviation.
        return Math.abs(back - p) <= 200 * EPSILON * Math.min(p, 1 - p) + 4 * EPSILON;
      }),
    );
  });

  it('is infinite at 0 and 1, and the mean at a half', () => {
    const normal = { mean: 5, variance: 4 };
    expect([0, 0.5, 1].map((p) => normalQuantile(p, normal))).toEqual([-Infinity, 5, Infinity]);
  });

  it.each([-0.1, 1.5, NaN])('refuses %d', (p) => {
    expectError(
      () => normalQuantile(p, { mean: 0, variance: 1 }),
      'probability',
      `normalQuantile: p must be a number from 0 to 1, got ${p}.`,
    );
  });
});

const cases = written.lines.map((each) => ({
  ...each,
  title: `${each.weights.join(', ')} at ${each.offsets.join(', ')} beyond ${each.origin}`,
  mixture: createMixture({
    weights: each.weights,
    means: each.offsets.map((offset) => [each.origin + offset]),
    offsets: each.offsets.map((offset) => [offset]),
    origin: [each.origin],
    covariances: each.variances.map((variance) => ({ form: 'identity', dimension: 1, variance })),
  }),
}));

describe('cumulative, survival and quantile', () => {
  it.each(cases)('have the digits of 60-digit arithmetic: weights $title', ({ mixture, masses, ...each }) => {
    const positions = masses.map(({ x }) => x);
    const farthest = Math.max(
      ...positions.flatMap((x) =>
        each.offsets.map((mean, k) => Math.abs(x - each.origin - mean) / Math.sqrt(each.variances[k]!)),
      ),
    );
    // The component that counts for most in a tail is the nearest one, so this is more than enough.
    const bound = tailBound(Math.min(farthest, 37));
    const cumulatives = masses.map((mass) => mass.cumulative);
    expectRelative(cumulative(mixture, positions), cumulatives, bound);
    expectRelative(
      survival(mixture, positions),
      masses.map((mass) => mass.survival),
      bound,
    );
  });

  it.each(cases)('find what lies below: weights $title', ({ mixture, quantiles, origin }) => {
    const found = quantile(
      mixture,
      quantiles.map(({ p }) => p),
    );
    // The mass errs by 4 roundings, each of which moves the root by slack, and the root is rounded, as is the origin.
    expectWithin(
      found,
      quantiles.map(({ x }) => x),
      (i) => 8 * quantiles[i]!.slack + 4 * EPSILON * Math.abs(quantiles[i]!.x - origin) + EPSILON * origin,
    );
  });

  it('add up to 1', () => {
    fc.assert(
      fc.property(lines, fc.double({ min: -30, max: 30, noNaN: true }), (line, x) => {
        expect(Math.abs(cumulative(line, [x])[0]! + survival(line, [x])[0]! - 1)).toBeLessThan(4 * EPSILON);
      }),
    );
  });

  it('never fall', () => {
    fc.assert(
      fc.property(lines, fc.array(fc.double({ min: -30, max: 30, noNaN: true })), (line, x) => {
        const masses = cumulative(line, Float64Array.from(x).sort());
        // Neighbors may differ by a rounding of each component's share.
        for (let i = 1; i < masses.length; i++)
          expect(masses[i]! - masses[i - 1]!).toBeGreaterThan(-8 * EPSILON);
      }),
    );
  });

  it('undo one another', () => {
    fc.assert(
      fc.property(lines, probabilities, (line, p) => {
        const [x] = quantile(line, [p]);
        const back = p <= 0.5 ? cumulative(line, [x!])[0]! : 1 - survival(line, [x!])[0]!;
        // x is rounded where it is far from the origin: up to 16 for deviations from 0.7, and densities below 0.6.
        expect(Math.abs(back - p)).toBeLessThan(40 * EPSILON);
      }),
    );
  });

  it('are those of the normal distribution for one component', () => {
    const mixture = createMixture({
      weights: [1],
      means: [[3]],
      covariances: [{ form: 'diagonal', variances: Float64Array.of(4) }],
    });
    expect(quantile(mixture, [0.1, 0.9])).toEqual(
      Float64Array.of(
        normalQuantile(0.1, { mean: 3, variance: 4 }),
        normalQuantile(0.9, { mean: 3, variance: 4 }),
      ),
    );
    expect(cumulative(mixture, [5])[0]).toBe(normalCumulative(5, { mean: 3, variance: 4 }));
  });

  it('reach the ends', () => {
    expect(cumulative(LINE, [-Infinity, -1e300, 1e300, Infinity])).toEqual(Float64Array.of(0, 0, 1, 1));
    expect(survival(LINE, [-Infinity, -1e300, 1e300, Infinity])).toEqual(Float64Array.of(1, 1, 0, 0));
    expect(quantile(LINE, [0, 1])).toEqual(Float64Array.of(-Infinity, Infinity));
  });

  it('do not mind weights that are rounded, or 0', () => {
    const mixture = createMixture({
      weights: [0.3333333, 0.3333333, 0.3333333, 0],
      means: [[0], [1], [2], [1e6]],
      covariances: [1, 1, 1, 1].map((variance) => ({ form: 'identity', dimension: 1, variance })),
    });
    expect(cumulative(mixture, [Infinity])[0]).toBe(1);
    expect(Math.abs(quantile(mixture, [0.5])[0]! - 1)).toBeLessThan(4 * EPSILON);
  });

  it('find a value in the gap between two groups', () => {
    const mixture = createMixture({
      weights: [0.5, 0.5],
      means: [[-1e6], [1e6]],
      covariances: [1, 1].map((variance) => ({ form: 'identity', dimension: 1, variance })),
    });
    const [x] = quantile(mixture, [0.5]);
    expect(cumulative(mixture, [x!])[0]).toBe(0.5);
  });

  it('are the shares of a sample', () => {
    const { rows } = sample(LINE, 20_000, { seed: 3 });
    for (const p of [0.01, 0.25, 0.5, 0.9]) {
      const [x] = quantile(LINE, [p]);
      const share = rows.data.filter((value) => value <= x!).length / 20_000;
      expect(Math.abs(share - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / 20_000));
    }
  });

  it('refuse several columns, and what is no number or no probability', () => {
    for (const [name, ask] of Object.entries({ cumulative, survival, quantile })) {
      expectError(
        () => ask(PLANE, [0]),
        'shape',
        `${name}: the mixture must have one column, got one of 2. Try marginal(mixture, [0]).`,
      );
    }
    for (const [name, ask] of Object.entries({ cumulative, survival })) {
      expectError(
        () => ask(LINE, [0, NaN]),
        'not-a-number',
        `${name}: x must hold numbers, got NaN in place 2.`,
      );
    }
    expectError(
      () => quantile(LINE, [0.5, 0.2, 1.25]),
      'probability',
      'quantile: p must hold numbers from 0 to 1, got 1.25 in place 3.',
    );
  });
});

describe('sampleQuantile', () => {
  it('interpolates as numpy and R do', () => {
    // numpy.quantile([4, 1, 3, 2], [0, 0.1, 0.4, 0.5, 1]); quantile(c(4, 1, 3, 2), ...) in R
    expect([0, 0.1, 0.4, 0.5, 1].map((q) => sampleQuantile([4, 1, 3, 2], q))).toEqual([1, 1.3, 2.2, 2.5, 4]);
    expect(sampleQuantile([7], 0.3)).toBe(7);
    expect(sampleQuantile([-Infinity, -Infinity, 0], 0.25)).toBe(-Infinity);
  });

  it('refuses no values, NaN among them, and no probability', () => {
    expectError(
      () => sampleQuantile([], 0.5),
      'shape',
      'sampleQuantile: values must be at least one number, got none.',
    );
    expectError(
      () => sampleQuantile([1, NaN, 2, NaN], 0.5),
      'not-a-number',
      'sampleQuantile: values must be numbers, got 2 NaN.',
    );
    expectError(
      () => sampleQuantile([1, 2], -0.5),
      'probability',
      'sampleQuantile: q must be a number from 0 to 1, got -0.5.',
    );
  });
});
