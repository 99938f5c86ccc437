import { type FamilyName, families } from '@gaussmix/covariance';
import { componentColors } from '@gaussmix/plot/geometry';

/** The families by name, in the order of the packages. */
export const familyNames: readonly FamilyName[] = families.map(({ name }) => name);

/** Which have a color at first: five that differ much. */
export const usualFamilies: readonly FamilyName[] = ['EII', 'VII', 'VVI', 'EEE', 'VVV'];

/** In what order colors are given, so that those that are looked at most are told apart best. */
const byUse: readonly FamilyName[] = [
  ...usualFamilies,
  ...(['VEV', 'EEV', 'EEI', 'VEE', 'EVV', 'VEI', 'EVI', 'EVE', 'VVE'] as const),
];

const colors = componentColors(byUse.length);

/** The color of a family's curve. */
export function familyColor(name: FamilyName): string {
  return colors[byUse.indexOf(name)];
}
