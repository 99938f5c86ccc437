import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom, createUniformRandom } from '../src/index.ts';

const reference: Record<string, number[]> = JSON.parse(
  readFileSync(new URL('./xor4096.json', import.meta.url), 'utf8'),
);

describe('createRandom', () => {
  it.each(Object.entries(reference))('draws from seed %j what xor4096.py draws', (seed, draws) => {
    const random = createRandom(seed);
    expect(draws.map(() => random.uniform())).toEqual(draws);
  });

  it('takes a number and its text for the same seed', () => {
    for (const seed of [0, 42, -1.5, 1e21]) expect(tenOfEach(seed)).toEqual(tenOfEach(String(seed)));
    expect(tenOfEach(-0)).toEqual(tenOfEach(0));
  });

  it('gives the same numbers for the same seed, and others for another', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (seed, other) => {
        expect(tenOfEach(seed)).toEqual(tenOfEach(seed));
        if (seed !== other) expect(tenOfEach(seed)).not.toEqual(tenOfEach(other));
      }),
    );
  });

  it.each([NaN, Infinity, -Infinity])('refuses %d as a seed', (seed) => {
    expect(() => createRandom(seed)).toThrow(
      expect.objectContaining({
        code: 'seed',
        message: `createRandom: seed must be a finite number or a text, got ${seed}`,
      }),
    );
  });
});

describe('createUniformRandom', () => {
  it('draws what createRandom draws, and its forks too', () => {
    const draws = createUniformRandom(42);
    const random = createRandom(42);
    for (const [one, other] of [
      [draws, random],
      [draws.fork('a').fork(1), random.fork('a').fork(1)],
    ] as const) {
      expect(one.uniform()).toBe(other.uniform());
      expect(one.integer(1000)).toBe(other.integer(1000));
      expect(one.sampleWithoutReplacement(50, 9)).toEqual(other.sampleWithoutReplacement(50, 9));
    }
  });

  it('refuses a seed that is not finite', () => {
    expect(() => createUniformRandom(-Infinity)).toThrow(
      expect.objectContaining({
        code: 'seed',
        message: 'createUniformRandom: seed must be a finite number or a text, got -Infinity',
      }),
    );
  });
});

describe('fork', () => {
  it('continues in the source that its name says', () => {
    expect(createRandom(42).fork(7).uniform()).toBe(reference['2:42/7']?.[0]);
  });

  it('does not depend on what was drawn before, nor moves its parent', () => {
    const random = createRandom(1);
    const early = random.fork('a').uniform();
    const first = random.uniform();
    random.normal();
    expect(random.fork('a').uniform()).toBe(early);
    expect(createRandom(1).uniform()).toBe(first);
  });

  it('gives another stream for every label and every way to it', () => {
    const sources = [
      createRandom('a').fork('b/c'),
      createRandom('a/b').fork('c'),
      createRandom('a').fork('b').fork('c'),
      createRandom('a'),
      createRandom('a').fork('b'),
      createRandom('a').fork(''),
      createRandom('a/b/c'),
    ];
    expect(new Set(sources.map((source) => source.uniform())).size).toBe(sources.length);
  });
});

function tenOfEach(seed: number | string): number[] {
  const random = createRandom(seed);
  return Array.from({ length: 10 }, (_, i) => [
    random.uniform(),
    random.integer(1000 + i),
    random.normal(),
    random.gamma(0.5 + i),
    random.categorical([1, 2, 3]),
  ]).flat();
}
