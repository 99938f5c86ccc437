import type { Covariance } from '../covariance.ts';
import type { ComponentMoments, CovarianceSize, CovarianceStructure } from '../structure.ts';
import { relativeDifference } from './difference.ts';
import { momentsFor, momentsOfMembers, randomMoments } from './moments.ts';
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
    moments: drawMoments(structure, numbers, { components, dimension }),
    numbers,
  };
}

/** How much of the moments that a structure reads sketches of is not of its family. */
const BESIDE = 0.1;

/**
 * Moments in general position for a structure. What reads sketches gets to its answer pass by pass, and all too slowly where
 * the most likely member lies at the edge of the family; so its moments are near some member that is well inside: the
 * first answer to moments in general position.
 *
 * @returns K full scatters
 */
export function drawMoments(
  structure: CovarianceStructure,
  numbers: Sequence,
  { components, dimension }: CovarianceSize,
): ComponentMoments {
  const moments = randomMoments(numbers, components, dimension);
  if (structure.moments !== 'sketch') return moments;
  const members = estimateOnce(structure, moments);
  const scatters = momentsOfMembers(members, moments.counts).scatters.map((scatter, k) =>
    scatter.map((sum, at) => (1 - BESIDE) * sum + BESIDE * moments.scatters[k]![at]!),
  );
  return { ...moments, scatters };
}

/** What a structure makes of full moments, once. @returns K covariances */
export function estimateOnce(
  structure: CovarianceStructure,
  full: ComponentMoments,
  previous?: readonly Covariance[],
): readonly Covariance[] {
  return structure.estimate(momentsFor(structure, full, previous), previous);
}

/** Passes at most, for those that a structure needs to settle. */
const MOST_PASSES = 5000;

/** A pass that moves no covariance by more than this share of it is the last: so many of them are a thousandth of what laws see. */
const STILL = 1e-10;

/**
 * What a structure makes of full moments: of a copy, in the shape that it reads. What reads sketches gets to its answer pass by
 * pass, as in a fit: of the same moments sketch after sketch is made until the covariances stand still.
 *
 * @returns K covariances
 */
export function estimateFrom(
  structure: CovarianceStructure,
  full: ComponentMoments,
  previous?: readonly Covariance[],
): readonly Covariance[] {
  let covariances = estimateOnce(structure, full, previous);
  if (structure.moments !== 'sketch') return covariances;
  for (let pass = 1; pass < MOST_PASSES; pass++) {
    const before = covariances;
    covariances = estimateOnce(structure, full, before);
    const change = covariances.map((covariance, k) => relativeDifference(covariance, before[k]!));
    if (Math.max(...change) <= STILL) break;
  }
  return covariances;
}
