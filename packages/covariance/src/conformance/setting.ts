import type { Covariance } from '../covariance.ts';
import type { ComponentMoments, CovarianceStructure } from '../structure.ts';
import { momentsOfShape, randomMoments } from './moments.ts';
import { createSequence, type Sequence } from './sequence.ts';

/** A structure, and moments in general position for it to be tried on. */
export interface Setting {
  readonly structure: CovarianceStructure;
  /** K. */
  readonly components: number;
  /** d. */
  readonly dimension: number;
  /** K full scatters; {@link estimateFrom} gives the structure what it reads of them. */
  readonly moments: ComponentMoments;
  /** For whatever else a law draws. */
  readonly numbers: Sequence;
}

/** The setting of K components in d dimensions; the same numbers each time. */
export function createSetting(
  structure: CovarianceStructure,
  components: number,
  dimension: number,
): Setting {
  const numbers = createSequence(100 * components + dimension);
  return {
    structure,
    components,
    dimension,
    moments: randomMoments(numbers, components, dimension),
    numbers,
  };
}

/**
 * What a structure makes of full moments: of a copy, in the shape that it reads.
 *
 * @returns K covariances
 */
export function estimateFrom(
  structure: CovarianceStructure,
  full: ComponentMoments,
  previous?: readonly Covariance[],
): readonly Covariance[] {
  return structure.estimate(momentsOfShape(full, structure.moments), previous);
}
