import * as covariance from '@gaussmix/covariance';
import * as data from '@gaussmix/data';
import * as distributions from '@gaussmix/distributions';
import * as em from '@gaussmix/em';
import * as kmeans from '@gaussmix/kmeans';
import * as modelSelection from '@gaussmix/model-selection';
import { describe, expect, test } from 'vitest';
import * as gaussmix from '../src/index.ts';

const door: Readonly<Record<string, unknown>> = gaussmix;
const packages = { covariance, data, distributions, em, kmeans, 'model-selection': modelSelection };

describe('Through the front door comes everything', () => {
  test.each(Object.entries(packages))('of %s', (_, exported) => {
    expect(Object.keys(exported).length).toBeGreaterThan(0);
    for (const [name, value] of Object.entries(exported)) {
      expect(door[name], name).toBe(value);
    }
  });
});
