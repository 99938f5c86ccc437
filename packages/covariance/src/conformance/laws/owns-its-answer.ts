import { demand, inEverySetting, type Law } from '../law.ts';
import { momentsFor } from '../moments.ts';
import { sameData } from '../same-data.ts';

/** An engine may use the memory of the moments again in the next pass. */
export const ownsItsAnswer: Law = inEverySetting(
  'the covariances share no memory with the moments',
  ({ structure, moments }) => {
    const given = momentsFor(structure, moments);
    const covariances = structure.estimate(given);
    const before = structuredClone(covariances);
    for (const numbers of [given.counts, ...given.scatters]) numbers.fill(Number.NaN);
    demand(
      sameData(covariances, before),
      'the covariances must stay when the moments are overwritten; copy what they keep.',
    );
  },
);
