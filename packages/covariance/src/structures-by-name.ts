import type { CovarianceStructure } from './structure.ts';
import { diag } from './structures/diag.ts';
import { EEI } from './structures/eei.ts';
import { EEV } from './structures/eev.ts';
import { EII } from './structures/eii.ts';
import { EVE } from './structures/eve.ts';
import { EVI } from './structures/evi.ts';
import { EVV } from './structures/evv.ts';
import { full } from './structures/full.ts';
import { spherical } from './structures/spherical.ts';
import { tied } from './structures/tied.ts';
import { VEE } from './structures/vee.ts';
import { VEI } from './structures/vei.ts';
import { VEV } from './structures/vev.ts';
import { VVE } from './structures/vve.ts';

/** The names that structures go by: those of scikit-learn and of mclust; `E` and `V` are mclust's in one dimension. */
export type StructureName =
  | ('full' | 'tied' | 'diag' | 'spherical' | 'E' | 'V')
  | ('EII' | 'VII' | 'EEI' | 'VEI' | 'EVI' | 'VVI' | 'EEE')
  | ('VEE' | 'EVE' | 'VVE' | 'EEV' | 'VEV' | 'EVV' | 'VVV');

/** Every structure by every name that it goes by. A page that imports this table pulls in all of them. */
export const structuresByName: Readonly<Record<StructureName, CovarianceStructure>> = {
  full,
  tied,
  diag,
  spherical,
  EII,
  VII: spherical,
  EEI,
  VEI,
  EVI,
  VVI: diag,
  EEE: tied,
  VEE,
  EVE,
  VVE,
  EEV,
  VEV,
  EVV,
  VVV: full,
  E: tied,
  V: full,
};
