import { mapped, mapsUnder } from '../data-map.ts';
import { demandSame } from '../difference.ts';
import { inEverySetting, type Law } from '../law.ts';
import { mapMoments } from '../moments.ts';
import { estimateFrom } from '../setting.ts';

/**
 *   estimate(T S T^T) = T estimate(S) T^T   for the maps x -> T x that `closedUnder` names
 *
 * A fit relies on it: it runs where T^-1 makes the numbers tame.
 */
export const followsDeclaredMaps: Law = inEverySetting(
  'the covariances follow every map of the data that closedUnder names',
  ({ structure, moments, dimension, numbers }) => {
    const covariances = estimateFrom(structure, moments);
    for (const map of mapsUnder(structure.closedUnder, numbers, dimension)) {
      const expected = covariances.map((covariance) => mapped(covariance, map, dimension));
      // Warm, so that an iterative family with several optima stays at the one it was at.
      const actual = estimateFrom(structure, mapMoments(moments, map.matrix), expected);
      demandSame(actual, expected, `the covariances of data under ${map.name}`);
    }
  },
);
