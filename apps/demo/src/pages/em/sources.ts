/** What the page computes with. */
export const sources = [
  { name: 'eStep', from: 'em', file: 'em/src/e-step.ts' },
  { name: 'mStep', from: 'em', file: 'em/src/m-step.ts' },
  { name: 'iterate', from: 'em', file: 'em/src/iterate.ts' },
  { name: 'fitMixture', from: 'em', file: 'em/src/fit-mixture.ts' },
  { name: 'gradientAscent', from: 'em', file: 'em/src/gradient/gradient-ascent.ts' },
  { name: 'predictProba', from: 'distributions', file: 'distributions/src/predict-proba.ts' },
  {
    name: 'componentLogDensities',
    from: 'distributions',
    file: 'distributions/src/component-scores.ts',
  },
  { name: 'scoreSamples', from: 'distributions', file: 'distributions/src/score-samples.ts' },
  { name: 'sample', from: 'distributions', file: 'distributions/src/sample.ts' },
  { name: 'kmeans', from: 'kmeans', file: 'kmeans/src/kmeans.ts' },
  { name: 'families', from: 'covariance', kind: 'variables', file: 'covariance/src/families.ts' },
  {
    name: 'factorAnalyzers',
    from: 'covariance',
    file: 'covariance/src/structures/factor-analyzers.ts',
  },
  { name: 'ellipsePoints', from: 'plot/geometry', file: 'plot/src/ellipse-points.ts' },
] as const;
