import type { Mixture } from '@gaussmix/distributions';
import { GaussmixError } from '@gaussmix/kernels';

/** Where and how a component was lost. */
export interface Collapse {
  /** Counted from 0; undefined when the covariance that all share is lost. */
  readonly component: number | undefined;
  readonly components: number;
  /** Iterations done before it happened. */
  readonly iteration: number;
  readonly reason: 'singular' | 'empty';
}

/**
 * A component that can no longer be estimated: its covariance is singular, or no row is left to it.
 */
export class CollapseError extends GaussmixError {
  /** Counted from 0; undefined when the covariance that all share is lost. */
  readonly component: number | undefined;
  /** Iterations done before it happened. */
  readonly iteration: number;
  /** "singular": no positive definite covariance; "empty": no rows. */
  readonly reason: Collapse['reason'];
  /** The last mixture that was whole, in the data's units; undefined when the start itself collapsed. */
  readonly mixture: Mixture | undefined;

  /** @param mixture  the last mixture that was whole, in the data's units */
  constructor(where: string, collapse: Collapse, mixture?: Mixture) {
    super('collapsed', messageOf(where, collapse));
    this.name = 'CollapseError';
    this.component = collapse.component;
    this.iteration = collapse.iteration;
    this.reason = collapse.reason;
    this.mixture = mixture;
  }
}

function messageOf(where: string, { component, components, iteration, reason }: Collapse): string {
  const which =
    component === undefined ? 'the shared covariance' : `component ${component + 1} of ${components}`;
  if (reason === 'empty') {
    return (
      `${where}: ${which} lost all its rows at iteration ${iteration}. ` +
      'Its mean lies far from the data, or other components fit every row better. Try another start or fewer components.'
    );
  }
  const what = component === undefined ? 'it' : 'its covariance';
  return (
    `${where}: ${which} collapsed at iteration ${iteration}: ${what} is no longer positive definite.\n` +
    'Usually it holds one repeated point, or two columns are collinear. ' +
    'Try fewer components, a positive regularization, or covariance "diag".'
  );
}
