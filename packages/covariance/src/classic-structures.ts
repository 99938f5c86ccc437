import type { CovarianceStructure } from './structure.ts';
import { diag } from './structures/diag.ts';
import { full } from './structures/full.ts';
import { spherical } from './structures/spherical.ts';
import { tied } from './structures/tied.ts';

/** The four structures that have a name as a string, as in scikit-learn. */
export type ClassicStructureName = 'full' | 'tied' | 'diag' | 'spherical';

/** The four structures by their names. */
export const classicStructures: Readonly<Record<ClassicStructureName, CovarianceStructure>> = {
  full,
  tied,
  diag,
  spherical,
};
