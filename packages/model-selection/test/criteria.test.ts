import { describe, expect, test } from 'vitest';
import { aic } from '../src/aic.ts';
import { bic } from '../src/bic.ts';
import { icl } from '../src/icl.ts';
import { readReference } from './read-reference.ts';

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

const { cases } = readReference<{ cases: MclustCase[] }>('mclust-criteria.json');

/** mclust's numbers are written with 15 significant digits, and each criterion adds two or three of them. */
const digits = 3e-15;

describe('On what mclust found, with its sign flipped', () => {
  test.each(cases)('BIC and ICL are those of mclust for $model on $dataset', ({ rows, fromClasses }) => {
    const evidence = { rows, ...fromClasses };
    expect(Math.abs(bic.cost(evidence) / -fromClasses.bic - 1)).toBeLessThan(digits);
    expect(Math.abs(icl.cost(evidence) / -fromClasses.icl - 1)).toBeLessThan(digits);
  });
});

test('AIC charges two nats a parameter.', () => {
  expect(aic.cost({ rows: 10, parameters: 3, logLikelihood: -20.5, logMaxPosterior: -1 })).toBe(47);
});

test('BIC charges ln n nats a parameter, and ICL twice what the posteriors leave open.', () => {
  const evidence = { parameters: 2, logLikelihood: -20.5, logMaxPosterior: -1 };
  expect(bic.cost({ ...evidence, rows: 1 })).toBe(41);
  expect(icl.cost({ ...evidence, rows: 1 })).toBe(43);
});
