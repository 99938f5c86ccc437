import { createRequire } from 'node:module';
import { eStep, fitMixture } from '@gaussmix/em';
import fitGroups from 'expectation-maximization';
import { digestOf } from '../compare/digest.ts';
import { readDoubles } from '../data/read-doubles.ts';
import { chunks, readStart } from '../data/read-start.ts';
import type { About, RunAnswer } from '../protocol/answers.ts';
import { installedVersion } from '../protocol/installed-version.ts';
import { serve } from '../protocol/serve.ts';

let rows: number[][] = [];

function hello(): About {
  return { version: installedVersion('expectation-maximization') };
}

function load(rowsFile: string, _rows: string, columns: string): object {
  rows = chunks(Array.from(readDoubles(rowsFile)), Number(columns));
  return {};
}

/**
 * It takes no start: it draws posteriors from its library's `random`, which here gives those of the start. It takes
 * no number of iterations: it compares with epsilon after each, which here says when to end and tells the time.
 */
function run(structure: string, components: string, startFile: string, iterations: string): RunAnswer {
  if (structure !== 'full') throw new Error('it has full covariances only');
  const K = Number(components);
  const posteriors = posteriorsOf(startFile, K);
  const own = createRequire(import.meta.url).resolve('expectation-maximization');
  createRequire(own)('numeric').random = () => posteriors;
  const times: number[] = [];
  const epsilon = { valueOf: () => (times.push(performance.now()) > Number(iterations) ? Infinity : -1) };
  times.push(performance.now());
  const groups = fitGroups(rows, K, epsilon as unknown as number);
  // The first iteration has the setup in it: left out where there are others.
  const from = times.length > 2 ? 1 : 0;
  const seconds = (times.at(-1)! - times[from]!) / 1000 / (times.length - 1 - from);
  const logLikelihood = rows.reduce(
    (sum, row) => sum + Math.log(groups.reduce((density, group) => density + group.probability(row), 0)),
    0,
  );
  const weights = groups.map(({ weight }) => weight);
  return {
    seconds,
    logLikelihood,
    digest: digestOf({ weights, means: groups.map(({ mu }) => mu) }),
  };
}

/** K x n posteriors of the start. */
function posteriorsOf(startFile: string, K: number): number[][] {
  const initial = readStart(startFile, 'full', { columns: rows[0]!.length, components: K });
  const { mixture } = fitMixture(rows, { initial, maxIterations: 0, regularization: 0 });
  const { data } = eStep(mixture, rows).responsibilities;
  return Array.from({ length: K }, (_, k) => rows.map((_, i) => data[i * K + k]!));
}

await serve({ hello, load, run });
