export type { BatchOptions } from './batch-options.ts';
export { componentLogDensities, mahalanobis } from './component-scores.ts';
export { createMixture, type MixtureParts } from './create-mixture.ts';
export { type Coordinates, logDeterminantOfMap, mapMixture, unmapMixture } from './map-mixture.ts';
export type { Mixture } from './mixture.ts';
export {
  type MultivariateNormal,
  multivariateNormalLogDensities,
  sampleMultivariateNormal,
} from './multivariate-normal.ts';
export { type Normal, normalDensity, normalLogDensity } from './normal.ts';
export { packMixture } from './pack-mixture.ts';
export { predict } from './predict.ts';
export { predictProba } from './predict-proba.ts';
export { type Sample, type SampleOptions, sample } from './sample.ts';
export { scoreSamples } from './score-samples.ts';
