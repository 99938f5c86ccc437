import { demandSame } from '../difference.ts';
import { inEverySetting, type Law } from '../law.ts';
import { estimateFrom } from '../setting.ts';

/** No component is special: if component k's moments are called k + 1, so is its covariance. */
export const relabels: Law = inEverySetting(
  'relabeling the components relabels the covariances',
  ({ structure, moments }) => {
    const { dimension, counts, scatters } = moments;
    const shifted = <T>(items: readonly T[]): T[] => [...items.slice(1), items[0]!];
    const expected = shifted(estimateFrom(structure, moments));
    const relabeled = {
      dimension,
      counts: Float64Array.from(shifted(Array.from(counts))),
      scatters: shifted(scatters),
    };
    // Warm, so that an iterative family with several optima stays at the one it was at.
    demandSame(estimateFrom(structure, relabeled, expected), expected, 'the relabeled covariances');
  },
);
