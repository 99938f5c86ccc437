import { type Covariance, leastVariance, toDense } from '@gaussmix/covariance';
import type { Mixture } from '@gaussmix/distributions';
import { choleskyInto } from '@gaussmix/linalg';
import { covarianceOfAll } from '../moments-of-all.ts';
import type { Problem } from '../problem.ts';

/** The least share of the data's variance, in the direction where it is least, that a component of a real optimum has. */
const LEAST_SHARE = 1e-3;

/** What makes a component look like a few rows that happen to lie close together rather than like a group. */
export interface Flaw {
  /** Counted from 0. */
  readonly component: number;
  /** "few-rows": not d + 1 of them; "thin": with the data whitened, a variance below 1e-3. */
  readonly kind: 'few-rows' | 'thin';
}

/** Finds the flaws of a mixture in the fit's coordinates whose components hold so many rows. */
export type FlawFinder = (mixture: Mixture, counts: Float64Array) => readonly Flaw[];

/**
 * Tells the flawed components of mixtures of a problem. The likelihood has no bound where a component shrinks onto few
 * rows, so many a local maximum is of such a component: spurious.
 *
 * A component is thin when 1000 Sigma_k - T is not positive definite, T the covariance of all rows, unless all
 * are: then groups lie far apart.
 *
 * Day (1969); McLachlan & Peel (2000), section 3.10.
 */
export function flawFinder(problem: Problem): FlawFinder {
  const { rows, settings, unitVariance } = problem;
  const { structure } = settings;
  const d = rows.columns;
  const scratch = new Float64Array(d * d);
  let whole: Float64Array | undefined;
  const isThin = (covariance: Covariance): boolean => {
    const enough = LEAST_SHARE * d * unitVariance;
    // No direction of the data has more than the whole variance, d units. Of many columns the bound has to do.
    if (leastVariance(covariance, enough) >= enough || structure.directions) return false;
    whole ??= covarianceOfAll(problem);
    const rest = toDense(covariance).map((entry, at) => entry / LEAST_SHARE - whole![at]!);
    return choleskyInto(scratch, rest, d) >= 0;
  };
  const fewest = fewestRows(problem);
  return (mixture, counts) => {
    if (fewest === 0) return [];
    const few = mixture.covariances.map((_, k) => counts[k]! < fewest);
    const thin = mixture.covariances.map(isThin);
    const apart = thin.every((isSo, k) => isSo || few[k]);
    return thin.flatMap((isSo, component): Flaw[] => {
      if (few[component]) return [{ component, kind: 'few-rows' }];
      return isSo && !apart ? [{ component, kind: 'thin' }] : [];
    });
  };
}

/**
 * The rows that a component must hold: d + 1, unless components are so many that few could have them and the family needs
 * fewer. None where covariances are given.
 */
export function fewestRows({ settings, rows }: Problem): number {
  const { structure, components } = settings;
  const dimension = rows.columns;
  if (structure.parameterCount(1, dimension) === 0) return 0;
  const [along = []] = structure.directions?.({ components: 1, dimension }) ?? [];
  const needed = { full: dimension + 1, diagonal: 2, pooled: 0, sketch: along.length / dimension + 2 };
  return Math.max(needed[structure.moments], Math.min(dimension + 1, rows.rows / components / 2));
}
