import { GaussmixError } from '@gaussmix/kernels';

/** Thrown by a structure whose moments determine no positive definite covariance. */
export class SingularCovarianceError extends GaussmixError {
  /** The component it happened to, counted from 0; undefined for a covariance that all share. */
  readonly component: number | undefined;

  /** @param component  counted from 0; undefined for a covariance that all share */
  constructor(component: number | undefined) {
    const which =
      component === undefined ? 'the shared covariance' : `the covariance of component ${component + 1}`;
    super('singular-covariance', `estimate: ${which} must be positive definite, got a singular one.`);
    this.name = 'SingularCovarianceError';
    this.component = component;
  }
}
