import { describe, expect, it } from 'vitest';
import { compare, namesFor, type Question } from '../../../src/pages/k-means/compare.ts';
import { dataNames, dataSets } from '../../../src/pages/k-means/data-sets.ts';
import { equalSpheres, placeAt, roadEnd, stops } from '../../../src/pages/k-means/road.ts';

function question(data: Question['data'], step: number, components = dataSets[data].groups): Question {
  return { data, n: 400, seed: 1, components, step };
}

describe.each(dataNames)('on "%s"', (data) => {
  it('the mixture at the left end of the road is k-means, point for point', () => {
    for (const components of [dataSets[data].groups, 6]) {
      const { disagreements, agreement, farthestMean, responsibilities } = compare(
        question(data, 0, components),
      );
      expect(disagreements).toHaveLength(0);
      expect(agreement.both).toBe(1);
      // Rounding alone: units of the picture are of the size of one.
      expect(farthestMean).toBeLessThan(1e-13);
      expect(new Set(responsibilities.data)).toEqual(new Set([0, 1]));
    }
  });
});

describe('a full mixture', () => {
  it('finds stretched and unequal groups, where k-means does not', () => {
    for (const data of ['stretched', 'unequal'] as const) {
      const { agreement } = compare(question(data, roadEnd));
      expect(agreement.mixtureWithGroups).toBeGreaterThan(0.9);
      expect(agreement.clustersWithGroups).toBeLessThan(0.5);
    }
  });

  it('fails on moons and rings as k-means does, with more components too, though these make new points likelier', () => {
    for (const data of ['moons', 'rings'] as const) {
      const [two, ten] = [2, 10].map((components) => compare(question(data, roadEnd, components)));
      for (const { agreement } of [two, ten]) {
        expect(agreement.mixtureWithGroups).toBeLessThan(0.6);
        expect(agreement.clustersWithGroups).toBeLessThan(0.6);
      }
      expect(ten.newPointScore).toBeGreaterThan(two.newPointScore + 0.5);
    }
  });
});

describe('the road', () => {
  it('warms up to a temperature of 1, then sets weights, sizes, axes and turns free', () => {
    expect(placeAt(0)).toMatchObject({ temperature: 0, weights: 'equal', name: 'k-means' });
    expect(placeAt(5)).toMatchObject({ temperature: 0.25, weights: 'equal', name: 'temperature 0.25' });
    const names = Array.from({ length: 5 }, (_, i) => {
      const { temperature, weights, structure } = placeAt(equalSpheres + i);
      return [temperature, weights, structure.name];
    });
    expect(names).toEqual([
      [1, 'equal', placeAt(0).structure.name],
      [1, 'free', placeAt(0).structure.name],
      [1, 'free', 'spherical'],
      [1, 'free', 'diag'],
      [1, 'free', 'full'],
    ]);
  });

  it('has stops from one end to the other', () => {
    expect(stops[0].at).toBe(0);
    expect(stops.at(-1)!.at).toBe(roadEnd);
  });
});

describe('names for components', () => {
  it('are those of the clusters that share most points', () => {
    expect(namesFor(Int32Array.of(0, 0, 1, 1, 2), Int32Array.of(2, 2, 0, 0, 1), 3)).toEqual([2, 0, 1]);
  });

  it('leave to components without points what is left', () => {
    expect(namesFor(Int32Array.of(0, 1, 1, 2), Int32Array.of(1, 0, 0, 0), 3)).toEqual([1, 0, 2]);
  });
});
