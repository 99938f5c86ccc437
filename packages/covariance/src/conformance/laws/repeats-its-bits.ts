import { demand, inEverySetting, type Law } from '../law.ts';
import { sameData } from '../same-data.ts';
import { drawMoments, estimateFrom } from '../setting.ts';

/** One seed gives one answer; so `estimate` depends on what it is given, and on nothing that it did before. */
export const repeatsItsBits: Law = inEverySetting(
  'the same moments give the same bits, whatever came between',
  ({ structure, moments, components, dimension, numbers }) => {
    const first = estimateFrom(structure, moments);
    const before = structuredClone(first);
    estimateFrom(structure, drawMoments(structure, numbers, { components, dimension }));
    demand(sameData(first, before), 'a later estimate must leave an earlier answer as it is.');
    const second = estimateFrom(structure, moments);
    demand(sameData(second, before), 'estimate must give the same bits for the same moments, got others.');
  },
);
