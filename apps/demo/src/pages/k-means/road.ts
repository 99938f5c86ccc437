import { type CovarianceStructure, EII, VII, VVI, VVV } from '@gaussmix/covariance';
import type { FitOptions } from '@gaussmix/em';

/** What a mixture may do at a place of the road from k-means to a full mixture. */
export interface RoadPlace {
  /** 0 gives each point to one component, 1 shares it as EM does. */
  readonly temperature: number;
  readonly structure: CovarianceStructure;
  readonly weights: 'equal' | 'free';
  /** A few words. */
  readonly name: string;
}

/** The end of the first stretch, along which the temperature rises to 1: a mixture of equal spheres. */
export const equalSpheres = 20;

/** What is set free after it, one thing more at each place. */
const freedoms: readonly RoadPlace[] = [
  { temperature: 1, structure: EII, weights: 'free', name: 'own weights' },
  { temperature: 1, structure: VII, weights: 'free', name: 'own weights and sizes' },
  { temperature: 1, structure: VVI, weights: 'free', name: 'stretched along the axes' },
  { temperature: 1, structure: VVV, weights: 'free', name: 'stretched and turned' },
];

/** The last place: a mixture with no constraint. */
export const roadEnd: number = equalSpheres + freedoms.length;

/** Places with a name, to jump to. */
export const stops: readonly { readonly at: number; readonly label: string }[] = [
  { at: 0, label: 'K-means' },
  { at: 10, label: 'Halfway' },
  { at: equalSpheres, label: 'Equal spheres' },
  { at: equalSpheres + 1, label: 'Own weights' },
  { at: equalSpheres + 2, label: 'Own sizes' },
  { at: equalSpheres + 3, label: 'Stretched' },
  { at: equalSpheres + 4, label: 'Turned' },
];

/** The place so many steps from k-means. */
export function placeAt(step: number): RoadPlace {
  if (step > equalSpheres) return freedoms[step - equalSpheres - 1];
  const temperature = step / equalSpheres;
  const name =
    step === 0
      ? 'k-means'
      : step === equalSpheres
        ? 'equal spheres'
        : `temperature ${temperature.toFixed(2)}`;
  return { temperature, structure: EII, weights: 'equal', name };
}

/**
 * How to fit there. Equal spheres grow out of the clusters of k-means, so that the road begins where k-means ends; what comes
 * after them looks for the best of many starts by itself.
 *
 * @param labels  what k-means says of each row
 */
export function fitOptionsAt(
  step: number,
  { labels, components, seed }: { labels: Int32Array; components: number; seed: number },
): FitOptions {
  const { temperature, structure, weights } = placeAt(step);
  const common = { components, covariance: structure, weights, seed };
  return step > equalSpheres ? common : { ...common, assignment: { temperature }, initial: { labels } };
}
