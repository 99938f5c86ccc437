import { families } from '@gaussmix/covariance';
import { fitCell, selectMixture } from '@gaussmix/model-selection';
import { expect, test } from 'vitest';
import {
  type Cell,
  criteria,
  keyOf,
  leader,
  shownValues,
  spreadApart,
} from '../../../src/pages/how-many/cells.ts';
import { cellPlace, familyList } from '../../../src/pages/how-many/place-codecs.ts';
import { generated } from '../../../src/pages/how-many/problem.ts';
import { search, searchOptions } from '../../../src/pages/how-many/search.ts';
import { truth } from '../../../src/pages/how-many/truth.ts';

const made = { groups: 3, separation: 4, shape: 'own', seed: 1, dimensions: 2 } as const;

test('labels keep their order and their distance, and stay above the lower edge', () => {
  expect(spreadApart([10, 12, 100, 50], 13, 100)).toEqual([10, 23, 100, 50]);
  expect(spreadApart([98, 99], 13, 100)).toEqual([87, 100]);
});

test('the nearest two true means are as far apart as asked', () => {
  const { means } = truth({ ...made, groups: 4, dimensions: 5 });
  const gaps = means.flatMap((a, i) =>
    means.slice(i + 1).map((b) => Math.hypot(...Array.from(a, (value, j) => value - b[j]))),
  );
  expect(Math.min(...gaps)).toBeCloseTo(4, 12);
  expect(means.every((mean) => mean.slice(2).every((value) => value === 0))).toBe(true);
});

test('a place and a list of families are read as they were written, and nonsense is not', () => {
  expect(cellPlace.read(cellPlace.write({ family: 'VVE', components: 4 }))).toEqual({
    family: 'VVE',
    components: 4,
  });
  expect(cellPlace.read('VVV10')).toBeUndefined();
  expect(familyList.read('VVV_EII')).toEqual(['EII', 'VVV']);
  expect(familyList.read('EII_XXX')).toBeUndefined();
});

test('the search of the page finds what selectMixture finds, by BIC and by ICL, bit for bit', async () => {
  const problem = generated({ ...made, rows: 40 });
  const wishes = { families: ['EII', 'VVI'], seed: 1, regularization: 'auto' } as const;
  const cells = new Map<string, Cell>();
  const winners = await search(problem, wishes, {
    fitter: async ({ family, components, options }) => {
      const { structure } = families.find(({ name }) => name === family)!;
      return { result: fitCell(problem.rows, { components, covariance: structure, options }) };
    },
    show: (cell) => cells.set(keyOf(cell), cell),
    signal: new AbortController().signal,
  });
  for (const name of ['bic', 'icl'] as const) {
    const { best, bestCell, table } = selectMixture(problem.rows, {
      ...searchOptions(40, wishes),
      criterion: criteria[name],
    });
    const winner = cells.get(keyOf(winners[name]))!;
    expect([winner.components, winner.fit?.structure]).toEqual([bestCell.components, best.structure]);
    expect([...cells.values()].map(({ fit }) => fit?.logLikelihood ?? 0).sort()).toEqual(
      table.map(({ logLikelihood }) => logLikelihood ?? 0).sort(),
    );
  }
  expect(leader(cells.values(), 'bic')).toEqual(winners.bic);
  expect(shownValues([...cells.values()], 'bic')[0]).toBeLessThan(
    criteria.bic.cost(cells.get(keyOf(winners.bic))!.fit!),
  );
});
