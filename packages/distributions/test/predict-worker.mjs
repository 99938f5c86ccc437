import { parentPort } from 'node:worker_threads';
import { predict, predictProba, scoreSamples } from '@gaussmix/distributions';

/** Answers { mixture, x } with what the built package says of them. */
parentPort.once('message', ({ mixture, x }) => {
  parentPort.postMessage({
    labels: predict(mixture, x),
    posteriors: predictProba(mixture, x),
    logDensities: scoreSamples(mixture, x),
  });
});
