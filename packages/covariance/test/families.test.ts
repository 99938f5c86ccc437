import { expect, test } from 'vitest';
import { families } from '../src/families.ts';
import { diag } from '../src/structures/diag.ts';
import { full } from '../src/structures/full.ts';
import { spherical } from '../src/structures/spherical.ts';
import { tied } from '../src/structures/tied.ts';
import { structuresByName } from '../src/structures-by-name.ts';

test('The families are the 14 of mclust, in its order.', () => {
  expect(families.map(({ name }) => name).join(' ')).toBe(
    'EII VII EEI VEI EVI VVI EEE VEE EVE VVE EEV VEV EVV VVV',
  );
  for (const { name, structure } of families) expect(structure).toBe(structuresByName[name]);
});

test('The names of both camps are one structure, and E and V are those of one dimension.', () => {
  expect(structuresByName).toMatchObject({
    EEE: tied,
    VVI: diag,
    VII: spherical,
    VVV: full,
    E: tied,
    V: full,
  });
  for (const [name, structure] of Object.entries(structuresByName)) {
    expect([name, 'full', 'tied', 'diag', 'spherical']).toContain(structure.name);
  }
});

/**
 * Volume, shape and orientation are 1, d - 1 and d (d - 1) / 2 numbers: once where they are equal, K times where they
 * vary, and none where there is no choice. In three dimensions they are 1, 2 and 3.
 */
test('What a family declares to vary is what its parameters are.', () => {
  const K = 4;
  const times = { equal: 1, varying: K, round: 0, none: 0, columns: 0 };
  for (const { structure, volume, shape, orientation } of families) {
    const count = times[volume] + 2 * times[shape] + 3 * times[orientation];
    expect(structure.parameterCount(K, 3)).toBe(count);
  }
});

test('The formula says what varies.', () => {
  for (const { formula, volume, shape, orientation } of families) {
    expect(formula.includes('lambda_k')).toBe(volume === 'varying');
    expect(formula.includes('A_k')).toBe(shape === 'varying');
    expect(formula.includes('D_k')).toBe(orientation === 'varying');
    expect(formula.includes('I')).toBe(shape === 'round');
  }
});
