import { choleskyInto } from '@gaussmix/linalg';
import { describe, expect, test } from 'vitest';
import { covarianceLaws } from '../../src/conformance.ts';
import type { Covariance } from '../../src/covariance.ts';
import { SingularCovarianceError } from '../../src/singular-covariance-error.ts';
import type { ComponentMoments, CovarianceStructure } from '../../src/structure.ts';
import { diag } from '../../src/structures/diag.ts';
import { full } from '../../src/structures/full.ts';
import { spherical } from '../../src/structures/spherical.ts';
import { tied } from '../../src/structures/tied.ts';

/**
 * Each law can fail, and fails alone: one mistake per structure, and the laws that must notice it, by a word of
 * their titles.
 */
interface Mistake {
  readonly mistake: string;
  readonly structure: CovarianceStructure;
  readonly broken: readonly string[];
}

/** The covariances with each passed through a function; one object shared by components stays one. */
function changed<C extends Covariance>(
  covariances: readonly Covariance[],
  change: (covariance: C) => Covariance,
): Covariance[] {
  const results = new Map<Covariance, Covariance>();
  for (const covariance of covariances) results.set(covariance, change(covariance as C));
  return covariances.map((covariance) => results.get(covariance)!);
}

type Diagonal = Extract<Covariance, { form: 'diagonal' }>;
type Dense = Extract<Covariance, { form: 'dense' }>;

const scaledDiagonal = (factor: number) => (covariance: Diagonal) => ({
  ...covariance,
  variances: covariance.variances.map((variance) => variance * factor),
});

const withCounts = (moments: ComponentMoments, change: (count: number) => number): ComponentMoments => ({
  ...moments,
  counts: moments.counts.map(change),
});

let calls = 0;
const memory: Partial<Covariance>[] = [];
const memoryOf = (k: number): Covariance => {
  memory[k] ??= {};
  return memory[k] as Covariance;
};

const mistakes: Mistake[] = [
  {
    mistake: 'has no name',
    structure: { ...diag, name: '' },
    broken: ['declares a name'],
  },
  {
    mistake: 'gives the matrix where the factor belongs',
    structure: {
      ...tied,
      closedUnder: 'rotation',
      estimate({ dimension: d, counts, scatters }) {
        const total = counts.reduce((sum, count) => sum + count, 0);
        const factor = scatters[0]!.map((sum) => sum / total);
        if (choleskyInto(new Float64Array(d * d), factor, d) >= 0)
          throw new SingularCovarianceError(undefined);
        const shared: Covariance = { form: 'dense', dimension: d, factor };
        return Array.from(counts, () => shared);
      },
    },
    broken: [
      ...['positive definite', 'follow every map', 'more likely', 'give them back', 'warm start is never'],
      ...['every form', 'singular moments'],
    ],
  },
  {
    mistake: 'leaves the other triangle of the matrix in the factor',
    structure: {
      ...full,
      estimate: ({ dimension: d, counts, scatters }) =>
        full.estimate({ dimension: d, counts, scatters }).map((covariance, k) => {
          const { factor } = covariance as Dense;
          return {
            form: 'dense',
            dimension: d,
            factor: factor.map((entry, at) =>
              at % d > Math.floor(at / d) ? scatters[k]![at]! / counts[k]! : entry,
            ),
          };
        }),
    },
    broken: ['positive definite', 'every form', 'singular moments'],
  },
  {
    mistake: 'gives a factor with a negative diagonal',
    structure: {
      ...tied,
      estimate: (moments) =>
        changed<Dense>(tied.estimate(moments), (covariance) => ({
          ...covariance,
          factor: covariance.factor.map((entry) => -entry),
        })),
    },
    broken: [
      ...['positive definite', 'log-determinant', 'more likely', 'give them back', 'warm start is never'],
      ...['every form', 'singular moments'],
    ],
  },
  {
    mistake: 'makes a shared covariance once per component',
    structure: { ...tied, estimate: (moments) => tied.estimate(moments).map((one) => ({ ...one })) },
    broken: ['one object'],
  },
  {
    mistake: 'weighs the first component twice',
    structure: {
      ...tied,
      moments: 'full',
      estimate({ dimension, counts, scatters }) {
        const weight = (k: number) => (k === 0 ? 2 : 1);
        const pooled = new Float64Array(dimension * dimension);
        for (const [k, scatter] of scatters.entries()) {
          scatter.forEach((entry, at) => {
            pooled[at] = pooled[at]! + weight(k) * entry;
          });
        }
        const weighted = counts.map((count, k) => weight(k) * count);
        return tied.estimate({ dimension, counts: weighted, scatters: [pooled] });
      },
    },
    broken: ['relabeling', 'more likely'],
  },
  {
    mistake: 'claims maps that it does not follow',
    structure: { ...diag, closedUnder: 'affine' },
    broken: ['follow every map'],
  },
  {
    mistake: 'claims scalings of each column for one variance',
    structure: { ...spherical, closedUnder: 'scaling' },
    broken: ['follow every map'],
  },
  {
    mistake: 'multiplies variances until they leave the doubles',
    structure: {
      ...spherical,
      estimate(moments) {
        const covariances = spherical.estimate(moments);
        for (const [k, covariance] of covariances.entries()) {
          const { variance } = covariance as Extract<Covariance, { form: 'identity' }>;
          const determinant = variance * variance * variance * variance;
          if (!(determinant > 0 && determinant < Infinity)) throw new SingularCovarianceError(k);
        }
        return covariances;
      },
    },
    broken: ['follow every map'],
  },
  {
    mistake: 'claims fewer maps than it follows',
    structure: { ...full, closedUnder: 'scaling' },
    broken: ['names the most maps'],
  },
  {
    mistake: 'claims no maps where it follows rotations',
    structure: { ...spherical, closedUnder: 'translation' },
    broken: ['names the most maps'],
  },
  {
    mistake: 'divides by N - 1',
    structure: { ...full, estimate: (moments) => full.estimate(withCounts(moments, (count) => count - 1)) },
    broken: ['more likely', 'give them back', 'warm start is never'],
  },
  {
    mistake: 'takes the largest variance for all columns',
    structure: {
      ...spherical,
      closedUnder: 'translation',
      estimate: ({ dimension, counts, scatters }) =>
        scatters.map((scatter, k) => {
          const variance = Math.max(...scatter) / counts[k]!;
          if (!(variance > 0 && variance < Infinity)) throw new SingularCovarianceError(k);
          return { form: 'identity', dimension, variance };
        }),
    },
    broken: ['more likely'],
  },
  {
    mistake: 'counts a matrix with both of its triangles',
    structure: { ...tied, parameterCount: (_, d) => d * d },
    broken: ['parameterCount'],
  },
  {
    mistake: 'counts a shared covariance for each component',
    structure: { ...tied, parameterCount: full.parameterCount },
    broken: ['parameterCount'],
  },
  {
    mistake: 'stays where it was once it has a warm start',
    structure: { ...full, estimate: (moments, previous) => previous ?? full.estimate(moments) },
    broken: ['parameterCount'],
  },
  {
    mistake: 'overshoots from a warm start',
    structure: {
      ...diag,
      estimate: (moments, previous) => {
        const covariances = diag.estimate(moments);
        return previous ? changed(covariances, scaledDiagonal(1.01)) : covariances;
      },
    },
    broken: ['relabeling', 'follow every map', 'give them back', 'warm start is never'],
  },
  {
    mistake: 'takes for granted that a warm start has its own form',
    structure: {
      ...diag,
      estimate(moments, previous) {
        const start = previous as readonly Diagonal[] | undefined;
        if (start?.some(({ variances }) => variances.length !== moments.dimension)) return [];
        return diag.estimate(moments);
      },
    },
    broken: ['every form'],
  },
  {
    mistake: 'divides the scatters in place',
    structure: {
      ...full,
      estimate(moments) {
        const { counts, scatters } = moments;
        scatters.forEach((scatter, k) => {
          for (let at = 0; at < scatter.length; at++) scatter[at] = scatter[at]! / counts[k]!;
        });
        return full.estimate(withCounts(moments, () => 1));
      },
    },
    broken: ['not modified'],
  },
  {
    mistake: 'updates the previous covariances in place',
    structure: {
      ...diag,
      estimate(moments, previous) {
        const covariances = diag.estimate(moments);
        const own = previous?.every(({ form }) => form === 'diagonal') ? new Set(previous) : [];
        for (const one of own) {
          const { variances } = covariances[previous!.indexOf(one)] as Diagonal;
          (one as Diagonal).variances.set(variances);
        }
        return covariances;
      },
    },
    broken: ['not modified'],
  },
  {
    mistake: 'factors the scatter where it lies and keeps it',
    structure: {
      ...full,
      estimate(moments) {
        const covariances = full.estimate(moments);
        return covariances.map((covariance, k) => {
          const factor = moments.scatters[k]!;
          factor.set((covariance as Dense).factor);
          return { form: 'dense', dimension: moments.dimension, factor };
        });
      },
    },
    broken: ['not modified', 'share no memory'],
  },
  {
    mistake: 'remembers how often it was called',
    structure: {
      ...diag,
      estimate(moments) {
        calls += 1;
        return changed(diag.estimate(moments), scaledDiagonal(1 + (calls % 3) * 2 ** -50));
      },
    },
    broken: ['came between'],
  },
  {
    mistake: 'writes every answer into the same memory',
    structure: {
      ...spherical,
      closedUnder: 'rotation',
      estimate(moments) {
        const covariances = spherical.estimate(moments);
        return covariances.map((covariance, k) => Object.assign(memoryOf(k), covariance));
      },
    },
    broken: ['relabeling', 'follow every map', 'not modified', 'came between'],
  },
  {
    mistake: 'does not look whether a variance is zero',
    structure: {
      ...diag,
      estimate: ({ counts, scatters }) =>
        scatters.map((scatter, k) => ({
          form: 'diagonal',
          variances: scatter.map((sum) => sum / counts[k]!),
        })),
    },
    broken: ['singular moments'],
  },
  ...[
    { mistake: 'does not name the singular component', raise: () => new SingularCovarianceError(undefined) },
    { mistake: 'names components from 1', raise: (k: number) => new SingularCovarianceError(k + 1) },
    { mistake: 'throws an error of its own', raise: (k: number) => new Error(`no inverse for ${k}`) },
  ].map(({ mistake, raise }) => ({
    mistake,
    structure: {
      ...full,
      estimate(moments: ComponentMoments) {
        try {
          return full.estimate(moments);
        } catch (error) {
          throw raise((error as SingularCovarianceError).component!);
        }
      },
    },
    broken: ['singular moments'],
  })),
  {
    mistake: 'blames one component for a covariance that all share',
    structure: {
      ...tied,
      estimate(moments) {
        try {
          return tied.estimate(moments);
        } catch {
          throw new SingularCovarianceError(0);
        }
      },
    },
    broken: ['singular moments'],
  },
  {
    mistake: 'puts more into a covariance than its form holds',
    structure: {
      ...spherical,
      estimate: (moments) =>
        changed(spherical.estimate(moments), (covariance) => ({ ...covariance, note: 'mine' })),
    },
    broken: ['survive JSON'],
  },
];

describe('A structure that is right in all but one thing breaks the laws about that thing, and no other.', () => {
  test.each(mistakes.map((one) => [one.mistake, one] as const))('It %s.', (_, { structure, broken }) => {
    const laws = covarianceLaws(structure, { components: [1, 2, 3], dimensions: [1, 2, 3] });
    const failing = laws.filter(({ check }) => fails(check)).map(({ title }) => title);
    const expected = broken.map((words) => {
      const named = laws.filter(({ title }) => title.includes(words));
      expect(named, `one title with "${words}"`).toHaveLength(1);
      return named[0]!.title;
    });
    expect(failing).toEqual(expected);
  });

  test('Every law has a structure that breaks it.', () => {
    const words = mistakes.flatMap(({ broken }) => broken);
    const unproven = covarianceLaws(full).filter(({ title }) => !words.some((word) => title.includes(word)));
    expect(unproven.map(({ title }) => title)).toEqual([]);
  });
});

function fails(check: () => void): boolean {
  try {
    check();
    return false;
  } catch {
    return true;
  }
}
