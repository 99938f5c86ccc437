import { demand, inEverySetting, type Law } from '../law.ts';
import { sameData } from '../same-data.ts';
import { estimateFrom } from '../setting.ts';

/**
 * Components whose moments differ have equal covariances only where the family shares one; except in one dimension,
 * where a shared volume is the whole covariance.
 */
export const sharesOneObject: Law = inEverySetting(
  'a covariance that components share is one object, so that its work is done once',
  ({ structure, moments, dimension }) => {
    if (dimension === 1) return;
    const covariances = estimateFrom(structure, moments);
    for (const [k, covariance] of covariances.entries()) {
      const first = covariances.findIndex((other) => sameData(other, covariance));
      demand(
        covariances[first] === covariance,
        `components ${first + 1} and ${k + 1} must share one object, got two with the same numbers.`,
      );
    }
  },
);
