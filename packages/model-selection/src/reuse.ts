import { type Effort, type EffortName, efforts, type Fit } from '@gaussmix/em';
import type { CellOptions, CellResult, CellSpec } from './cell.ts';

/** Nats per row that the first round may leave to gain. */
const LOOSE = 1e-3;

/**
 * The first round of a search, in which every cell stands alone. The second one grows mixtures from smaller ones, so this
 * one need not.
 *
 * @returns the specs to fit; the given ones where fits do not look for the best optimum
 */
export function firstRound(specs: readonly CellSpec[]): readonly CellSpec[] {
  return specs.map((spec) => {
    const { components, options } = spec;
    if (!seeks(spec) || components === 1 || specs.length === 1) return spec;
    const effort = lookingAhead(options);
    return { ...spec, options: { ...options, effort, tolerance: Math.max(LOOSE, options.tolerance ?? 0) } };
  });
}

/**
 * The second round, in which each cell looks at what others have found: the likeliest of the other structures with as many
 * components, and of its own structure the fit with one less, whose components are split, and with one more, of which two
 * are merged.
 *
 * @param results  the first round's, one for each spec
 * @returns for each spec what to fit once more; undefined where there is nothing to look at
 */
export function secondRound(
  specs: readonly CellSpec[],
  results: readonly CellResult[],
): (CellSpec | undefined)[] {
  const fitOf = (wanted: (spec: CellSpec) => boolean): Fit[] =>
    specs.flatMap((spec, at) => (wanted(spec) ? [results[at]!.fit ?? []].flat() : []));
  return specs.map((spec, at) => {
    const { components, covariance, options } = spec;
    const { fit } = results[at]!;
    if (fit === undefined || components === 1 || specs.length === 1 || !seeks(spec)) return undefined;
    const others = fitOf((other) => other.components === components && other.covariance !== covariance)
      .sort((p, q) => q.logLikelihood - p.logLikelihood)
      .slice(0, budgetOf(options).splits + 1);
    const own = fitOf(
      (other) => other.covariance === covariance && Math.abs(other.components - components) === 1,
    );
    const suggestions = [fit, ...others, ...own].map(({ mixture }) => mixture);
    return { ...spec, options: { ...options, effort: lookingAround(options), suggestions } };
  });
}

/** The result of the second round, unless the first one's was better. */
export function better(first: CellResult, second: CellResult): CellResult {
  if (first.fit === undefined || second.fit === undefined) return second.fit ? second : first;
  const doubts = doubtsAbout(first.fit) - doubtsAbout(second.fit);
  const loss = first.fit.logLikelihood - second.fit.logLikelihood - (doubts * first.fit.rows) / 2;
  return loss > LOOSE * first.fit.rows ? first : second;
}

/** Components that look spurious. */
export function doubtsAbout({ warnings }: Pick<Fit, 'warnings'>): number {
  return warnings.filter(({ component }) => component !== undefined).length;
}

/** Whether fits look for the best optimum, so that it helps to be told of others. */
export function seeks({ options: { restarts, initial, tolerance } }: CellSpec): boolean {
  return restarts === undefined && initial === undefined && tolerance !== 0;
}

function budgetOf({ effort = 'normal' }: CellOptions): Effort {
  return typeof effort === 'object' ? effort : efforts[effort as EffortName];
}

/** A budget for what the second round goes on from. */
function lookingAhead(options: CellOptions): Effort {
  const { starts, longRuns, bases, ...budget } = budgetOf(options);
  const part = (count: number): number => Math.ceil((2 / 5) * count);
  return { ...budget, grow: false, starts: part(starts), longRuns: part(longRuns), bases: part(bases - 1) };
}

/** A budget for looking at suggestions alone. */
function lookingAround(options: CellOptions): Effort {
  const budget = budgetOf(options);
  return { ...budget, starts: 0, grow: true, longRuns: Math.ceil(budget.longRuns / 2), bases: 0 };
}
