export { type ClassicStructureName, classicStructures } from './classic-structures.ts';
export type {
  Covariance,
  DenseCovariance,
  DiagonalCovariance,
  IdentityCovariance,
  LowRankCovariance,
} from './covariance.ts';
export { covarianceFromDense, covarianceFromJSON } from './covariance-from.ts';
export type { CovarianceJSON } from './covariance-json.ts';
export { covarianceToJSON } from './covariance-to-json.ts';
export { type Family, type FamilyName, families } from './families.ts';
export {
  deviationsOf,
  dimensionOf,
  leastVariance,
  logDeterminant,
  mapCovariance,
  toDense,
  toFactor,
} from './form-of.ts';
export { type LowRankFactor, lowRankFactor } from './forms/low-rank-factor.ts';
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
export type {
  Closure,
  ComponentMoments,
  CovarianceSize,
  CovarianceStructure,
  MomentShape,
} from './structure.ts';
export { diag, diag as VVI } from './structures/diag.ts';
export { EEI } from './structures/eei.ts';
export { EEV } from './structures/eev.ts';
export { EII } from './structures/eii.ts';
export { EVE } from './structures/eve.ts';
export { EVI } from './structures/evi.ts';
export { EVV } from './structures/evv.ts';
export { factorAnalyzers } from './structures/factor-analyzers.ts';
export { fixed } from './structures/fixed.ts';
export { full, full as VVV } from './structures/full.ts';
export { spherical, spherical as VII } from './structures/spherical.ts';
export { tied, tied as EEE } from './structures/tied.ts';
export { VEE } from './structures/vee.ts';
export { VEI } from './structures/vei.ts';
export { VEV } from './structures/vev.ts';
export { VVE } from './structures/vve.ts';
export { type StructureName, structuresByName } from './structures-by-name.ts';
export { unwhitenInto, whitenRowsInto } from './whiten.ts';
