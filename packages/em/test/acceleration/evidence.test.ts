import { describe, expect, test } from 'vitest';
import { fitMixture } from '../../src/index.ts';
import { compare, geometricMean, PASSES, problems } from './evidence.mjs';

const all = problems().map((problem) => compare(fitMixture, problem));
const same = all.filter(({ gained }) => gained === 0);

/** Plain EM's passes over the accelerated ones; where plain EM has not arrived, no more than it has had. */
function ratiosOf(kind: string): number[] {
  return same
    .filter(({ problem }) => problem.kind === kind)
    .map(({ plain, accelerated }) => Math.max(1, Math.min(plain, PASSES)) / Math.max(1, accelerated));
}

describe('Passes until 1e-6 nats below the limit', () => {
  test('are a third of plain EM’s or fewer where components overlap', () => {
    expect(geometricMean(ratiosOf('overlapping'))).toBeGreaterThan(3);
  });

  test('are fewer than plain EM’s where they do not, and on real data', () => {
    expect(geometricMean(ratiosOf('separated'))).toBeGreaterThan(1);
    expect(geometricMean(ratiosOf('real'))).toBeGreaterThan(1);
  });

  test.each(same)('are at most 1.1 times plain EM’s and 3: $problem.name', ({ plain, accelerated }) => {
    expect(accelerated).toBeLessThanOrEqual(1.1 * plain + 3);
    expect(accelerated).toBeLessThan(Infinity);
  });
});

test('Almost always the optimum is the same, and where it is not, it is better as often as worse', () => {
  const other = all.filter(({ gained }) => gained !== 0);
  expect(other.length).toBeLessThan(all.length / 8);
  const better = other.filter(({ gained }) => gained > 0);
  expect(better.length).toBeGreaterThanOrEqual(other.length - better.length);
});

test('No pass loses likelihood', () => {
  for (const { trace } of all) {
    for (let t = 1; t < trace.length; t++) {
      // Plain steps may lose what rounding does to a sum of a thousand terms.
      expect(trace[t]! - trace[t - 1]!).toBeGreaterThanOrEqual(-1e-12 * (Math.abs(trace[t]!) + 1000));
    }
  }
});
