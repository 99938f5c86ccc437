export {
  type CovarianceLaw,
  type CovarianceLawOptions,
  covarianceLaws,
} from './conformance/covariance-laws.ts';
