import type { CovarianceStructure } from './structure.ts';
import { structuresByName } from './structures-by-name.ts';

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

const formulas: readonly (readonly [FamilyName, string, string])[] = [
  ['EII', 'lambda I', 'balls of one size'],
  ['VII', 'lambda_k I', 'balls of any size'],
  ['EEI', 'lambda A', 'one ellipsoid along the columns, for all'],
  ['VEI', 'lambda_k A', 'ellipsoids along the columns, of one shape and any size'],
  ['EVI', 'lambda A_k', 'ellipsoids along the columns, of one volume and any shape'],
  ['VVI', 'lambda_k A_k', 'ellipsoids along the columns'],
  ['EEE', 'lambda D A D^T', 'one ellipsoid, for all'],
  ['VEE', 'lambda_k D A D^T', 'one ellipsoid, in any size'],
  ['EVE', 'lambda D A_k D^T', 'ellipsoids along common axes, of one volume and any shape'],
  ['VVE', 'lambda_k D A_k D^T', 'ellipsoids along common axes'],
  ['EEV', 'lambda D_k A D_k^T', 'one ellipsoid, turned any way'],
  ['VEV', 'lambda_k D_k A D_k^T', 'one ellipsoid, turned any way and in any size'],
  ['EVV', 'lambda D_k A_k D_k^T', 'ellipsoids of one volume'],
  ['VVV', 'lambda_k D_k A_k D_k^T', 'ellipsoids'],
];

const volumes = { E: 'equal', V: 'varying' } as const;
const shapes = { I: 'round', E: 'equal', V: 'varying' } as const;
const orientations = { I: 'columns', E: 'equal', V: 'varying' } as const;

/** The 14 families, in mclust's order: from the fewest parameters to the most, along the columns first. */
export const families: readonly Family[] = formulas.map(([name, formula, description]) => {
  const [volume, shape, orientation] = Array.from(name) as [
    keyof typeof volumes,
    keyof typeof shapes,
    keyof typeof orientations,
  ];
  return {
    name,
    structure: structuresByName[name],
    volume: volumes[volume],
    shape: shapes[shape],
    orientation: shape === 'I' ? 'none' : orientations[orientation],
    formula,
    description,
  };
});
