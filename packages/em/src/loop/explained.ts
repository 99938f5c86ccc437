import { SingularCovarianceError } from '@gaussmix/covariance';
import type { Mixture } from '@gaussmix/distributions';
import { type Collapse, CollapseError } from '../collapse-error.ts';
import { EmptyComponentError } from './maximize.ts';

/** Where an M-step stands: what its errors tell. */
export type Whereabouts = Omit<Collapse, 'component' | 'reason'> & { readonly where: string };

/**
 * What an M-step gives, or where and why it failed, if for a reason that belongs to the data.
 *
 * @param last  the last mixture that was whole, if there was one
 * @throws CollapseError
 */
export function explained<T>(maximized: () => T, { where, ...at }: Whereabouts, last?: Mixture): T {
  try {
    return maximized();
  } catch (error) {
    const empty = error instanceof EmptyComponentError;
    if (!empty && !(error instanceof SingularCovarianceError)) throw error;
    const { component } = error;
    throw new CollapseError(where, { ...at, component, reason: empty ? 'empty' : 'singular' }, last);
  }
}
