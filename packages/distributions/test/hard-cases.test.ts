import { describe, expect, it } from 'vitest';
import {
  componentLogDensities,
  mahalanobis,
  multivariateNormalLogDensities,
  normalDensity,
  normalLogDensity,
  predict,
  predictProba,
  scoreSamples,
} from '../src/index.ts';
import { expectWithin } from './closeness.ts';
import { readHardCases, readHardNormals } from './read-hard-cases.ts';

const cases = readHardCases();

const UNIT = 2 ** -53;
/** exp, log, a sum of at most 3 shares and a division, a unit or two each. */
const ROUNDINGS = 12;
/** Below this, shares are subnormal and keep fewer digits. */
const SUBNORMAL = 1e-307;

// Bounds come from hard_cases.py: the roundings of the operations, nothing more.
for (const { title, mixture, rows } of cases) {
  describe(`400-digit arithmetic, ${title}`, () => {
    const x = rows.map(({ row }) => row);
    const components = mixture.weights.length;
    const slacks = rows.flatMap(({ slack }) => slack);

    /** What a logarithm of a posterior, and a row's log-density, may be off. */
    const ofRow = (i: number): number => {
      const { slack, componentLogDensities: densities } = rows[i]!;
      const finite = slack.filter((_, k) => densities[k] !== -Infinity && mixture.weights[k]! > 0);
      return Math.max(...finite) + ROUNDINGS * UNIT;
    };

    it('gives the log-density under each component', () => {
      const truth = rows.flatMap((row) => row.componentLogDensities);
      expectWithin(componentLogDensities(mixture, x).data, truth, (index) => slacks[index]!);
    });

    it('gives the log-density of the mixture', () => {
      const truth = rows.map(({ logDensity }) => logDensity);
      expectWithin(
        scoreSamples(mixture, x),
        truth,
        (i) => ofRow(i) + ROUNDINGS * UNIT * Math.abs(rows[i]!.logDensity),
      );
    });

    it('gives posteriors that sum to 1', () => {
      const truth = rows.flatMap(({ posteriors }) => posteriors);
      const ours = predictProba(mixture, x);
      expectWithin(ours.data, truth, (index) => {
        const i = Math.floor(index / components);
        if (rows[i]!.logDensity === -Infinity) return 0;
        // Where roundings exceed a nat, the components must be further apart than that.
        return Math.expm1(Math.min(2 * ofRow(i), 1)) * truth[index]! + SUBNORMAL;
      });
      for (let i = 0; i < ours.rows; i++) {
        const row = ours.data.subarray(i * components, (i + 1) * components);
        const sum = row.reduce((total, posterior) => total + posterior, 0);
        expect(Math.abs(sum - 1)).toBeLessThanOrEqual(2 * components * UNIT);
      }
    });

    it('gives labels', () => {
      expect([...predict(mixture, x)]).toEqual(rows.map(({ label }) => label));
    });

    it('gives Mahalanobis distances', () => {
      const bounds = rows.flatMap(({ distanceSlack }) => distanceSlack);
      const truth = rows.flatMap((row) => row.mahalanobis);
      expectWithin(mahalanobis(mixture, x).data, truth, (index) => bounds[index]!);
    });
  });
}

describe('multivariateNormalLogDensities', () => {
  for (const { title, mixture, rows } of cases) {
    if (mixture.origin.some((value) => value !== 0)) continue;
    it(`errs by no more than its roundings, ${title}`, () => {
      const x = rows.map(({ row }) => row);
      for (const [k, mean] of mixture.means.entries()) {
        const truth = rows.map((row) => row.componentLogDensities[k]!);
        const ours = multivariateNormalLogDensities({ mean, covariance: mixture.covariances[k]! }, x);
        expectWithin(ours, truth, (i) => rows[i]!.slack[k]!);
      }
    });
  }
});

describe.each(readHardNormals())(
  'A normal distribution at $x, mean $mean, variance $variance',
  ({ x, mean, variance, logDensity, density, slack }) => {
    it('has the log-density of 400-digit arithmetic', () => {
      expectWithin([normalLogDensity(x, { mean, variance })], [logDensity], () => slack);
    });

    it('has the density of 400-digit arithmetic', () => {
      const relative = Math.expm1(slack) + 2 * UNIT;
      // Subnormal densities are multiples of the least double.
      const bound = density === 0 ? 0 : relative * density + Number.MIN_VALUE;
      expectWithin([normalDensity(x, { mean, variance })], [density], () => bound);
    });
  },
);
