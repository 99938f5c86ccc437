import type { MatrixLike } from '@gaussmix/linalg';
import type { CellSpec } from './cell.ts';
import { concludeSearch, judge, type MixtureSelection } from './conclude-search.ts';
import { fitCell } from './fit-cell.ts';
import { planSearch, type SearchOptions } from './plan-search.ts';
import { better, firstRound, secondRound } from './reuse.ts';

/**
 * Fits a mixture for every number of components and every covariance structure given, and picks the one
 * that a criterion prefers. Every cell is fitted by itself first, from the same seed, and then looks once more at what the
 * others have found.
 *
 * A cell that fails stands in the table with its error. One whose component collapsed stands there with the
 * warning, and cannot win while there is a healthy one: its likelihood has no bound.
 *
 * @param x  n x d
 * @param options  what to search, the criterion, and the options of `fitMixture`
 * @returns the fit that won, its line, and the whole table
 * @throws GaussmixError for bad data or options, before any work is done;
 *   "nothing-fitted", with the reasons, when every cell fails
 */
export function selectMixture(x: MatrixLike, options: SearchOptions): MixtureSelection {
  const search = planSearch('selectMixture', x, options);
  const run = (spec: CellSpec) => fitCell(search.x, spec, search.callbacks);
  const first = firstRound(search.specs).map(run);
  const second = secondRound(search.specs, first);
  const all = first.map((result, at) => {
    const again = second[at];
    return judge(search, at, { result: again ? better(result, run(again)) : result, known: first });
  });
  return concludeSearch(search, all);
}
