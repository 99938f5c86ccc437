import { parentPort, workerData } from 'node:worker_threads';
import { GaussmixError } from '@gaussmix/kernels';
import { criteria, fitCell, fitReplicate } from '@gaussmix/model-selection';
import { shareDone } from './fit-teller.ts';
import type { PoolAnswer, PoolInput, PoolResult, PoolTask } from './pool-task.ts';
import { structureNamed } from './structure-named.ts';

/** Milliseconds between two reports of progress. */
const pause = 50;

const { matrix } = workerData as PoolInput;
const post = (answer: PoolAnswer) => parentPort?.postMessage(answer);

parentPort?.on('message', (task: PoolTask) => {
  try {
    post({ kind: 'done', result: resultOf(task) });
  } catch (error) {
    if (!(error instanceof GaussmixError)) throw error;
    post({ kind: 'failed', code: error.code, message: error.message });
  }
});

function resultOf(task: PoolTask): PoolResult {
  const covariance = structureNamed(task.spec.covariance);
  if (task.kind === 'replicate') {
    return { kind: 'replicate', result: fitReplicate(matrix, { ...task.spec, covariance }) };
  }
  const spec = { ...task.spec, covariance };
  const result = fitCell(matrix, spec, { onIteration: reporting() });
  if (result.fit === undefined || task.judge === undefined) return { kind: 'cell', result };
  const { criterion, options } = task.judge;
  const context = { x: matrix, options: { ...options, components: spec.components, covariance } };
  return { kind: 'cell', result, cost: criteria[criterion].cost(result.fit, context) };
}

/** Tells now and then how much of a fit is done. */
function reporting() {
  let told = performance.now();
  let furthest = 0;
  return (progress: Parameters<typeof shareDone>[0]) => {
    furthest = Math.max(furthest, shareDone(progress));
    const now = performance.now();
    if (now - told < pause) return;
    told = now;
    post({ kind: 'share', share: furthest });
  };
}
