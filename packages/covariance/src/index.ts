export { type ClassicStructureName, classicStructures } from './classic-structures.ts';
export type { Covariance, DenseCovariance, DiagonalCovariance, IdentityCovariance } from './covariance.ts';
export { covarianceFromDense, covarianceFromJSON } from './covariance-from.ts';
export {
  covarianceToJSON,
  deviationsOf,
  dimensionOf,
  leastVariance,
  logDeterminant,
  mapCovariance,
  toDense,
  toFactor,
  unwhitenInto,
  whitenRowsInto,
} from './form-of.ts';
export type { CovarianceJSON } from './forms/form.ts';
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
