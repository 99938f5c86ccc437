import { sampleQuantile, scoreSamples } from '@gaussmix/distributions';
import { simdKernels } from '@gaussmix/kernels/simd';
import { type ApplyCall, readModelAndData } from '../files/read-model-and-data.ts';
import type { ScoreOptions } from '../options/score-options.ts';
import { csv } from '../output/csv.ts';
import { emitter } from '../output/emitter.ts';
import type { Terminal } from '../terminal.ts';

/**
 * `gaussmix score`: the log-density of each row. With --quantile q the rows whose log-density lies below the
 * q-quantile of those of these data are anomalies.
 */
export async function scoreCommand(call: ApplyCall<ScoreOptions>, terminal: Terminal): Promise<void> {
  const { quantile: q, json, out } = call.options;
  const output = await emitter(out, terminal);
  const { mixture, x } = await readModelAndData(call, { command: 'score', terminal });
  const logDensities = scoreSamples(mixture, x, { kernels: simdKernels() });
  const threshold = q === undefined ? undefined : sampleQuantile(logDensities, q);
  const isAnomaly = (row: number) => logDensities[row]! < threshold!;
  if (!json) {
    const densities = { name: 'log_density', cell: (row: number) => logDensities[row]! };
    const flags = { name: 'anomaly', cell: isAnomaly };
    await output.emit(csv(q === undefined ? [densities] : [densities, flags], x.rows));
    return;
  }
  const document = {
    logDensities: Array.from(logDensities),
    logLikelihood: logDensities.reduce((sum, value) => sum + value, 0),
    ...(q !== undefined && {
      ...{ quantile: q, threshold },
      anomalies: Array.from(logDensities, (_, row) => isAnomaly(row)),
    }),
  };
  await output.emit(`${JSON.stringify(document)}\n`);
}
