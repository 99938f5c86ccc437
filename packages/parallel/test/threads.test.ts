import { EventEmitter } from 'node:events';
import { fitMixture, fitMixtureAsync } from '@gaussmix/em';
import { describe, expect, it } from 'vitest';
import { threads } from '../src/index.ts';
import { groups, meansNear } from './support/groups.ts';
import { workersThat } from './support/node-workers.ts';

const x = groups({ rows: 20_000, columns: 3, number: 4 });
const options = { initial: { means: meansNear(3, 4) }, maxIterations: 3, tolerance: 0 } as const;

const advice =
  'Where a content security policy forbids Blobs, host @gaussmix/parallel/worker and pass ' +
  "worker: () => new Worker(url, { type: 'module' }).";

/** A worker as a page has it, whose script a content security policy refuses. */
class RefusedWorker extends EventTarget {
  postMessage(): void {}
  terminate(): void {}
  constructor(message: string) {
    super();
    setTimeout(() => this.dispatchEvent(Object.assign(new Event('error'), { message })));
  }
}

describe('threads', () => {
  it.each([0, 2.5, 257, Number.NaN])('cannot be %s', async (count) => {
    await expect(threads(count)).rejects.toMatchObject({
      code: 'threads',
      message: `threads: count must be a whole number from 1 to 256, got ${count}`,
    });
  });

  it('are as many as there are cores, when nothing is said', async () => {
    const pool = await threads();
    const { availableParallelism } = await import('node:os');
    expect(pool.count).toBe(availableParallelism());
    await pool[Symbol.asyncDispose]();
  });

  it.each([
    [
      'an error',
      () => {
        throw new Error('Failed to construct a Worker: access is denied');
      },
      'Failed to construct a Worker: access is denied',
    ],
    ['an event with a reason', () => new RefusedWorker('refused'), 'refused'],
    ['an event without one', () => new RefusedWorker(''), 'a script that could not be loaded'],
    [
      'an exit',
      () =>
        Object.assign(new EventEmitter(), {
          postMessage(this: EventEmitter) {
            setTimeout(() => this.emit('exit', 5));
          },
          terminate() {},
          ref() {},
          unref() {},
        }),
      'exit code 5',
    ],
  ])('that are refused by %s leave a warning and one thread', async (_, worker, reason) => {
    const pool = await threads({ count: 3, worker });
    const warning = {
      code: 'threads',
      message: `3 of 3 workers could not be started: ${reason}. One thread computes. ${advice}`,
    };
    expect([pool.count, pool.warnings]).toEqual([0, [warning]]);
    const fit = await fitMixtureAsync(x, { ...options, engine: pool });
    expect(fit).toEqual({ ...fitMixture(x, options), warnings: [warning] });
    await pool.close();
  });

  it('of which some are refused go on with the others', async () => {
    let started = 0;
    const start = workersThat('');
    const worker = () => (++started === 2 ? new RefusedWorker('no more') : start());
    const pool = await threads({ count: 3, worker });
    const message = `1 of 3 workers could not be started: no more. The other 2 compute. ${advice}`;
    expect([pool.count, pool.warnings]).toEqual([2, [{ code: 'threads', message }]]);
    const fit = await fitMixtureAsync(x, { ...options, engine: pool });
    expect(fit).toEqual({ ...fitMixture(x, options), warnings: pool.warnings });
    await pool.close();
  });

  it('end the fits that are under way when they are closed, and begin no other', async () => {
    const pool = await threads(1);
    const message = 'threads: the pool must be open, got one that was closed. Start another.';
    const onIteration = () => void pool.close();
    await expect(fitMixtureAsync(x, { ...options, engine: pool, onIteration })).rejects.toThrow(message);
    await expect(fitMixtureAsync(x, { ...options, engine: pool })).rejects.toThrow(message);
    await pool.close();
  });
});
