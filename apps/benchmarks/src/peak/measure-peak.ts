import { multiplyAddModule, UNROLLED } from './multiply-add-module.ts';

type Run = (count: number, factor: number, summand: number) => number;

/** To choose the quickest from: too few accumulators wait for each other, too many do not fit in 16 registers. */
const ACCUMULATORS = [8, 10, 11, 12, 13, 14];

const LANES = 2;

/** Trips of a measured call: some milliseconds. */
const TRIPS = 100_000;

/** Calls before the first measured one, in which the engine takes its time to compile well. */
const WARM_UP = 300;
const WARM_UP_TRIPS = 1_000;

/** A measurement of this machine's peak. */
export interface PeakMeter {
  /** Multiply-adds of doubles in a second, by SIMD128 in registers alone, on one thread: the best of all loops now. */
  measure(): number;
}

/** Compiles the loops and warms them up. */
export function createPeakMeter(): PeakMeter {
  const loops = ACCUMULATORS.map((accumulators) => {
    const module = new WebAssembly.Module(multiplyAddModule(accumulators));
    const run = new WebAssembly.Instance(module).exports.run as Run;
    for (let call = 0; call < WARM_UP; call++) run(WARM_UP_TRIPS, 1, 1);
    return { run, work: accumulators * UNROLLED * LANES * TRIPS };
  });
  return {
    measure: () =>
      Math.max(
        ...loops.map(({ run, work }) => {
          const rates = Array.from({ length: 3 }, () => {
            const before = performance.now();
            run(TRIPS, 1, 1);
            return work / ((performance.now() - before) / 1000);
          });
          return Math.max(...rates);
        }),
      ),
  };
}
