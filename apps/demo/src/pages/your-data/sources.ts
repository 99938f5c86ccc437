/** The functions of ours that the page calls. */
export const sources = [
  { name: 'parseTable', from: 'data', file: 'data/src/table/parse-table.ts' },
  { name: 'prepare', from: 'data', file: 'data/src/transforms/prepare.ts' },
  { name: 'inDataUnits', from: 'data', file: 'data/src/transforms/in-data-units.ts' },
  { name: 'writeModel', from: 'data', file: 'data/src/model/write-model.ts' },
  { name: 'fitMixtureAsync', from: 'em', file: 'em/src/fit-mixture-async.ts' },
  { name: 'threads', from: 'parallel', file: 'parallel/src/threads.ts' },
  {
    name: 'selectMixtureAsync',
    from: 'model-selection',
    file: 'model-selection/src/select-mixture-async.ts',
  },
  {
    name: 'adjustedRandIndex',
    from: 'model-selection',
    file: 'model-selection/src/agreement/adjusted-rand-index.ts',
  },
  { name: 'predictProba', from: 'distributions', file: 'distributions/src/predict-proba.ts' },
  { name: 'marginal', from: 'distributions', file: 'distributions/src/marginal.ts' },
  { name: 'ellipsePoints', from: 'plot/geometry', file: 'plot/src/ellipse-points.ts' },
] as const;
