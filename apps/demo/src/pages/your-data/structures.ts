import { families } from '@gaussmix/covariance';

/** The structures that a person can choose, by the names that the command line takes, in the order of the families. */
export const structureNames = [
  ...(['full', 'tied', 'diag', 'spherical'] as const),
  ...(['EII', 'EEI', 'VEI', 'EVI', 'VEE', 'EVE', 'VVE', 'EEV', 'VEV', 'EVV'] as const),
] as const;

/** The name of a structure. */
export type StructureChoice = (typeof structureNames)[number];

const familyOf: Readonly<Partial<Record<StructureChoice, string>>> = {
  full: 'VVV',
  tied: 'EEE',
  diag: 'VVI',
  spherical: 'VII',
};

/** Names with what they mean. */
export function structureOptions(): { value: StructureChoice; label: string }[] {
  return structureNames.map((value) => {
    const family = families.find(({ name }) => name === (familyOf[value] ?? value));
    return { value, label: `${value}: ${family?.description}` };
  });
}

/**
 * The structures that a search tries.
 *
 * @param every  all families, or the four common ones
 * @param columns  d: in one column a variance is all there is, shared or each its own
 */
export function structuresToTry(every: boolean, columns: number): readonly StructureChoice[] {
  if (columns === 1) return ['full', 'tied'];
  return every ? structureNames : structureNames.slice(0, 4);
}
