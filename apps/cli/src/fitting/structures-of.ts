import { usageError } from '../command-error.ts';
import { factorsIn, familiesIn, structureName } from './structure-named.ts';

/** Stands for all families. */
const all = 'all';

/**
 * The names of covariance structures, checked before the data are read.
 *
 * @param called  as typed behind --covariance
 * @returns one name for each structure, `all` among them
 * @throws CommandError of the command line, saying what names there are
 */
export function structuresOf(called: readonly string[]): readonly string[] {
  return called.map((each) => {
    const name = each.toLowerCase() === all ? all : structureName(each);
    if (name !== undefined) return name;
    throw usageError(
      '--covariance must be full, tied, diag, spherical, EII to VVV as in mclust, factors:Q (Q factors) or all, ' +
        `with commas between several, got ${JSON.stringify(each)}.`,
    );
  });
}

/**
 * The structures to fit to data of so many columns, each once.
 *
 * @param names  as `structuresOf` returned them
 * @throws CommandError of the command line for more factors than columns can have
 */
export function structuresIn(names: readonly string[], columns: number): readonly string[] {
  const structures = names.flatMap((name) => (name === all ? familiesIn(columns) : [name]));
  for (const name of structures) {
    const factors = factorsIn(name);
    if (factors === undefined || factors < columns) continue;
    throw usageError(
      `--covariance factors:Q must have fewer factors than there are columns to fit (${columns}), got ${factors}.`,
    );
  }
  return [...new Set(structures)];
}
