import { describe, expect, it } from 'vitest';
import { componentLogDensities, mahalanobis, predict, predictProba, scoreSamples } from '../src/index.ts';
import { expectRelative } from './closeness.ts';
import {
  mixtureOfSklearn,
  readFirstRows,
  readJson,
  readSharedJson,
  type SklearnParameters,
} from './read-reference.ts';

/** The bound that two correct programs are held to; scikit-learn inverts its matrices. */
const AGREEMENT = 1e-9;

interface EmCase extends SklearnParameters {
  dataset: string;
  columns: string[];
  components: number;
  iterations: number;
  posteriorsOfFirst5Rows: number[][];
  logDensityOfFirst5Rows: number[];
}

interface ComponentCase extends SklearnParameters {
  dataset: string;
  rows: number[][];
  componentLogDensities: number[][];
  mahalanobis: number[][];
  posteriors: number[][];
  logDensities: number[];
  labels: number[];
}

describe.each(readSharedJson<{ cases: EmCase[] }>('sklearn-reference.json').cases)(
  'scikit-learn on $dataset, $components x $covarianceType after $iterations iterations',
  (reference) => {
    const mixture = mixtureOfSklearn(reference);
    const x = readFirstRows(reference.dataset, reference.columns, 5);

    it('has the posteriors of the first five rows', () => {
      expectRelative(predictProba(mixture, x).data, reference.posteriorsOfFirst5Rows.flat(), AGREEMENT);
    });

    it('has the log-densities of the first five rows', () => {
      expectRelative(scoreSamples(mixture, x), reference.logDensityOfFirst5Rows, AGREEMENT);
    });
  },
);

describe.each(readJson<{ cases: ComponentCase[] }>('component-reference.json').cases)(
  'scikit-learn and scipy on every 15th row of $dataset, $covarianceType',
  (reference) => {
    const mixture = mixtureOfSklearn(reference);

    it('have the log-densities under each component', () => {
      const ours = componentLogDensities(mixture, reference.rows);
      expect([ours.rows, ours.columns]).toEqual([reference.rows.length, 3]);
      expectRelative(ours.data, reference.componentLogDensities.flat(), AGREEMENT);
    });

    it('have the Mahalanobis distances', () => {
      const ours = mahalanobis(mixture, reference.rows);
      expect([ours.rows, ours.columns]).toEqual([reference.rows.length, 3]);
      expectRelative(ours.data, reference.mahalanobis.flat(), AGREEMENT);
    });

    it('have the posteriors, the log-densities and the labels', () => {
      const ours = predictProba(mixture, reference.rows);
      expect([ours.rows, ours.columns]).toEqual([reference.rows.length, 3]);
      expectRelative(ours.data, reference.posteriors.flat(), AGREEMENT);
      expectRelative(scoreSamples(mixture, reference.rows), reference.logDensities, AGREEMENT);
      expect([...predict(mixture, reference.rows)]).toEqual(reference.labels);
    });
  },
);
