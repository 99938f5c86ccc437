export { adjustedMutualInformation } from './agreement/adjusted-mutual-information.ts';
export { adjustedRandIndex } from './agreement/adjusted-rand-index.ts';
export { type ConfusionTable, confusionTable } from './agreement/confusion-table.ts';
export {
  type DivergenceEstimate,
  type EstimateDivergenceOptions,
  estimateDivergence,
} from './agreement/estimate-divergence.ts';
export type { Labels } from './agreement/labels.ts';
export {
  type ComponentMatching,
  type MatchComponentsOptions,
  type MatchedPair,
  matchComponents,
} from './agreement/match-components.ts';
export { mutualInformation } from './agreement/mutual-information.ts';
export { type Silhouette, silhouette } from './agreement/silhouette.ts';
export { type VMeasure, vMeasure } from './agreement/v-measure.ts';
export { aic } from './aic.ts';
export { bic } from './bic.ts';
export { bootstrapIntervals } from './bootstrap/bootstrap-intervals.ts';
export { bootstrapIntervalsAsync } from './bootstrap/bootstrap-intervals-async.ts';
export {
  type BootstrapLikelihoodRatioOptions,
  bootstrapLikelihoodRatio,
} from './bootstrap/bootstrap-likelihood-ratio.ts';
export { bootstrapLikelihoodRatioAsync } from './bootstrap/bootstrap-likelihood-ratio-async.ts';
export type { AsyncBootstrapOptions, BootstrapListener, ReplicateRunner } from './bootstrap/bootstrapping.ts';
export { fitReplicate } from './bootstrap/fit-replicate.ts';
export type { BootstrapIntervals, BootstrapIntervalsOptions } from './bootstrap/interval-plan.ts';
export type { LikelihoodRatioTest, RatioOptions } from './bootstrap/ratio-plan.ts';
export type {
  BootstrapProgress,
  ReplicateOptions,
  ReplicateResult,
  ReplicateSpec,
} from './bootstrap/replicate.ts';
export type { ComponentsTest, TestComponentsOptions } from './bootstrap/sequence-plan.ts';
export { testComponents } from './bootstrap/test-components.ts';
export { testComponentsAsync } from './bootstrap/test-components-async.ts';
export type {
  Cell,
  CellOptions,
  CellResult,
  CellSpec,
  FailedCell,
  FitCallbacks,
  FittedCell,
} from './cell.ts';
export {
  type CombinedLevel,
  type ComponentCombination,
  combineComponents,
} from './combining/combine-components.ts';
export { combinePosteriors } from './combining/combine-posteriors.ts';
export type { MixtureSelection } from './conclude-search.ts';
export { aicc } from './criteria/aicc.ts';
export { clc } from './criteria/clc.ts';
export { type CriterionName, criteria } from './criteria/criteria.ts';
export { crossValidated, cv } from './criteria/cross-validated.ts';
export { nec } from './criteria/nec.ts';
export type { Criterion, Evidence, FitContext, InformationCriterion } from './criterion.ts';
export { type CrossValidateOptions, type CrossValidation, crossValidate } from './cross-validate.ts';
export { evidenceOf } from './evidence-of.ts';
export { fitCell } from './fit-cell.ts';
export { icl } from './icl.ts';
export type { SearchOptions } from './plan-search.ts';
export { range } from './range.ts';
export { selectMixture } from './select-mixture.ts';
export { type AsyncSearchOptions, type CellRunner, selectMixtureAsync } from './select-mixture-async.ts';
export {
  type ParameterTable,
  type StandardErrors,
  type StandardErrorsOptions,
  standardErrors,
} from './uncertainty/standard-errors.ts';
