export type { BatchOptions } from './batch-options.ts';
export { componentLogDensities, mahalanobis } from './component-scores.ts';
export { type Condition, conditional } from './conditional.ts';
export { createMixture, type MixtureParts } from './create-mixture.ts';
export { cumulative, survival } from './cumulative.ts';
export { klDivergence } from './kl-divergence.ts';
export { type Coordinates, logDeterminantOfMap, mapMixture, unmapMixture } from './map-mixture.ts';
export { marginal } from './marginal.ts';
export { marginalCovariance } from './marginal-covariance.ts';
export type { Mixture } from './mixture.ts';
export {
  type MultivariateNormal,
  multivariateNormalLogDensities,
  sampleMultivariateNormal,
} from './multivariate-normal.ts';
export { type Normal, normalDensity, normalLogDensity } from './normal.ts';
export { normalCumulative, normalSurvival } from './normal-cumulative.ts';
export { normalQuantile } from './normal-quantile.ts';
export { packMixture } from './pack-mixture.ts';
export { predict } from './predict.ts';
export { predictProba } from './predict-proba.ts';
export { quantile } from './quantile.ts';
export { type Sample, type SampleOptions, sample } from './sample.ts';
export { sampleQuantile } from './sample-quantile.ts';
export { scoreSamples } from './score-samples.ts';
export { squaredWasserstein } from './squared-wasserstein.ts';
