import { componentLogDensities, mahalanobis, predict, predictProba } from '@gaussmix/distributions';
import { simdKernels } from '@gaussmix/kernels/simd';
import type { Matrix } from '@gaussmix/linalg';
import { type ApplyCall, readModelAndData } from '../files/read-model-and-data.ts';
import type { PredictOptions } from '../options/predict-options.ts';
import { type CsvColumn, csv } from '../output/csv.ts';
import { emitter } from '../output/emitter.ts';
import { matrixRows } from '../output/matrix-rows.ts';
import type { Terminal } from '../terminal.ts';

/** What is told of the rows: n labels, and as much of the rest as was asked for, n x K each. */
interface Prediction {
  readonly labels: Int32Array;
  readonly posteriors?: Matrix;
  readonly componentLogDensities?: Matrix;
  readonly mahalanobis?: Matrix;
}

/** `gaussmix predict`: the most likely component of each row, its posteriors, or how they came about. */
export async function predictCommand(call: ApplyCall<PredictOptions>, terminal: Terminal): Promise<void> {
  const { proba, explain, json, out } = call.options;
  const output = await emitter(out, terminal);
  const { mixture, x } = await readModelAndData(call, { command: 'predict', terminal });
  const kernels = simdKernels();
  const prediction: Prediction = {
    labels: predict(mixture, x, { kernels }),
    ...((proba || explain) && { posteriors: predictProba(mixture, x, { kernels }) }),
    ...(explain && {
      componentLogDensities: componentLogDensities(mixture, x),
      mahalanobis: mahalanobis(mixture, x),
    }),
  };
  await output.emit(json ? jsonOf(prediction) : csvOf(prediction));
}

function jsonOf({ labels, ...matrices }: Prediction): string {
  const lists = Object.entries(matrices).map(([key, matrix]) => [key, matrixRows(matrix)]);
  return `${JSON.stringify({ labels: Array.from(labels), ...Object.fromEntries(lists) })}\n`;
}

function csvOf(prediction: Prediction): string {
  const { labels, posteriors } = prediction;
  if (prediction.mahalanobis !== undefined) return explanationOf(prediction);
  if (posteriors === undefined) return csv([{ name: 'label', cell: (i) => labels[i]! }], labels.length);
  const columns = Array.from({ length: posteriors.columns }, (_, k): CsvColumn => {
    return { name: `posterior_${k}`, cell: (i) => posteriors.data[i * posteriors.columns + k]! };
  });
  return csv(columns, labels.length);
}

/** A line for each row and component. */
function explanationOf({ posteriors, componentLogDensities, mahalanobis }: Prediction): string {
  const components = posteriors!.columns;
  const columns: CsvColumn[] = [
    { name: 'row', cell: (line) => Math.floor(line / components) + 1 },
    { name: 'label', cell: (line) => line % components },
    { name: 'log_density', cell: (line) => componentLogDensities!.data[line]! },
    { name: 'posterior', cell: (line) => posteriors!.data[line]! },
    { name: 'mahalanobis', cell: (line) => mahalanobis!.data[line]! },
  ];
  return csv(columns, posteriors!.data.length);
}
