/** What of ours the page calls. */
export const sources = [
  { name: 'fitMixture', from: 'em', file: 'em/src/fit-mixture.ts' },
  { name: 'bic', from: 'model-selection', kind: 'variables', file: 'model-selection/src/bic.ts' },
  { name: 'cumulative', from: 'distributions', file: 'distributions/src/cumulative.ts' },
  { name: 'quantile', from: 'distributions', file: 'distributions/src/quantile.ts' },
  { name: 'sampleQuantile', from: 'distributions', file: 'distributions/src/sample-quantile.ts' },
  { name: 'predictProba', from: 'distributions', file: 'distributions/src/predict-proba.ts' },
  { name: 'scoreSamples', from: 'distributions', file: 'distributions/src/score-samples.ts' },
  { name: 'normalDensity', from: 'distributions', file: 'distributions/src/normal.ts' },
  { name: 'createRandom', from: 'random', file: 'random/src/create-random.ts' },
] as const;
