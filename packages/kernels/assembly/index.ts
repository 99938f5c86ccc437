export { expPairs, logPairs } from './elementary';
export { moveRows } from './kmeans/move-rows';
export { nearestCenter } from './kmeans/nearest-center';
export { seedingTrials } from './kmeans/seeding-trials';
export {
  addSquares,
  gatherDeviations,
  momentsOfDiagonal,
  responsibilities,
  spreadDeviations,
} from './mixture/deviations';
export { squaresOfDiagonal, squaresOfWhitened, whitenByDiagonal } from './mixture/diagonal';
export { addSketch, squaresOfLowRank } from './mixture/low-rank';
export { toPanels } from './mixture/panels';
export { addGroup, foldGroup, gatherGroup, listLabel, markLabels } from './mixture/pooled';
export {
  clearOthers,
  finishRows,
  labelRows,
  listRows,
  listShares,
  sharesOfAll,
  sharesOfLabels,
  sharesOfListed,
  writePosteriors,
} from './mixture/posteriors';
export { addScatter, collect, collectScatter } from './mixture/scatter';
export { momentsOf1, momentsOf2, momentsOf3 } from './mixture/small-moments';
export { squaresOfTriangle2, squaresOfTriangle3 } from './mixture/small-triangles';
export { squaresOfTriangle } from './mixture/triangle';
export { undoTriangle } from './undo-triangle';
