import { readFileSync } from 'node:fs';

const folder = new URL('../../../reference/', import.meta.url);

/** One run of scikit-learn's EM from a stated start, as reference/sklearn_reference.py wrote it. */
export interface SklearnCase {
  dataset: string;
  columns: string[];
  components: number;
  covarianceType: 'full' | 'tied' | 'diag' | 'spherical';
  iterations: number;
  regCovar: number;
  start: { rows: number[]; variances: number[]; sphericalVariance: number };
  weights: number[];
  means: number[][];
  /** K x d x d, d x d, K x d or K numbers. */
  covariances: number[] | number[][] | number[][][];
  meanLogLikelihood: number;
  aic: number;
  bic: number;
  posteriorsOfFirst5Rows: number[][];
  logDensityOfFirst5Rows: number[];
  labelCounts: number[];
}

/** Every case of sklearn-reference.json. */
export function readSklearnCases(): SklearnCase[] {
  const text = readFileSync(new URL('sklearn-reference.json', folder), 'utf8');
  return (JSON.parse(text) as { cases: SklearnCase[] }).cases;
}

/** The rows of a data set of reference/datasets. */
export function readRows(file: string, columns: readonly string[]): number[][] {
  const text = readFileSync(new URL(`datasets/${file}`, folder), 'utf8');
  const [head, ...lines] = text
    .trim()
    .split('\n')
    .map((line) => line.split(','));
  const wanted = columns.map((column) => head!.indexOf(column));
  return lines.map((cells) => wanted.map((j) => Number(cells[j])));
}
