import type { FamilyName } from '@gaussmix/covariance';
import type { Codec } from '../../state/codecs.ts';
import type { Place } from './cells.ts';
import { familyNames, usualFamilies } from './families.ts';
import { mostComponents } from './search.ts';

/** A list of families, such as "EII_VVV". */
export const familyList: Codec<readonly FamilyName[]> = {
  initial: usualFamilies,
  read(text) {
    const list = text === '' ? [] : text.split('_');
    return list.every((name) => familyNames.some((known) => known === name))
      ? familyNames.filter((name) => list.includes(name))
      : undefined;
  },
  write: (list) => familyNames.filter((name) => list.includes(name)).join('_'),
};

/** A cell of the table, such as "VVV3"; undefined is whichever is best. */
export const cellPlace: Codec<Place | undefined> = {
  initial: undefined,
  read(text) {
    const family = familyNames.find((name) => text.startsWith(name));
    const components = Number(text.slice(3));
    const can = family && Number.isInteger(components) && components >= 1 && components <= mostComponents;
    return can ? { family, components } : undefined;
  },
  write: (place) => (place ? `${place.family}${place.components}` : ''),
};
