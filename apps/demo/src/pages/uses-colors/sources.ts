/** The functions of ours that the page calls. */
export const sources = [
  { name: 'fitMixture', from: 'em', file: 'em/src/fit-mixture.ts' },
  { name: 'predict', from: 'distributions', file: 'distributions/src/predict.ts' },
  { name: 'predictProba', from: 'distributions', file: 'distributions/src/predict-proba.ts' },
  { name: 'kmeans', from: 'kmeans', file: 'kmeans/src/kmeans.ts' },
  { name: 'nearestCenters', from: 'kmeans', file: 'kmeans/src/nearest-centers.ts' },
  { name: 'createRandom', from: 'random', file: 'random/src/create-random.ts' },
  { name: 'ellipsePoints', from: 'plot/geometry', file: 'plot/src/ellipse-points.ts' },
] as const;
