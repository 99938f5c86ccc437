import { plainKernels } from '@gaussmix/kernels';
import { simdKernels } from '@gaussmix/kernels/simd';
import type { Matrix } from '@gaussmix/linalg';
import { createRandom, type Random } from '@gaussmix/random';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kmeans, kmeansPlusPlus, lloyd, nearestCenters } from '../src/index.ts';
import { type LloydStep, lloydSteps } from '../src/lloyd-steps.ts';
import { inertiaOf } from '../src/own-distances.ts';
import { fromOrigin, placeRows } from '../src/placed-rows.ts';
import { naiveLloyd } from './naive-lloyd.ts';

interface Problem {
  readonly rows: Matrix;
  readonly centers: Matrix;
}

type Draw = (random: Random) => number;

/** What rows may be like: with all digits, on a grid with many ties and copies, or at the ends of the numbers. */
const kinds: readonly { kind: string; value: Draw }[] = [
  { kind: 'normal', value: (random) => random.normal() },
  { kind: 'on a grid', value: (random) => random.integer(4) },
  { kind: 'far from zero', value: (random) => 1e9 + random.integer(5) / 4 },
  { kind: 'tiny', value: (random) => 1e-160 * random.normal() },
  { kind: 'subnormal', value: (random) => 5e-324 * random.integer(50) },
  { kind: 'huge', value: (random) => 1e150 * random.normal() },
  { kind: 'of all sizes', value: (random) => random.normal() * 10 ** (random.integer(40) - 20) },
];

function problem(seed: number, value: Draw): Problem {
  const random = createRandom(seed);
  const d = 1 + random.integer(random.uniform() < 0.8 ? 4 : 30);
  const clusters = 1 + random.integer(12);
  const n = clusters + random.integer(400);
  const matrix = (rows: number): Matrix => ({
    data: Float64Array.from({ length: rows * d }, () => value(random)),
    rows,
    columns: d,
  });
  const rows = matrix(n);
  if (random.uniform() < 0.5) return { rows, centers: matrix(clusters) };
  const chosen = random.sampleWithoutReplacement(n, clusters);
  const data = Float64Array.from(
    { length: clusters * d },
    (_, p) => rows.data[chosen[Math.floor(p / d)]! * d + (p % d)]!,
  );
  return { rows, centers: { data, rows: clusters, columns: d } };
}

function last(steps: Generator<LloydStep, LloydStep>): LloydStep {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

describe('looking only at rows in doubt', () => {
  it.each(kinds)('gives the bits of looking at every row: numbers $kind', ({ value }) => {
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom(1, 3, 100), (seed, maxIterations) => {
        const { rows, centers } = problem(seed, value);
        const data = placeRows(rows);
        const start = fromOrigin(centers, data.origin);
        const naive = naiveLloyd(data, { centers: start, maxIterations });
        for (const kernels of [plainKernels, simdKernels()]) {
          const end = last(lloydSteps(data, { centers: start, maxIterations, kernels }));
          expect(end.labels).toEqual(naive.labels);
          expect(end.centers).toEqual(naive.centers);
          expect(end.iterations).toBe(naive.iterations);
          expect(inertiaOf(end)).toBe(naive.inertia);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('looks at few of 20,000 rows again in 60 iterations', () => {
    const { rows, centers } = blobs({ n: 20_000, d: 8, clusters: 8, spread: 6 });
    const end = last(lloydSteps(placed(rows), { centers, maxIterations: 60, kernels: simdKernels() }));
    expect(end.iterations).toBeGreaterThan(20);
    // From then on no row is in doubt but those that drift makes so, and all of a forgotten epoch.
    expect(end.rowsLookedAt).toBeLessThan(0.2 * 20_000 * end.iterations);
  });

  it('goes on for longer than it remembers, with the bits of looking at every row', () => {
    const { rows, centers } = blobs({ n: 3000, d: 3, clusters: 9, spread: 0 });
    const data = placed(rows);
    const naive = naiveLloyd(data, { centers, maxIterations: 200 });
    expect(naive.iterations).toBeGreaterThan(64);
    const end = last(lloydSteps(data, { centers, maxIterations: 200, kernels: plainKernels }));
    expect(end.labels).toEqual(naive.labels);
    expect(end.centers).toEqual(naive.centers);
    expect(end.iterations).toBe(naive.iterations);
  });
});

describe('kernels', () => {
  it('give the same bits in either form, from every door', () => {
    const { rows, centers } = blobs({ n: 2500, d: 5, clusters: 6, spread: 2 });
    const answers = [plainKernels, simdKernels()].map((kernels) => ({
      kmeans: kmeans(rows, { clusters: 6, restarts: 3, kernels }),
      random: kmeans(rows, { clusters: 6, restarts: 2, initial: 'random', kernels }),
      lloyd: [...lloyd(rows, { centers, kernels })],
      seeds: kmeansPlusPlus(rows, { clusters: 40, random: createRandom(3), kernels }),
      nearest: nearestCenters(rows, centers, { kernels }),
    }));
    expect(answers[1]).toEqual(answers[0]);
    expect(simdKernels().form).toBe('simd');
  });
});

function placed(rows: Matrix): { rows: Matrix; origin: Float64Array } {
  return { rows, origin: new Float64Array(rows.columns) };
}

/** Normal rows about random points, and the first of them as centers. */
function blobs(of: { n: number; d: number; clusters: number; spread: number }): Problem {
  const { n, d, clusters, spread } = of;
  const random = createRandom(d);
  const middles = Float64Array.from({ length: clusters * d }, () => spread * random.normal());
  const data = Float64Array.from(
    { length: n * d },
    (_, p) => middles[(Math.floor(p / d) % clusters) * d + (p % d)]! + random.normal(),
  );
  const rows = { data, rows: n, columns: d };
  // All from the same two middles, so that centers have a way to go.
  const centers = Float64Array.from({ length: clusters * d }, (_, p) => {
    const i = clusters * Math.floor(p / d / 2) + (Math.floor(p / d) % 2);
    return data[i * d + (p % d)]!;
  });
  return { rows, centers: { data: centers, rows: clusters, columns: d } };
}
