import { type Codec, choice, flag, integer, numbers } from '../../state/codecs.ts';
import type { Values } from '../../state/url-state.svelte.ts';
import type { Choice } from './choose-data.ts';
import type { ColumnDescription } from './describe-columns.ts';
import type { FitDemand } from './run-fit.ts';
import { sampleNames } from './sample-names.ts';
import { structureNames, structuresToTry } from './structures.ts';

/** The most components that can be asked for. */
export const mostComponents = 20;

/** Numbers of columns, from 1 and ascending; 0 alone is no column at all. */
const places: Codec<readonly number[]> = numbers([], (list) =>
  list.every((place, i) => Number.isInteger(place) && place > (list[i - 1] ?? -1)),
);

/** What stands in the address. */
export const codecs = {
  table: choice('penguins', sampleNames),
  /** Which columns are used; none for those that look useful. */
  columns: places,
  standardize: flag(true),
  pca: integer(0, { min: 0, max: 99 }),
  search: flag(false),
  components: integer(3, { min: 1, max: mostComponents }),
  upTo: integer(6, { min: 2, max: mostComponents }),
  structure: choice('full', structureNames),
  families: choice('common', ['common', 'all']),
  seed: integer(1, { min: 0, max: 999_999 }),
  x: integer(0, { min: 0, max: 999 }),
  y: integer(1, { min: 0, max: 999 }),
  view: choice('points', ['points', 'curve', 'pairs']),
  density: flag(false),
};

/** The values of the page. */
export type PageValues = Values<typeof codecs>;

/** Which columns are ticked: those of the address, else those that look useful. */
export function tickedColumns(
  columns: readonly ColumnDescription[],
  places: readonly number[],
): readonly ColumnDescription[] {
  return places.length > 0
    ? columns.filter((_, at) => places.includes(at + 1))
    : columns.filter(({ wanted }) => wanted);
}

/** The columns to fit, and what to do to them, as the page says. */
export function choiceOf(
  columns: readonly ColumnDescription[],
  values: Pick<PageValues, 'columns' | 'standardize' | 'pca'>,
): Choice {
  const ticked = tickedColumns(columns, values.columns);
  return {
    columns: ticked.map(({ name }) => name),
    encoded: ticked.filter(({ kind }) => kind === 'text').map(({ name }) => name),
    standardize: values.standardize,
    pca: values.pca,
  };
}

/**
 * What to fit, as the page says.
 *
 * @param columns  d, the columns that are fitted
 */
export function demandOf(
  { search, components, upTo, structure, families, seed }: PageValues,
  columns: number,
): FitDemand {
  return search
    ? { search, seed, components: upTo, structures: structuresToTry(families === 'all', columns) }
    : { search, seed, components, structures: [structure] };
}
