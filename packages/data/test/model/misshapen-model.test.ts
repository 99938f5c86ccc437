import { describe, it } from 'vitest';
import { parseModel } from '../../src/index.ts';
import { expectRaised } from '../raises.ts';
import { handWritten } from './examples.ts';
import { readChanged } from './reads-changed.ts';

describe('a document whose parts are of the wrong kind', () => {
  it.each<[string, (document: ReturnType<typeof handWritten>) => void, string]>([
    ['no columns', (m) => delete m.columns, 'm.json: columns must be given, got nothing.'],
    [
      'columns that are no list',
      (m) => {
        m.columns = 'a,b';
      },
      'm.json: columns must be a list of column names, got "a,b".',
    ],
    [
      'a column that is no text',
      (m) => {
        m.columns = ['a', 7];
      },
      'm.json: columns[1] must be a text, got 7.',
    ],
    [
      'a structure that is no text',
      (m) => {
        m.structure = 3;
      },
      'm.json: structure must be a text, got 3.',
    ],
    [
      'an origin that is no list',
      (m) => {
        m.origin = 5;
      },
      'm.json: origin must be a list of numbers, got 5.',
    ],
    [
      'components that are no list',
      (m) => {
        Object.assign(m, { components: {} });
      },
      'm.json: components must be a list of components, got an object.',
    ],
    [
      'a component that is no object',
      (m) => {
        Object.assign(m.components, { 1: 7 });
      },
      'm.json, component 2 of 2: must be an object, got 7.',
    ],
    [
      'a component without a weight',
      (m) => delete m.components[1]!.weight,
      'm.json, component 2 of 2: weight must be given, got nothing.',
    ],
    [
      'a component without a mean',
      (m) => delete m.components[0]!.mean,
      'm.json, component 1 of 2: mean must be given, got nothing.',
    ],
    [
      'a component without a covariance',
      (m) => delete m.components[0]!.covariance,
      'm.json, component 1 of 2: covariance must be given, got nothing.',
    ],
    [
      'a text for a weight',
      (m) => {
        m.components[1]!.weight = '0.75';
      },
      'm.json, component 2 of 2: weight must be a finite number, got "0.75".',
    ],
    [
      'a text in a mean',
      (m) => {
        m.components[0]!.mean = [2, '55'];
      },
      'm.json, component 1 of 2: mean[1] must be a finite number, got "55".',
    ],
    [
      'null in a mean',
      (m) => {
        m.components[0]!.mean = [null, 55];
      },
      'm.json, component 1 of 2: mean[0] must be a finite number, got null.',
    ],
    [
      'Infinity in a mean',
      (m) => {
        m.components[0]!.mean = [2, Infinity];
      },
      'm.json, component 1 of 2: mean[1] must be a finite number, got Infinity.',
    ],
    [
      'true in a matrix',
      (m) => {
        m.components[0]!.covariance = {
          kind: 'dense',
          matrix: [
            [4, 2],
            [true, 10],
          ],
        };
      },
      'm.json, component 1 of 2: covariance.matrix[1][0] must be a finite number, got true.',
    ],
    [
      'a flat matrix',
      (m) => {
        m.components[0]!.covariance = { kind: 'dense', matrix: [4, 2, 2, 10] };
      },
      'm.json, component 1 of 2: covariance.matrix[0] must be a list of numbers, got 4.',
    ],
    [
      'no matrix',
      (m) => {
        m.components[0]!.covariance = { kind: 'dense' };
      },
      'm.json, component 1 of 2: covariance.matrix must be given, got nothing.',
    ],
    [
      'a covariance of unknown kind',
      (m) => {
        m.components[1]!.covariance = { kind: 'sparse' };
      },
      'm.json, component 2 of 2: covariance.kind must be "dense", "diagonal", "identity" or "low-rank", got "sparse".',
    ],
    [
      'a covariance without a kind',
      (m) => {
        m.components[1]!.covariance = {};
      },
      'm.json, component 2 of 2: covariance.kind must be "dense", "diagonal", "identity" or "low-rank", got nothing.',
    ],
    [
      'a fit that is no object',
      (m) => {
        m.fit = 'good';
      },
      'm.json: fit must be an object, got "good".',
    ],
    [
      'a likelihood that is no number',
      (m) => {
        m.fit = { logLikelihood: '-5' };
      },
      'm.json: fit.logLikelihood must be a finite number, got "-5".',
    ],
    [
      'convergence that is no claim',
      (m) => {
        m.fit = { converged: 1 };
      },
      'm.json: fit.converged must be true or false, got 1.',
    ],
    [
      'a seed that is a list',
      (m) => {
        m.fit = { seed: [1] };
      },
      'm.json: fit.seed must be a number or a text, got a list.',
    ],
  ])('is refused with %s', (_, change, message) => {
    expectRaised(readChanged(change), 'model-invalid', message);
  });

  it('is refused when a number is too large for a double', () => {
    expectRaised(
      () => parseModel(JSON.stringify(handWritten()).replace('[2,55]', '[2,1e999]'), { name: 'big.json' }),
      'model-invalid',
      'big.json, component 1 of 2: mean[1] must be a finite number, got Infinity.',
    );
  });
});
