import type { Closure } from '../../structure.ts';
import { mapped, mapsUnder } from '../data-map.ts';
import { relativeDifference } from '../difference.ts';
import { demand, type Law } from '../law.ts';
import { mapMoments } from '../moments.ts';
import { estimateFrom, type Setting } from '../setting.ts';
import { SAME_COVARIANCE } from '../tolerances.ts';

/** What a family could declare beyond what it does. Rotations and scalings together make all affine maps. */
const wider: Readonly<Record<Closure, readonly Closure[]>> = {
  affine: [],
  scaling: ['affine'],
  rotation: ['affine'],
  translation: ['scaling', 'rotation'],
};

/**
 * A family that names less than it follows fits correctly, but in worse coordinates: digits are lost without a sign.
 * In one dimension all linear maps are one scale, so that only settings with more say something.
 */
export const namesTheWidestMaps: Law = {
  title: 'closedUnder names the most maps that the covariances follow',
  hold(settings) {
    const telling = settings.filter(({ dimension }) => dimension > 1);
    for (const closure of telling[0] ? wider[telling[0].structure.closedUnder] : []) {
      const { name, closedUnder } = telling[0]!.structure;
      demand(
        !telling.every((setting) => follows(setting, closure)),
        `${name}: closedUnder must be "${closure}", for the covariances follow such maps, got "${closedUnder}".`,
      );
    }
  },
};

function follows({ structure, moments, dimension, numbers }: Setting, closure: Closure): boolean {
  const covariances = estimateFrom(structure, moments);
  return mapsUnder(closure, numbers, dimension).every((map) => {
    const actual = estimateFrom(structure, mapMoments(moments, map.matrix));
    return covariances.every(
      (covariance, k) =>
        relativeDifference(actual[k]!, mapped(covariance, map, dimension)) <= SAME_COVARIANCE,
    );
  });
}
