import { type FamilyName, families } from '@gaussmix/covariance';
import {
  type CellResult,
  type CellSpec,
  type MixtureSelection,
  range,
  type SearchOptions,
  selectMixtureAsync,
} from '@gaussmix/model-selection';
import { type Cell, type CriterionName, criteria, keyOf, type Place } from './cells.ts';
import type { Problem } from './problem.ts';
import type { Outcome, Task } from './tasks.ts';

/** The largest number of components that is tried. */
export const mostComponents = 9;

/** What is searched besides the rows. */
export interface Wishes {
  readonly families: readonly FamilyName[];
  readonly seed: number;
  readonly regularization: number | 'auto';
}

/** Which cell wins by each criterion. */
export type Winners = Readonly<Record<CriterionName, Place>>;

/** Who fits a cell. */
export type Fitter = (task: Task) => Promise<Outcome>;

/** The options of the search: what a reader of the page would type to get the same table. */
export function searchOptions(
  rows: number,
  { families: names, seed, regularization }: Wishes,
): SearchOptions {
  return {
    components: range(1, Math.min(mostComponents, rows)),
    covariances: families.filter(({ name }) => names.includes(name)).map(({ structure }) => structure),
    effort: 'quick',
    seed,
    regularization,
  };
}

/**
 * The search of `selectMixture`, its cells fitted elsewhere; each is shown when it has been fitted, and once more if another
 * look made it better.
 *
 * @param show  called with each cell as it is known so far
 * @returns which cells win, by the rule of the package
 */
export async function search(
  problem: Problem,
  wishes: Wishes,
  { fitter, show, signal }: { fitter: Fitter; show: (cell: Cell) => void; signal: AbortSignal },
): Promise<Winners> {
  const options = searchOptions(problem.rows.rows, wishes);
  const known = new Map<string, Outcome>();
  const shown = new Map<string, Outcome>();

  const runner = async (spec: CellSpec): Promise<CellResult> => {
    const place = placeOf(spec);
    const outcome = await fitter({ ...place, options: spec.options });
    known.set(runKey(spec), outcome);
    if (!shown.has(keyOf(place))) {
      shown.set(keyOf(place), outcome);
      show(cellOf(place, outcome));
    }
    return outcome.result;
  };
  const onCell: SearchOptions['onCell'] = ({ components, covariance, logLikelihood }) => {
    const place = placeOf({ components, covariance });
    const runs = [false, true].flatMap((again) => known.get(keyOf(place) + (again ? ' again' : '')) ?? []);
    const kept = runs.find(({ result }) => result.fit?.logLikelihood === logLikelihood) ?? runs[0];
    if (kept && kept !== shown.get(keyOf(place))) show(cellOf(place, kept));
  };
  const bic = await selectMixtureAsync(problem.rows, { ...options, runner, onCell, signal });

  // The other criteria choose from the same fits.
  const remembered = (spec: CellSpec) => known.get(runKey(spec))!.result;
  const by = async (name: CriterionName): Promise<Place> =>
    winnerOf(
      name === 'bic'
        ? bic
        : await selectMixtureAsync(problem.rows, {
            ...options,
            criterion: criteria[name],
            runner: remembered,
          }),
    );
  return { bic: await by('bic'), aic: await by('aic'), aicc: await by('aicc'), icl: await by('icl') };
}

function winnerOf({ bestCell }: MixtureSelection): Place {
  return placeOf(bestCell);
}

function placeOf({
  components,
  covariance,
}: {
  components: number;
  covariance: CellSpec['covariance'] | string;
}): Place {
  const family = families.find(({ structure }) => structure === covariance || structure.name === covariance)!;
  return { family: family.name, components };
}

function runKey(spec: CellSpec): string {
  return keyOf(placeOf(spec)) + (spec.options.suggestions ? ' again' : '');
}

function cellOf(place: Place, { result, freshLogDensity }: Outcome): Cell {
  return { ...place, fit: result.fit, error: result.error, freshLogDensity };
}
