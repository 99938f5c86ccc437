export { asMatrix } from './as-matrix.ts';
export { choleskyInto } from './cholesky.ts';
export { columnMeans, covarianceOf } from './column-moments.ts';
export { createMatrix } from './create-matrix.ts';
export { jacobiEigen } from './jacobi-eigen.ts';
export type { Matrix, MatrixFace, MatrixLike } from './matrix.ts';
export { type PrincipalComponents, principalComponents } from './principal-components.ts';
export { type SymmetricEigen, symmetricEigen } from './symmetric-eigen.ts';
export { takeRows } from './take-rows.ts';
export {
  invertLower,
  multiplyByTranspose,
  multiplyLowerInto,
  multiplyLowers,
  solveLowerInto,
} from './triangular.ts';
