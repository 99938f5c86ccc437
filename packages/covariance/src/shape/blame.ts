import { SingularCovarianceError } from '../singular-covariance-error.ts';

/**
 * Whose fault it is that a shared shape is not determined: the one component that lies in a plane, or nobody's alone.
 *
 * @param flat  whether component k lies in a plane
 */
export function blame(components: number, flat: (k: number) => boolean): SingularCovarianceError {
  const culprits = Array.from({ length: components }, (_, k) => k).filter(flat);
  return new SingularCovarianceError(culprits.length === 1 ? culprits[0] : undefined);
}
