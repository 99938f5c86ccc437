/** The functions of ours that the page calls. */
export const sources = [
  { name: 'fitMixture', from: 'em', file: 'em/src/fit-mixture.ts' },
  { name: 'scoreSamples', from: 'distributions', file: 'distributions/src/score-samples.ts' },
] as const;
