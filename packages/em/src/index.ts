export { type Collapse, CollapseError } from './collapse-error.ts';
export { type EStepOptions, type Expectation, eStep } from './e-step.ts';
export type {
  Assignment,
  Engine,
  EngineFactory,
  EngineSource,
  EStepRequest,
  SynchronousEngine,
} from './engine.ts';
export { type EventLoop, eventLoop } from './event-loop.ts';
export type { Fit, FitWarning, RestartSummary } from './fit.ts';
export { fitMixture } from './fit-mixture.ts';
export { fitMixtureAsync } from './fit-mixture-async.ts';
export { type GradientOptions, type GradientState, gradientAscent } from './gradient/gradient-ascent.ts';
export { type IterationState, iterate, iterateAsync } from './iterate.ts';
export type { Acceleration } from './loop/paces.ts';
export { type MStepOptions, mStep } from './m-step.ts';
export { memoryEngine } from './memory-engine.ts';
export { type Moments, momentsFromSums } from './moments.ts';
export { fieldMixture } from './online/field-mixture.ts';
export { type BackgroundOptions, foregroundInto } from './online/foreground.ts';
export {
  type FieldStart,
  type FrameLayout,
  type MixtureField,
  mixtureField,
} from './online/mixture-field.ts';
export { type MixtureStart, onlineMixture, type RowStart } from './online/online-mixture.ts';
export type { MemoryOptions, Novelty, OnlineOptions } from './online/online-options.ts';
export type { OnlineState } from './online/online-state.ts';
export { type FieldOptions, updateField, updateFieldInto } from './online/update-field.ts';
export { updateMixture } from './online/update-mixture.ts';
export type {
  AsyncFitOptions,
  CovarianceLike,
  FitOptions,
  Initial,
  InitialName,
  InitialParameters,
  Progress,
  StructureLike,
} from './options.ts';
export { type Pass, passesOf } from './passes-of.ts';
export { type Effort, type EffortName, efforts } from './search/efforts.ts';
export type { Moves } from './search/search.ts';
export { splitAndMerge } from './search/split-and-merge.ts';
export { structureOf } from './settings.ts';
export { type Summands, sumBlocks } from './sum-blocks.ts';
export { turningEngine } from './turning-engine.ts';
