export { adjustedRandIndex, type Labels } from './adjusted-rand-index.ts';
export { aic } from './aic.ts';
export { bic } from './bic.ts';
export type {
  Cell,
  CellOptions,
  CellResult,
  CellSpec,
  FailedCell,
  FitCallbacks,
  FittedCell,
} from './cell.ts';
export type { MixtureSelection } from './conclude-search.ts';
export type { Criterion, Evidence, InformationCriterion } from './criterion.ts';
export { type CrossValidateOptions, type CrossValidation, crossValidate } from './cross-validate.ts';
export { evidenceOf } from './evidence-of.ts';
export { fitCell } from './fit-cell.ts';
export { icl } from './icl.ts';
export type { SearchOptions } from './plan-search.ts';
export { range } from './range.ts';
export { selectMixture } from './select-mixture.ts';
export { type AsyncSearchOptions, type CellRunner, selectMixtureAsync } from './select-mixture-async.ts';
