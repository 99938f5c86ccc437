import { expect, test } from 'vitest';
import {
  type Engine,
  fitMixture,
  fitMixtureAsync,
  iterate,
  iterateAsync,
  memoryEngine,
} from '../src/index.ts';
import { faithful, iris } from './support/csv.ts';

const options = { components: 3, restarts: 2, seed: 5, maxIterations: 40 } as const;

test('the asynchronous fit gives the same bits as the synchronous one', async () => {
  expect(await fitMixtureAsync(iris(), options)).toEqual(fitMixture(iris(), options));
});

test('any engine will do: one that answers later, and is closed at the end', async () => {
  let closed = 0;
  const engine = async (rows: Parameters<typeof memoryEngine>[0]): Promise<Engine> => {
    const inner = memoryEngine(rows);
    return {
      ...inner,
      moments: (request) => new Promise((resolve) => setTimeout(() => resolve(inner.moments(request)))),
      close: () => void closed++,
    };
  };
  expect(await fitMixtureAsync(faithful(), { ...options, engine })).toEqual(fitMixture(faithful(), options));
  expect(closed).toBe(1);
});

test('an abort signal ends the fit with its reason, and the engine is closed', async () => {
  const controller = new AbortController();
  let closed = 0;
  const engine = (rows: Parameters<typeof memoryEngine>[0]): Engine => ({
    ...memoryEngine(rows),
    close: () => void closed++,
  });
  const onIteration = ({ iteration }: { iteration: number }): void => {
    if (iteration === 3) controller.abort(new Error('enough'));
  };
  await expect(
    fitMixtureAsync(iris(), { ...options, engine, onIteration, signal: controller.signal }),
  ).rejects.toThrow(new Error('enough'));
  expect(closed).toBe(1);
});

test('a long fit leaves the event loop free', async () => {
  let ticks = 0;
  const timer = setInterval(() => ticks++, 1);
  await fitMixtureAsync(iris(), { components: 4, restarts: 5, tolerance: 0, maxIterations: 300 });
  clearInterval(timer);
  expect(ticks).toBeGreaterThan(5);
});

test('progress tells start, iteration and the log-likelihood of the units given', () => {
  const seen: { restart: number; restarts: number; iteration: number; logLikelihood: number }[] = [];
  const fit = fitMixture(faithful(), {
    components: 2,
    restarts: 3,
    onIteration: (progress) => seen.push(progress),
  });
  expect(new Set(seen.map(({ restart }) => restart))).toEqual(new Set([0, 1, 2]));
  expect(seen.every(({ restarts }) => restarts === 3)).toBe(true);
  expect(Math.max(...seen.map(({ logLikelihood }) => logLikelihood))).toBeCloseTo(fit.logLikelihood, 6);
});

test('iterating asynchronously gives the same states', async () => {
  const states = [];
  for await (const state of iterateAsync(faithful(), options)) states.push(state);
  expect(states).toEqual([...iterate(faithful(), options)]);
});

test('whoever stops iterating early closes the engine', async () => {
  let closed = 0;
  const engine = (rows: Parameters<typeof memoryEngine>[0]): Engine => ({
    ...memoryEngine(rows),
    close: () => void closed++,
  });
  for await (const { iteration } of iterateAsync(faithful(), { ...options, engine }))
    if (iteration === 2) break;
  expect(closed).toBe(1);
});
