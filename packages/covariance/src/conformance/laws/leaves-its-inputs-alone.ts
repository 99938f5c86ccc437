import { demand, inEverySetting, type Law } from '../law.ts';
import { momentsFor } from '../moments.ts';
import { sameData } from '../same-data.ts';
import { drawMoments, estimateFrom } from '../setting.ts';

/** The moments belong to the engine, and the covariances of the pass before to the mixture of the pass before. */
export const leavesItsInputsAlone: Law = inEverySetting(
  'the moments and the warm start are not modified',
  ({ structure, moments, components, dimension, numbers }) => {
    const other = estimateFrom(structure, drawMoments(structure, numbers, { components, dimension }));
    const untouched = structuredClone(other);
    for (const previous of [undefined, other]) {
      const given = momentsFor(structure, moments, previous);
      const before = structuredClone(given);
      structure.estimate(given, previous);
      for (const part of ['counts', 'scatters', 'directions'] as const) {
        demand(sameData(given[part], before[part]), `estimate must leave moments.${part} as they are.`);
      }
      demand(sameData(other, untouched), 'estimate must leave the previous covariances as they are.');
    }
  },
);
