import { exp, log } from '@gaussmix/kernels';
import { describe, expect, test } from 'vitest';
import { createSequence } from '../../src/conformance/sequence.ts';
import type { Covariance } from '../../src/covariance.ts';
import { type CommonAxes, commonAxes } from '../../src/orientation/common-axes.ts';
import type { VolumeRule } from '../../src/orientation/volume-rule.ts';
import { factorOfAxes } from '../../src/shape/factor-of-axes.ts';
import type { ComponentMoments } from '../../src/structure.ts';

const d = 8;

/** F(h) = n d ln sum_k exp(h_k / d), and F(h) = sum_k N_k h_k. They count how often the search asks for slopes. */
const rules = {
  EVE: (counts: Float64Array) => {
    const rows = counts.reduce((sum, count) => sum + count, 0);
    const total = (h: Float64Array): number => h.reduce((sum, each) => sum + exp(each / d), 0);
    return countingRule({
      rows,
      coupling: 1 / d,
      cost: (h) => rows * d * log(total(h)),
      weightsInto: (out, h) => out.set(h.map((each) => (rows * exp(each / d)) / total(h))),
    });
  },
  VVE: (counts: Float64Array) =>
    countingRule({
      rows: counts.reduce((sum, count) => sum + count, 0),
      coupling: 0,
      cost: (h) => h.reduce((sum, each, k) => sum + counts[k]! * each, 0),
      weightsInto: (out) => out.set(counts),
    }),
};

function countingRule(rule: VolumeRule): VolumeRule & { looks: number } {
  const counting = {
    ...rule,
    looks: 0,
    weightsInto(out: Float64Array, h: Float64Array): void {
      counting.looks++;
      rule.weightsInto(out, h);
    },
  };
  return counting;
}

/**
 * Scatters of so many rows each, about their mean, that have axes of their own. With fewer rows than columns they are flat
 * but for the ridge, as in a fit that holds components up.
 */
function momentsOfRows(rows: readonly number[], ridge: number, seed: number): ComponentMoments {
  const numbers = createSequence(seed);
  const scatters = rows.map((count) => {
    const scatter = new Float64Array(d * d);
    const mixing = Float64Array.from({ length: d * d }, () => numbers.between(-1, 1));
    for (let row = 1; row < count; row++) {
      const z = Array.from({ length: d }, () => numbers.between(-1, 1));
      const x = z.map((_, i) => z.reduce((sum, each, j) => sum + mixing[i * d + j]! * each, 0));
      for (let at = 0; at < d * d; at++) scatter[at]! += x[Math.floor(at / d)]! * x[at % d]!;
    }
    for (let j = 0; j < d; j++) scatter[j * d + j]! += ridge * count;
    return scatter;
  });
  return { dimension: d, counts: Float64Array.from(rows), scatters };
}

/** What the axes make of scatters, as covariances to go on from. */
function covariancesOf({ vectors, spreads }: CommonAxes): Covariance[] {
  return spreads.map((spread) => ({
    form: 'dense',
    dimension: d,
    factor: factorOfAxes(vectors, spread.map(Math.sqrt)),
  }));
}

const rows = [5, 13, 6, 11, 9, 4, 12];
const total = 60;
const names = ['EVE', 'VVE'] as const;
const seeds = [1, 2, 3, 4];

/** Axes of round scatters that have nothing to do with the others: a poor start. */
const elsewhere = (seed: number): Covariance[] =>
  covariancesOf(commonAxes(momentsOfRows(rows, 1, seed + 50), rules.VVE(Float64Array.from(rows))));

/** The cost per row after each of so many searches, each from where the last one ended. */
function passes(moments: ComponentMoments, rule: VolumeRule, start: Covariance[]) {
  const costs: number[] = [];
  let covariances = start;
  return (count: number): readonly number[] => {
    for (let pass = 0; pass < count; pass++) {
      const axes = commonAxes(moments, rule, covariances);
      costs.push(rule.cost(axes.logDeterminants) / total);
      covariances = covariancesOf(axes);
    }
    return costs;
  };
}

describe.each(names)('common axes of nearly flat scatters, %s', (name) => {
  test.each([1e-4, 1e-6])('without a start lose nothing to a search that goes on, ridge %d', (ridge) => {
    for (const seed of seeds) {
      const moments = momentsOfRows(rows, ridge, seed);
      const rule = rules[name](moments.counts);
      const cold = commonAxes(moments, rule);
      const costs = passes(moments, rule, covariancesOf(cold))(40);
      expect(rule.cost(cold.logDeterminants) / total - Math.min(...costs)).toBeLessThan(1e-9);
    }
  });

  test.each([1e-2, 1e-4, 1e-6, 1e-8, 1e-10, 1e-12, 1e-13])(
    'are looked for 15 times at most from a start, and each plane as often, ridge %d',
    (ridge) => {
      const planes = (d * (d - 1)) / 2;
      for (const seed of seeds) {
        const moments = momentsOfRows(rows, ridge, seed);
        const rule = rules[name](moments.counts);
        commonAxes(moments, rule, elsewhere(seed));
        expect(rule.looks).toBeGreaterThan(0);
        expect(rule.looks).toBeLessThanOrEqual(15 * (1 + planes));
      }
    },
  );

  test.each([
    [1e-2, 3],
    [1e-4, 5],
    [1e-6, 20],
  ])('fall from pass to pass, and with ridge %d are where they stay after %i', (ridge, enough) => {
    for (const seed of seeds) {
      const moments = momentsOfRows(rows, ridge, seed);
      const costs = passes(moments, rules[name](moments.counts), elsewhere(seed))(enough + 20);
      for (const [pass, cost] of costs.slice(1).entries()) expect(cost).toBeLessThan(costs[pass]! + 1e-9);
      expect(costs[enough]! - Math.min(...costs)).toBeLessThan(1e-9);
    }
  });

  test('are not looked for from axes along which a component is flat', () => {
    const moments = momentsOfRows(rows, 1e-2, 1);
    const flat = moments.scatters[2]!;
    for (let i = 0; i < d; i++) flat[i * d] = flat[i] = 0;
    const rule = rules[name](moments.counts);
    const start: Covariance = { form: 'diagonal', variances: Float64Array.of(8, 7, 6, 5, 4, 3, 2, 1) };
    expect(() => commonAxes(moments, rule, Array<Covariance>(rows.length).fill(start))).toThrow(
      expect.objectContaining({ component: 2 }),
    );
    expect(rule.looks).toBe(0);
  });
});
