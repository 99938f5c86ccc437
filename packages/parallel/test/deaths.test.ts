import type { Worker } from 'node:worker_threads';
import { fitMixture, fitMixtureAsync } from '@gaussmix/em';
import { afterAll, describe, expect, it } from 'vitest';
import { threads } from '../src/index.ts';
import { groups, meansNear } from './support/groups.ts';
import { overheard, workersThat } from './support/node-workers.ts';

const x = groups({ rows: 30_000, columns: 5, number: 4 });
const options = { initial: { means: meansNear(5, 4) }, maxIterations: 5, tolerance: 0 } as const;
const alone = fitMixture(x, options);
const closers: (() => unknown)[] = [];
afterAll(() => Promise.all(closers.map((close) => close())));

/** Does something when it gets its second pass, in its first life: a file on disk would not be more certain. */
const atSecondPass = (deed: string): string => `
  const { parentPort, workerData } = require('node:worker_threads');
  let passes = 0;
  parentPort.on('message', ({ kind }) => {
    if (kind === 'pass' && ++passes === 2) { ${deed} }
  });`;

describe.each([true, false])(
  'a worker that dies is replaced, with the same bits (shared memory: %s)',
  (shared) => {
    it.each([
      ['leaves its process', 'process.exit(7)'],
      ['throws', 'throw new Error("out of order")'],
      ['runs out of memory', 'const hoard = []; for (;;) hoard.push(new Array(1e6).fill(hoard.length));'],
    ])('one that %s', async (_, deed) => {
      // Every worker dies at its second pass, its successors too.
      const worker = workersThat(atSecondPass(deed));
      const started: Worker[] = [];
      const start = () => {
        started.push(worker());
        return started.at(-1)!;
      };
      const pool = await threads({ count: 2, shared, worker: start });
      closers.push(pool.close);
      expect(await fitMixtureAsync(x, { ...options, engine: pool })).toEqual(alone);
      expect(started.length).toBeGreaterThan(4);
    });

    it('one that is killed in the midst of a chunk, in every pass', async () => {
      let passes = 0;
      let killed = 0;
      const worker = overheard(({ kind }, self) => {
        if (kind !== 'pass' || ++passes % 3 !== 0) return;
        killed++;
        setTimeout(() => self.terminate(), 1);
      });
      const pool = await threads({ count: 2, shared, worker });
      closers.push(pool.close);
      expect(await fitMixtureAsync(x, { ...options, engine: pool })).toEqual(alone);
      expect(killed).toBeGreaterThan(2);
    });

    it('one that is killed while it has nothing to do', async () => {
      const started: Worker[] = [];
      const start = overheard(() => undefined);
      const worker = () => {
        started.push(start());
        return started.at(-1)!;
      };
      const pool = await threads({ count: 1, shared, worker });
      closers.push(pool.close);
      await started[0]!.terminate();
      expect(await fitMixtureAsync(x, { ...options, engine: pool })).toEqual(alone);
    });

    it('until three have died in vain, which is an error; the pool can be used once workers live', async () => {
      let mortal = true;
      const [dying, living] = [
        workersThat(
          "require('node:worker_threads').parentPort.on('message', ({ kind }) => { if (kind === 'pass') process.exit(9) })",
        ),
        workersThat(''),
      ];
      const pool = await threads({ count: 1, shared, worker: () => (mortal ? dying() : living()) });
      closers.push(pool.close);
      await expect(fitMixtureAsync(x, { ...options, engine: pool })).rejects.toThrow(
        'threads: a worker must live until its part of an E-step is done, got 3 that died one after the other, ' +
          'the last of exit code 9. Try fewer threads, or no pool.',
      );
      mortal = false;
      expect(await fitMixtureAsync(x, { ...options, engine: pool })).toEqual(alone);
    });
  },
);
