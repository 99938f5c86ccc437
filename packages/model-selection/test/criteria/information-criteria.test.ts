import { describe, expect, test } from 'vitest';
import { aic, aicc, bic, clc, type InformationCriterion, icl } from '../../src/index.ts';
import { readReference } from '../read-reference.ts';

interface MclustCase {
  dataset: string;
  model: string;
  rows: number;
  fromClasses: {
    logLikelihood: number;
    logMaxPosterior: number;
    parameters: number;
    bic: number;
    icl: number;
  };
}

interface EntropyCase {
  dataset: string;
  model: string;
  rows: number;
  parameters: number;
  logLikelihood: number;
  assignmentEntropy: number;
  logMaxPosterior: number;
  aicc: number;
  clc: number;
}

const { cases } = readReference<{ cases: MclustCase[] }>('mclust-criteria.json');
const { cases: entropyCases } = readReference<{ cases: EntropyCase[] }>('entropy-criteria.json');

/** Numbers are written with 15 significant digits, and each criterion adds two or three of them. */
const digits = 3e-15;

describe('On what mclust found, with its sign flipped', () => {
  test.each(cases)('BIC and ICL are those of mclust for $model on $dataset', ({ rows, fromClasses }) => {
    const evidence = { rows, assignmentEntropy: Number.NaN, ...fromClasses };
    expect(Math.abs(bic.cost(evidence) / -fromClasses.bic - 1)).toBeLessThan(digits);
    expect(Math.abs(icl.cost(evidence) / -fromClasses.icl - 1)).toBeLessThan(digits);
  });

  test.each(entropyCases)('AICc and CLC are those reckoned in R for $model on $dataset', (reference) => {
    expect(Math.abs(aicc.cost(reference) / reference.aicc - 1)).toBeLessThan(digits);
    expect(Math.abs(clc.cost(reference) / reference.clc - 1)).toBeLessThan(digits);
  });
});

const evidence = { parameters: 3, logLikelihood: -20.5, assignmentEntropy: -2, logMaxPosterior: -1 };

test('AIC charges two nats a parameter.', () => {
  expect(aic.cost({ ...evidence, rows: 10 })).toBe(47);
});

test('AICc charges more where rows are few, and has no measure with p + 1 rows or fewer.', () => {
  expect(aicc.cost({ ...evidence, rows: 7 })).toBe(47 + 24 / 3);
  expect(aicc.cost({ ...evidence, rows: 5 })).toBe(47 + 24);
  expect(aicc.cost({ ...evidence, rows: 4 })).toBe(Infinity);
  expect(aicc.cost({ ...evidence, rows: 2 })).toBe(Infinity);
});

test('BIC charges ln n nats a parameter, and ICL twice what the posteriors leave open.', () => {
  expect(bic.cost({ ...evidence, rows: 1 })).toBe(41);
  expect(icl.cost({ ...evidence, rows: 1 })).toBe(43);
});

test('CLC charges twice the entropy of the posteriors, and nothing for parameters.', () => {
  expect(clc.cost({ ...evidence, rows: 10 })).toBe(45);
});

test('Each criterion has the name that it is known by.', () => {
  const known: InformationCriterion[] = [aic, aicc, bic, clc, icl];
  expect(known.map(({ name }) => name)).toEqual(['aic', 'aicc', 'bic', 'clc', 'icl']);
});
