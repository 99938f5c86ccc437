import { describe, expect, it } from 'vitest';
import { createRandom, type Random } from '../src/index.ts';

const N = 100_000;

/** Five standard errors: a right generator fails one such check in two million. The seeds are fixed. */
const STANDARD_ERRORS = 5;

interface Moments {
  mean: number;
  variance: number;
  /** E (x - mean)^4 / variance^2, from which the standard error of the variance follows. */
  kurtosis: number;
}

/** Mean and variance lie within five standard errors, sqrt(var / N) and var sqrt((kurtosis - 1) / N). */
function expectMoments(draw: () => number, { mean, variance, kurtosis }: Moments): void {
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < N; i++) {
    const deviation = draw() - mean;
    sum += deviation;
    squares += deviation * deviation;
  }
  expect(Math.abs(sum / N)).toBeLessThan(STANDARD_ERRORS * Math.sqrt(variance / N));
  expect(Math.abs(squares / N - variance)).toBeLessThan(
    STANDARD_ERRORS * variance * Math.sqrt((kurtosis - 1) / N),
  );
}

/** Pearson's statistic has mean m - 1 and variance about 2 (m - 1) over m cells. */
function expectFrequencies(counts: ArrayLike<number>, probabilities: readonly number[]): void {
  const draws = Array.from(counts).reduce((a, b) => a + b, 0);
  let statistic = 0;
  probabilities.forEach((p, i) => {
    if (p === 0) expect(counts[i]).toBe(0);
    else statistic += (counts[i]! - draws * p) ** 2 / (draws * p);
  });
  const freedom = probabilities.filter((p) => p > 0).length - 1;
  expect(statistic).toBeLessThan(freedom + STANDARD_ERRORS * Math.sqrt(2 * freedom));
}

function histogram(cells: number, draw: () => number): Int32Array {
  const counts = new Int32Array(cells);
  for (let i = 0; i < N; i++) counts[draw()]! += 1;
  return counts;
}

function messageOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    return (error as Error).message;
  }
  return 'nothing was thrown';
}

const equal = (cells: number) => new Array<number>(cells).fill(1 / cells);

describe('uniform', () => {
  it('has mean 1/2, variance 1/12 and kurtosis 9/5', () => {
    expectMoments(createRandom(1).uniform, { mean: 1 / 2, variance: 1 / 12, kurtosis: 9 / 5 });
  });

  it('fills 100 cells evenly and stays inside (0, 1)', () => {
    const random = createRandom(2);
    let inside = true;
    const counts = histogram(100, () => {
      const u = random.uniform();
      inside &&= u > 0 && u < 1;
      return Math.floor(100 * u);
    });
    expectFrequencies(counts, equal(100));
    expect(inside).toBe(true);
  });

  it('fills 16 x 16 cells evenly with the first draws of consecutive seeds, and of consecutive forks', () => {
    const parent = createRandom(3);
    const streams: ((i: number) => Random)[] = [(i) => createRandom(i), (i) => parent.fork(i)];
    for (const stream of streams) {
      let before = 0;
      let i = 0;
      const counts = histogram(256, () => {
        const now = Math.floor(16 * stream(i++).uniform());
        const cell = 16 * before + now;
        before = now;
        return cell;
      });
      expectFrequencies(counts, equal(256));
    }
  });
});

describe('integer', () => {
  it.each([2, 3, 10, 100])('fills %d cells evenly', (n) => {
    const random = createRandom(n);
    expectFrequencies(
      histogram(n, () => random.integer(n)),
      equal(n),
    );
  });

  it('has no bias where the range of the bits is no multiple of n', () => {
    // Of the 2^32 values of 32 bits modulo n = 3 * 2^30, those below 2^30 would come twice as often.
    const random = createRandom(5);
    const n = 3 * 2 ** 30;
    expectFrequencies(
      histogram(3, () => Math.floor(random.integer(n) / 2 ** 30)),
      equal(3),
    );
  });

  it('reaches beyond 32 bits, evenly', () => {
    const random = createRandom(6);
    const n = 3 * 2 ** 51;
    expectFrequencies(
      histogram(3, () => Math.floor(random.integer(n) / 2 ** 51)),
      equal(3),
    );
    const odd = histogram(2, () => random.integer(2 ** 53) % 2);
    expectFrequencies(odd, equal(2));
  });

  it('is 0 for n = 1', () => {
    expect(createRandom(7).integer(1)).toBe(0);
  });

  it.each([0, -1, 1.5, NaN, Infinity, 2 ** 54])('refuses n = %d', (n) => {
    expect(messageOf(() => createRandom(0).integer(n))).toBe(
      `Random.integer: n must be a whole number from 1 to 9007199254740992, got ${n}`,
    );
  });
});

describe('normal', () => {
  it('has mean 0, variance 1 and kurtosis 3', () => {
    expectMoments(createRandom(8).normal, { mean: 0, variance: 1, kurtosis: 3 });
  });

  it('falls between the quantiles as often as it should', () => {
    // Quantiles of the standard normal distribution at 0.001, 0.1, 0.3, 0.5, 0.7, 0.9, 0.999 (R: qnorm).
    const quantiles = [-3.090232, -1.281552, -0.5244005, 0, 0.5244005, 1.281552, 3.090232];
    const random = createRandom(9);
    const counts = histogram(8, () => {
      const z = random.normal();
      return quantiles.filter((q) => q < z).length;
    });
    expectFrequencies(counts, [0.001, 0.099, 0.2, 0.2, 0.2, 0.2, 0.099, 0.001]);
  });

  it('gives pairs that are not correlated', () => {
    const random = createRandom(10);
    let sum = 0;
    for (let i = 0; i < N; i++) sum += random.normal() * random.normal();
    expect(Math.abs(sum / N)).toBeLessThan(STANDARD_ERRORS / Math.sqrt(N));
  });
});

describe('gamma', () => {
  it.each([0.1, 0.5, 1, 1.5, 4, 100])('with shape %d has mean and variance equal to it', (shape) => {
    const random = createRandom(`gamma ${shape}`);
    expectMoments(() => random.gamma(shape), { mean: shape, variance: shape, kurtosis: 3 + 6 / shape });
  });

  it('with shape 1 is exponential, with shape 2 the sum of two', () => {
    // P(x < t) = 1 - exp(-t) and 1 - (1 + t) exp(-t).
    const thresholds = [0.1, 0.5, 1, 2, 4];
    const below = [
      { shape: 1, at: (t: number) => 1 - Math.exp(-t) },
      { shape: 2, at: (t: number) => 1 - (1 + t) * Math.exp(-t) },
    ];
    for (const { shape, at } of below) {
      const random = createRandom(`exponential ${shape}`);
      const counts = histogram(6, () => {
        const x = random.gamma(shape);
        return thresholds.filter((t) => t < x).length;
      });
      const cumulated = [0, ...thresholds.map(at), 1];
      expectFrequencies(
        counts,
        cumulated.slice(1).map((p, i) => p - cumulated[i]!),
      );
    }
  });

  it('with shape 1/2 is half the square of a normal', () => {
    // P(x < 1/2) = P(|z| < 1) = 0.6826895, P(x < 2) = P(|z| < 2) = 0.9544997.
    const random = createRandom(11);
    const counts = histogram(3, () => {
      const x = random.gamma(0.5);
      return x < 0.5 ? 0 : x < 2 ? 1 : 2;
    });
    expectFrequencies(counts, [0.6826895, 0.9544997 - 0.6826895, 1 - 0.9544997]);
  });

  it.each([0, -2, NaN, Infinity])('refuses shape %d', (shape) => {
    expect(messageOf(() => createRandom(0).gamma(shape))).toBe(
      `Random.gamma: shape must be positive and finite, got ${shape}`,
    );
  });
});

describe('categorical', () => {
  it('draws in proportion to weights that do not sum to one, and never a weight of 0', () => {
    const random = createRandom(12);
    const weights = Float64Array.of(0, 5, 0, 3, 2, 0);
    expectFrequencies(
      histogram(6, () => random.categorical(weights)),
      [0, 0.5, 0, 0.3, 0.2, 0],
    );
  });

  it('takes one weight, however small', () => {
    expect(createRandom(13).categorical([0, 5e-324])).toBe(1);
  });

  it('refuses weights that are negative, not a number, all 0 or too large to sum', () => {
    const draw = (weights: number[]) => () => createRandom(0).categorical(weights);
    expect(messageOf(draw([1, -2]))).toBe(
      'Random.categorical: weights must not be negative, got -2 at index 1',
    );
    expect(messageOf(draw([NaN]))).toBe(
      'Random.categorical: weights must not be negative, got NaN at index 0',
    );
    expect(messageOf(draw([0, 0]))).toBe(
      'Random.categorical: the sum of the weights must be positive and finite, got 0',
    );
    expect(messageOf(draw([]))).toBe(
      'Random.categorical: the sum of the weights must be positive and finite, got 0',
    );
    expect(messageOf(draw([1e308, 1e308]))).toBe(
      'Random.categorical: the sum of the weights must be positive and finite, got Infinity',
    );
  });
});

describe('shuffle', () => {
  it('makes each of the 24 orders of 4 as often, in place', () => {
    const random = createRandom(14);
    const seen = new Map<string, number>();
    const counts = histogram(24, () => {
      const list = [0, 1, 2, 3];
      random.shuffle(list);
      const order = list.join('');
      if (!seen.has(order)) seen.set(order, seen.size);
      return seen.get(order)!;
    });
    expectFrequencies(counts, equal(24));
  });

  it('keeps the entries of a typed array, of one entry and of none', () => {
    const random = createRandom(15);
    expect(random.shuffle(Float64Array.of(3, 1, 2)).toSorted()).toEqual(Float64Array.of(1, 2, 3));
    const one = ['a'];
    expect(random.shuffle(one)).toBe(one);
    expect(one).toEqual(['a']);
    expect(random.shuffle([])).toEqual([]);
  });
});

describe('sampleWithoutReplacement', () => {
  it('makes each of the 60 ordered choices of 3 from 5 as often', () => {
    const random = createRandom(16);
    const seen = new Map<string, number>();
    const counts = histogram(60, () => {
      const choice = random.sampleWithoutReplacement(5, 3).join('');
      if (!seen.has(choice)) seen.set(choice, seen.size);
      return seen.get(choice)!;
    });
    expectFrequencies(counts, equal(60));
  });

  it('gives every index once when k is n, and nothing when k is 0', () => {
    const random = createRandom(17);
    expect(random.sampleWithoutReplacement(100, 100).toSorted()).toEqual(
      Int32Array.from({ length: 100 }, (_, i) => i),
    );
    expect(random.sampleWithoutReplacement(0, 0)).toEqual(new Int32Array(0));
  });

  it('chooses from two thousand million without holding them', () => {
    const drawn = createRandom(18).sampleWithoutReplacement(2 ** 31, 1000);
    expect(new Set(drawn).size).toBe(1000);
    expect(Math.min(...drawn)).toBeGreaterThanOrEqual(0);
  });

  it('refuses counts that are not whole or do not fit', () => {
    const draw = (n: number, k: number) => () => createRandom(0).sampleWithoutReplacement(n, k);
    expect(messageOf(draw(5, 6))).toBe(
      'Random.sampleWithoutReplacement: k must be a whole number from 0 to n (5), got 6',
    );
    expect(messageOf(draw(7, 1.5))).toBe(
      'Random.sampleWithoutReplacement: k must be a whole number from 0 to n (7), got 1.5',
    );
    expect(messageOf(draw(-3, 0))).toBe(
      'Random.sampleWithoutReplacement: n must be a whole number from 0 to 2147483648, got -3',
    );
  });
});
