import {
  type CovarianceStructure,
  factorAnalyzers,
  type StructureName,
  structuresByName,
} from '@gaussmix/covariance';

/** Names without regard to case, and the one name of each structure: scikit-learn's where it has one. */
const names: ReadonlyMap<string, StructureName> = namesOfStructures();

/** Several families under one name: the 14 of Celeux & Govaert (1995), in mclust's order. */
const allFamilies: readonly StructureName[] = [
  ...(['EII', 'spherical', 'EEI', 'VEI', 'EVI', 'diag', 'tied'] as const),
  ...(['VEE', 'EVE', 'VVE', 'EEV', 'VEV', 'EVV', 'full'] as const),
];

/** Of one column a variance is all there is, shared or each its own. */
const inOneColumn: readonly StructureName[] = ['tied', 'full'];

/** Each structure's first name in the table stands for all of its names. */
function namesOfStructures(): ReadonlyMap<string, StructureName> {
  const first = new Map<CovarianceStructure, StructureName>();
  const entries = Object.entries(structuresByName) as [StructureName, CovarianceStructure][];
  for (const [name, structure] of entries) if (!first.has(structure)) first.set(structure, name);
  return new Map(entries.map(([name, structure]) => [name.toLowerCase(), first.get(structure)!]));
}

/**
 * The one name of what somebody calls a structure: of either camp, in any case, or `factors:Q` or `FA:Q` for Q factors.
 * Structures are told apart by it, and it can be posted to another thread.
 *
 * @returns undefined when nothing is called so
 */
export function structureName(called: string): string | undefined {
  const factors = factorsIn(called);
  return factors === undefined ? names.get(called.toLowerCase()) : `factors:${factors}`;
}

/** How many factors a name asks for, if it does. */
export function factorsIn(called: string): number | undefined {
  const [, digits] = /^(?:factors|fa):(\d{1,9})$/i.exec(called) ?? [];
  return digits !== undefined && Number(digits) > 0 ? Number(digits) : undefined;
}

/** The structure of a name that `structureName` returned. */
export function structureNamed(name: string): CovarianceStructure {
  const factors = factorsIn(name);
  return factors === undefined ? structuresByName[name as StructureName] : factorAnalyzers(factors);
}

/** The names of all families that differ in so many columns. */
export function familiesIn(columns: number): readonly string[] {
  return columns === 1 ? inOneColumn : allFamilies;
}
