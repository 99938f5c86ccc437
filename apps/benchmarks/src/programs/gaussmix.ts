import type { Fit } from '@gaussmix/em';
import { kmeans } from '@gaussmix/kmeans';
import type { Matrix } from '@gaussmix/linalg';
import type { StructureName } from '../cells.ts';
import { digestOf } from '../compare/digest.ts';
import { readDoubles } from '../data/read-doubles.ts';
import { readStart } from '../data/read-start.ts';
import { fitOnThreads, plainIterations } from '../ours/fit-on-threads.ts';
import type { About, FitAnswer, KMeansAnswer, RunAnswer } from '../protocol/answers.ts';
import { installedVersion } from '../protocol/installed-version.ts';
import { serve } from '../protocol/serve.ts';

const threads = Number(process.argv[2] ?? 1);
let x: Matrix = { data: new Float64Array(0), rows: 0, columns: 0 };

function hello(): About {
  return { version: installedVersion('@gaussmix/em') };
}

function load(rowsFile: string, rows: string, columns: string): object {
  x = { data: readDoubles(rowsFile), rows: Number(rows), columns: Number(columns) };
  return {};
}

/** From one log-likelihood to the next is one M-step and one E-step; what happens before the first is setup. */
async function run(
  structure: string,
  components: string,
  startFile: string,
  iterations: string,
  repeats: string,
): Promise<RunAnswer> {
  const covariance = structure as StructureName;
  const initial = readStart(startFile, covariance, { columns: x.columns, components: Number(components) });
  let seconds = 0;
  let fit: Fit | undefined;
  for (let repeat = 0; repeat < Number(repeats); repeat++) {
    const times: number[] = [];
    const onIteration = (): unknown => times.push(performance.now());
    const options = { ...plainIterations(Number(iterations)), covariance, initial, onIteration };
    fit = await fitOnThreads(x, options, threads);
    seconds += (times.at(-1)! - times[0]!) / 1000;
  }
  const { mixture, logLikelihood } = fit!;
  const each = seconds / Number(iterations) / Number(repeats);
  return { seconds: each, logLikelihood, digest: digestOf(mixture) };
}

function cluster(components: string, centersFile: string, maxIterations: string): KMeansAnswer {
  const clusters = Number(components);
  const initial = { data: readDoubles(centersFile), rows: clusters, columns: x.columns };
  const before = performance.now();
  const { inertia, iterations } = kmeans(x, { clusters, initial, maxIterations: Number(maxIterations) });
  return { seconds: (performance.now() - before) / 1000, inertia, iterations };
}

async function fitWithDefaults(structure: string, components: string, options = '{}'): Promise<FitAnswer> {
  const before = performance.now();
  const given = { covariance: structure as StructureName, components: Number(components) };
  const { logLikelihood } = await fitOnThreads(x, { ...given, ...JSON.parse(options) }, threads);
  return { seconds: (performance.now() - before) / 1000, logLikelihood };
}

await serve({ hello, load, run, kmeans: cluster, fit: fitWithDefaults });
