// node scripts/digits.mjs: prints, for each case of 60-digit arithmetic, the correct digits that a fit keeps.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toDense } from '@gaussmix/covariance';
import { fitMixture } from '@gaussmix/em';
import { root } from './lib/workspace.mjs';

const { cases } = JSON.parse(readFileSync(join(root, 'reference/exact-reference.json'), 'utf8'));

/**
 * Correct decimal digits of the worst entry: 16 is all that a double has.
 *
 * @param {ArrayLike<number>} got
 * @param {number[]} truth
 */
function digits(got, truth) {
  const errors = truth.map((value, i) => Math.abs((got[i] - value) / value));
  return Math.min(16, -Math.log10(Math.max(...errors))).toFixed(1);
}

console.log('| data | weights | means | covariances | log-likelihood |\n|---|---|---|---|---|');
for (const exact of cases) {
  const { mixture, logLikelihood } = fitMixture(exact.data, {
    regularization: 0,
    tolerance: 0,
    maxIterations: exact.iterations,
    initial: {
      means: exact.startRows.map((/** @type {number} */ i) => exact.data[i]),
      covariances: exact.startRows.map(() => exact.startVariances),
    },
  });
  const columns = [
    exact.name,
    digits(mixture.weights, exact.weights),
    digits(
      mixture.means.flatMap((mean) => [...mean]),
      exact.means.flat(),
    ),
    digits(
      mixture.covariances.flatMap((covariance) => [...toDense(covariance)]),
      exact.covariances.flat(2),
    ),
    digits([logLikelihood], [exact.logLikelihood]),
  ];
  console.log(`| ${columns.join(' | ')} |`);
}
