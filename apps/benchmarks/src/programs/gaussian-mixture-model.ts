import { digestOf } from '../compare/digest.ts';
import { readDoubles } from '../data/read-doubles.ts';
import { chunks, readStart } from '../data/read-start.ts';
import type { About, RunAnswer } from '../protocol/answers.ts';
import { installedVersion } from '../protocol/installed-version.ts';
import { serve } from '../protocol/serve.ts';

let rows: number[][] = [];

/** Loads it too, which fails where what it needs is not among its dependencies. */
async function hello(): Promise<About> {
  const version = installedVersion('gaussian-mixture-model');
  try {
    await import('gaussian-mixture-model');
  } catch (error) {
    throw new Error(`${version} is installed, but cannot be imported: ${(error as Error).message}`);
  }
  return { version };
}

function load(rowsFile: string, _rows: string, columns: string): object {
  rows = chunks(Array.from(readDoubles(rowsFile)), Number(columns));
  return {};
}

/** Full covariances only; runEM has no setup of its own. */
async function run(
  structure: string,
  components: string,
  startFile: string,
  iterations: string,
): Promise<RunAnswer> {
  if (structure !== 'full') throw new Error('it has full covariances only');
  const { default: GMM } = await import('gaussian-mixture-model');
  const initial = readStart(startFile, 'full', { columns: rows[0]!.length, components: Number(components) });
  const covariances = initial.covariances as number[][][];
  const model = new GMM({ ...initial, covariances, bufferSize: rows.length });
  for (const row of rows) model.addPoint(row);
  const before = performance.now();
  model.runEM(Number(iterations));
  const seconds = (performance.now() - before) / 1000 / Number(iterations);
  const logLikelihood = rows.reduce((sum, row) => {
    const densities: number[] = model.predict(row);
    return sum + Math.log(densities.reduce((density, part) => density + part, 0));
  }, 0);
  return { seconds, logLikelihood, digest: digestOf(model) };
}

await serve({ hello, load, run });
