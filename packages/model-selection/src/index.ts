export { adjustedRandIndex, type Labels } from './adjusted-rand-index.ts';
export { aic } from './aic.ts';
export { bic } from './bic.ts';
export type { Criterion, Evidence, InformationCriterion } from './criterion.ts';
export { icl } from './icl.ts';
export { range } from './range.ts';
