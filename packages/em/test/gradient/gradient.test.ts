import { readFileSync } from 'node:fs';
import { type CovarianceStructure, diag, families, full, tied } from '@gaussmix/covariance';
import { createMixture, type Mixture } from '@gaussmix/distributions';
import { describe, expect, test } from 'vitest';
import { movedCovariances, movesBetween, movesInFamily } from '../../src/gradient/covariance-moves.ts';
import { gradientOf } from '../../src/gradient/gradient-of.ts';
import { type GradientState, gradientAscent } from '../../src/index.ts';
import { ridgeOf } from '../../src/loop/ridge.ts';
import { memoryEngine } from '../../src/memory-engine.ts';
import { correctDigits, flatCovariances, flatMeans } from '../support/closeness.ts';

/** What `gradient.py` says. */
interface Reference {
  readonly gradients: readonly {
    readonly rows: number[][];
    readonly weights: number[];
    readonly means: number[][];
    readonly covariances: number[][][];
    readonly gradient: {
      readonly logits: number[];
      readonly means: number[][];
      readonly covariances: number[][];
    };
  }[];
  readonly steps: readonly {
    readonly x: number[];
    readonly step: number;
    readonly states: readonly {
      readonly weights: number[];
      readonly means: number[];
      readonly variances: number[];
      readonly logLikelihood: number;
      readonly gradientNorm: number;
    }[];
  }[];
}

/** Projections are differences: seven digits, of numbers up to 2. */
const PROJECTED = 2e-7;

const reference: Reference = JSON.parse(readFileSync(new URL('gradient.json', import.meta.url), 'utf8'));

function gradientIn(rows: readonly number[][], mixture: Mixture, structure: CovarianceStructure) {
  const d = mixture.dimension;
  const engine = memoryEngine({ data: Float64Array.from(rows.flat()), rows: rows.length, columns: d });
  const want = structure.moments === 'diagonal' ? 'diagonal' : 'full';
  const moments = engine.moments({ mixture, want, assignment: 'soft' });
  const ridge = ridgeOf(0, { map: { kind: 'scale', dimension: d, factor: 1 }, unitVariance: 1 });
  return gradientOf(moments, mixture, { structure, weights: 'free', ridge });
}

describe.each(reference.gradients)(
  'the gradient in $means.0.length dimensions',
  ({ rows, gradient, ...parts }) => {
    const matrices = parts.covariances.map((matrix) => Float64Array.from(matrix.flat()));
    const mixture = createMixture({
      weights: parts.weights,
      means: parts.means,
      covariances: matrices.map((matrix) => full.estimate(momentsLike([matrix], rows[0]!.length))[0]!),
    });

    test('is that of differences in 60 digits', () => {
      const ours = gradientIn(rows, mixture, full);
      // Differences of the moments lose a digit or two.
      expect(correctDigits(ours.logits, gradient.logits)).toBeGreaterThan(12);
      expect(
        correctDigits(
          ours.means.flatMap((mean) => [...mean]),
          gradient.means.flat(),
        ),
      ).toBeGreaterThan(12);
      const moves = ours.covariances.flatMap((move) => [...move]);
      expect(correctDigits(moves, gradient.covariances.flat())).toBeGreaterThan(12);
      const squares = [gradient.logits, ...gradient.means, ...gradient.covariances].flat();
      expect(ours.slope).toBeCloseTo(
        squares.reduce((sum, entry) => sum + entry * entry, 0),
        12,
      );
    });

    test('of a covariance that all share is the average of those of each', () => {
      const shared = { ...mixture, covariances: mixture.covariances.map(() => mixture.covariances[0]!) };
      const each = gradientIn(rows, shared, full).covariances;
      const average = each[0]!.map((entry, e) => (entry + each[1]![e]!) / 2);
      for (const move of gradientIn(rows, shared, tied).covariances) {
        for (const [e, entry] of move.entries())
          expect(Math.abs(entry - average[e]!)).toBeLessThan(PROJECTED);
      }
    });
  },
);

describe.each(reference.steps)('with a fixed step of $step', ({ x, step, states }) => {
  test.each(['full', 'diag', 'spherical'] as const)(
    'states are those of numpy, covariance %s',
    (covariance) => {
      const initial = { means: [2, 5], covariances: [1, 1] };
      const options = { covariance, initial, step, tolerance: 0, maxIterations: states.length - 1 };
      const told: GradientState[] = [];
      const ascent = gradientAscent(x, options);
      let next = ascent.next();
      while (!next.done) {
        told.push(next.value);
        next = ascent.next();
      }
      expect(told.length).toBe(states.length);
      for (const [t, state] of told.entries()) {
        const { weights, means, variances, logLikelihood, gradientNorm } = states[t]!;
        expect(correctDigits(state.mixture.weights, weights)).toBeGreaterThan(12);
        expect(correctDigits(flatMeans(state.mixture), means)).toBeGreaterThan(12);
        expect(correctDigits(flatCovariances(state.mixture), variances)).toBeGreaterThan(12);
        expect(correctDigits([state.logLikelihood], [logLikelihood])).toBeGreaterThan(12);
        expect(correctDigits([state.gradientNorm], [gradientNorm])).toBeGreaterThan(11);
        expect([state.iteration, state.step, state.passes]).toEqual([t, t === 0 ? 0 : step, t + 1]);
      }
      expect(next.value.logLikelihood).toBe(told.at(-1)!.logLikelihood);
      expect(next.value.warnings).toEqual([]);
    },
  );
});

describe('moves of covariances', () => {
  const d = 2;
  const scatters = [
    [2, 0.5, 0.5, 1],
    [1, -0.3, -0.3, 3],
  ].map((matrix) => Float64Array.from(matrix));
  const moves = [
    [0.2, 0.1, 0.1, -0.1],
    [-0.3, 0.2, 0.2, 0.4],
  ].map((matrix) => Float64Array.from(matrix));

  test('that are diagonal change the logarithms of variances', () => {
    const covariances = diag.estimate({
      dimension: d,
      counts: Float64Array.of(1, 1),
      scatters: [Float64Array.of(2, 3), Float64Array.of(5, 7)],
    });
    const logs = [Float64Array.of(0.5, 0, 0, -1), Float64Array.of(2, 0, 0, 0.25)];
    const [first, second] = movedCovariances(covariances, logs, diag);
    expect(
      correctDigits(flatCovariances({ covariances: [first, second] } as never), [
        2 * Math.exp(0.5),
        0,
        0,
        3 * Math.exp(-1),
        5 * Math.exp(2),
        0,
        0,
        7 * Math.exp(0.25),
      ]),
    ).toBeGreaterThan(14);
  });

  test.each(families.map(({ name, structure }) => [name, structure] as const))(
    'in %s stay there, and their projection is one',
    (_, structure) => {
      const covariances = structure.estimate(momentsOf(scatters, structure));
      const kept = structure.moments === 'diagonal' ? moves.map(diagonalOf) : moves;
      const once = movesInFamily(covariances, kept, structure);
      const twice = movesInFamily(covariances, once, structure);
      for (const [k, move] of once.entries()) {
        for (const [e, entry] of move.entries())
          expect(Math.abs(entry - twice[k]![e]!)).toBeLessThan(PROJECTED);
      }
      // Orthogonal: what is left is at right angles to what stays.
      const left = kept.map((move, k) => move.map((entry, e) => entry - once[k]![e]!));
      const product = left.reduce(
        (sum, move, k) => sum + move.reduce((s, x, e) => s + x * once[k]![e]!, 0),
        0,
      );
      expect(Math.abs(product)).toBeLessThan(PROJECTED);
      const back = movedCovariances(
        covariances,
        kept.map((move) => move.map(() => 0)),
        structure,
      );
      for (const move of movesBetween(covariances, back)) {
        for (const entry of move) expect(Math.abs(entry)).toBeLessThan(1e-8);
      }
    },
  );

  function diagonalOf(move: Float64Array): Float64Array {
    return move.map((entry, e) => (e % (d + 1) === 0 ? entry : 0));
  }
});

function momentsLike(scatters: readonly Float64Array[], dimension: number) {
  return { dimension, counts: new Float64Array(scatters.length).fill(1), scatters };
}

/** Moments of two rows' worth in the shape that a structure reads. */
function momentsOf(scatters: readonly Float64Array[], { moments }: CovarianceStructure) {
  if (moments === 'diagonal')
    return momentsLike(
      scatters.map((s) => Float64Array.of(s[0]!, s[3]!)),
      2,
    );
  const pooled = scatters[0]!.map((entry, e) => entry + scatters[1]![e]!);
  return { ...momentsLike(scatters, 2), scatters: moments === 'pooled' ? [pooled] : scatters };
}
