export { type ClassicStructureName, classicStructures } from './classic-structures.ts';
export type { Covariance, DenseCovariance, DiagonalCovariance, IdentityCovariance } from './covariance.ts';
export { covarianceFromDense, covarianceFromJSON } from './covariance-from.ts';
export type { CovarianceJSON } from './covariance-json.ts';
export { covarianceToJSON } from './covariance-to-json.ts';
export {
  deviationsOf,
  dimensionOf,
  leastVariance,
  logDeterminant,
  mapCovariance,
  toDense,
  toFactor,
} from './form-of.ts';
export {
  applyMapInto,
  type ColumnsMap,
  diagonalOfMap,
  invertMap,
  type LinearMap,
  matrixOfMap,
  type ScaleMap,
  type TriangularMap,
  undoMapInto,
} from './linear-map.ts';
export { SingularCovarianceError } from './singular-covariance-error.ts';
export type { Closure, ComponentMoments, CovarianceStructure, MomentShape } from './structure.ts';
export { diag } from './structures/diag.ts';
export { fixed } from './structures/fixed.ts';
export { full } from './structures/full.ts';
export { spherical } from './structures/spherical.ts';
export { tied } from './structures/tied.ts';
export { unwhitenInto, whitenRowsInto } from './whiten.ts';
