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

/**
 * One of the 14 families of Celeux & Govaert (1995), by what its components have in common. Sigma_k = lambda_k D_k A_k
 * D_k^T: lambda is the volume, A the shape (|A| = 1), D the orientation.
 */
export interface Family {
  /** mclust's three letters, for volume, shape and orientation: E is equal, V is varying, I is none. */
  readonly name: FamilyName;
  readonly structure: CovarianceStructure;
  readonly volume: 'equal' | 'varying';
  readonly shape: 'round' | 'equal' | 'varying';
  readonly orientation: 'none' | 'columns' | 'equal' | 'varying';
  /** Sigma_k, as Celeux & Govaert write it. */
  readonly formula: string;
  /** One line for people. */
  readonly description: string;
}

/** The three letters of a family. */
export type FamilyName =
  | ('EII' | 'VII' | 'EEI' | 'VEI' | 'EVI' | 'VVI' | 'EEE')
  | ('VEE' | 'EVE' | 'VVE' | 'EEV' | 'VEV' | 'EVV' | 'VVV');

/** The 14 families, in mclust's order: from the fewest parameters to the most, along the columns first. */
export const families: readonly Family[] = [
  {
    name: 'EII',
    structure: EII,
    volume: 'equal',
    shape: 'round',
    orientation: 'none',
    formula: 'lambda I',
    description: 'balls of one size',
  },
  {
    name: 'VII',
    structure: spherical,
    volume: 'varying',
    shape: 'round',
    orientation: 'none',
    formula: 'lambda_k I',
    description: 'balls of any size',
  },
  {
    name: 'EEI',
    structure: EEI,
    volume: 'equal',
    shape: 'equal',
    orientation: 'columns',
    formula: 'lambda A',
    description: 'one ellipsoid along the columns, for all',
  },
  {
    name: 'VEI',
    structure: VEI,
    volume: 'varying',
    shape: 'equal',
    orientation: 'columns',
    formula: 'lambda_k A',
    description: 'ellipsoids along the columns, of one shape and any size',
  },
  {
    name: 'EVI',
    structure: EVI,
    volume: 'equal',
    shape: 'varying',
    orientation: 'columns',
    formula: 'lambda A_k',
    description: 'ellipsoids along the columns, of one volume and any shape',
  },
  {
    name: 'VVI',
    structure: diag,
    volume: 'varying',
    shape: 'varying',
    orientation: 'columns',
    formula: 'lambda_k A_k',
    description: 'ellipsoids along the columns',
  },
  {
    name: 'EEE',
    structure: tied,
    volume: 'equal',
    shape: 'equal',
    orientation: 'equal',
    formula: 'lambda D A D^T',
    description: 'one ellipsoid, for all',
  },
  {
    name: 'VEE',
    structure: VEE,
    volume: 'varying',
    shape: 'equal',
    orientation: 'equal',
    formula: 'lambda_k D A D^T',
    description: 'one ellipsoid, in any size',
  },
  {
    name: 'EVE',
    structure: EVE,
    volume: 'equal',
    shape: 'varying',
    orientation: 'equal',
    formula: 'lambda D A_k D^T',
    description: 'ellipsoids along common axes, of one volume and any shape',
  },
  {
    name: 'VVE',
    structure: VVE,
    volume: 'varying',
    shape: 'varying',
    orientation: 'equal',
    formula: 'lambda_k D A_k D^T',
    description: 'ellipsoids along common axes',
  },
  {
    name: 'EEV',
    structure: EEV,
    volume: 'equal',
    shape: 'equal',
    orientation: 'varying',
    formula: 'lambda D_k A D_k^T',
    description: 'one ellipsoid, turned any way',
  },
  {
    name: 'VEV',
    structure: VEV,
    volume: 'varying',
    shape: 'equal',
    orientation: 'varying',
    formula: 'lambda_k D_k A D_k^T',
    description: 'one ellipsoid, turned any way and in any size',
  },
  {
    name: 'EVV',
    structure: EVV,
    volume: 'equal',
    shape: 'varying',
    orientation: 'varying',
    formula: 'lambda D_k A_k D_k^T',
    description: 'ellipsoids of one volume',
  },
  {
    name: 'VVV',
    structure: full,
    volume: 'varying',
    shape: 'varying',
    orientation: 'varying',
    formula: 'lambda_k D_k A_k D_k^T',
    description: 'ellipsoids',
  },
];
