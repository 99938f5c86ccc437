/** What of ours the page calls. */
export const sources = [
  { name: 'fitMixture', from: 'em', file: 'em/src/fit-mixture.ts' },
  { name: 'scoreSamples', from: 'distributions', file: 'distributions/src/score-samples.ts' },
  { name: 'sampleQuantile', from: 'distributions', file: 'distributions/src/sample-quantile.ts' },
  { name: 'conditional', from: 'distributions', file: 'distributions/src/conditional.ts' },
  { name: 'marginal', from: 'distributions', file: 'distributions/src/marginal.ts' },
  { name: 'bic', from: 'model-selection', kind: 'variables', file: 'model-selection/src/bic.ts' },
  { name: 'parseTable', from: 'data', file: 'data/src/table/parse-table.ts' },
] as const;
