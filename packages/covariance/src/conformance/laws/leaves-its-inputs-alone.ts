import { demand, inEverySetting, type Law } from '../law.ts';
import { momentsOfShape, randomMoments } from '../moments.ts';
import { sameData } from '../same-data.ts';
import { estimateFrom } from '../setting.ts';

/** The moments belong to the engine, and the covariances of the pass before to the mixture of the pass before. */
export const leavesItsInputsAlone: Law = inEverySetting(
  'the moments and the warm start are not modified',
  ({ structure, moments, components, dimension, numbers }) => {
    const given = momentsOfShape(moments, structure.moments);
    const previous = estimateFrom(structure, randomMoments(numbers, components, dimension));
    const before = structuredClone({ given, previous });
    structure.estimate(given);
    structure.estimate(given, previous);
    for (const part of ['counts', 'scatters'] as const) {
      demand(sameData(given[part], before.given[part]), `estimate must leave moments.${part} as they are.`);
    }
    demand(sameData(previous, before.previous), 'estimate must leave the previous covariances as they are.');
  },
);
