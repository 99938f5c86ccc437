import {
  type CovarianceStructure,
  factorAnalyzers,
  families,
  fixed,
  structuresByName,
} from '@gaussmix/covariance';

/** A covariance structure as the page offers it. */
export interface OfferedStructure {
  readonly value: string;
  readonly label: string;
}

const factors = 'factors';
const ball = 'fixed';

/** What structures there are for data on a line. */
export const lineStructures: readonly OfferedStructure[] = [
  { value: 'V', label: 'V: each its own variance' },
  { value: 'E', label: 'E: one variance for all' },
  { value: ball, label: 'fixed: a variance that is given' },
];

/** What structures there are for data on a plane. */
export const planeStructures: readonly OfferedStructure[] = [
  ...families.map(({ name, description }) => ({ value: name, label: `${name}: ${description}` })).reverse(),
  { value: factors, label: 'factor analyzers: one factor, and noise' },
  { value: ball, label: 'fixed: a ball that is given' },
];

/**
 * The structure of a name.
 *
 * @param deviation  of the ball, for "fixed"
 */
export function structureNamed(
  name: string,
  { d, deviation }: { d: number; deviation: number },
): CovarianceStructure {
  if (name === factors) return factorAnalyzers(1);
  if (name === ball) return fixed({ form: 'identity', dimension: d, variance: deviation * deviation });
  return structuresByName[name as keyof typeof structuresByName] ?? structuresByName.full;
}
