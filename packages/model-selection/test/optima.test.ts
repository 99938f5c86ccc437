import { readFileSync } from 'node:fs';
import { families } from '@gaussmix/covariance';
import { describe, expect, test } from 'vitest';
import { range, selectMixture } from '../src/index.ts';
import { readDataset } from './read-reference.ts';

interface Cell {
  readonly dataset: string;
  readonly model: string;
  readonly components: number;
  readonly logLikelihood?: number;
  /** Whether every component holds d + 1 rows and, the data whitened, has no eigenvalue under 1e-3. */
  readonly real?: boolean;
}

// What mclust finds by default, and whether it is real: made by reference/mclust_optima.R.
const path = new URL('../../../reference/mclust-optima.json', import.meta.url);
const { cells } = JSON.parse(readFileSync(path, 'utf8')) as { cells: readonly Cell[] };

/** mclust stops where a step gains less than 1e-5 of the log-likelihood. */
const CLOSE = 1e-5;

const columns = {
  iris: ['sepal_length', 'sepal_width', 'petal_length', 'petal_width'],
  diabetes: ['glucose', 'insulin', 'sspg'],
};

describe.each(Object.entries(columns))('%s, 14 families, 1 to 9 components', (dataset, names) => {
  test('no cell ends below a real optimum that mclust finds', { timeout: 600_000 }, () => {
    const { x } = readDataset(dataset, names);
    const covariances = families.map(({ structure }) => structure);
    const { table } = selectMixture(x, { components: range(1, 9), covariances });
    const short = cells.filter((cell) => {
      if (cell.dataset !== dataset || !cell.real) return false;
      const at = 9 * families.findIndex(({ name }) => name === cell.model) + cell.components - 1;
      return !(table[at]!.logLikelihood! >= cell.logLikelihood! - CLOSE);
    });
    expect(short).toEqual([]);
  });
});
