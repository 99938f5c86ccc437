import { describe, expect, it } from 'vitest';
import { runCli } from '../run-cli.ts';
import { scratch } from '../scratch.ts';

const files = scratch();

/** Two components of variance 1 at 0 and 10, a third that shares the place of the second. */
const model = files.write(
  'model.json',
  JSON.stringify({
    format: 'gaussmix-mixture',
    version: 1,
    columns: ['x'],
    transforms: [],
    structure: 'full',
    components: [0, 10, 10].map((mean, k) => ({
      weight: [0.4, 0.4, 0.2][k],
      mean: [mean],
      covariance: { kind: 'dense', matrix: [[1]] },
    })),
  }),
);
const rows = ['0,a', '1,a', '9,a', '10,b', '11,b', '10,b'];
const data = files.write('data.csv', `x,group\n${rows.join('\n')}\n`);

async function comparisonOf(...args: string[]) {
  const { code, stdout, stderr } = await runCli(['compare', model, ...args, '--json']);
  expect([code, stderr]).toEqual([0, '']);
  return JSON.parse(stdout);
}

describe('compare', () => {
  it('holds clusters against labels', async () => {
    const comparison = await comparisonOf(data, '--labels', 'group');
    // Clusters 0 0 1 1 1 1. Pairs together: 1 + 3 of 15 in both, 6 by labels, 7 by clusters; 6 * 7 / 15 = 2.8 by chance.
    expect(comparison.adjustedRandIndex).toBeCloseTo((4 - 2.8) / (6.5 - 2.8), 14);
    // H(labels) = ln 2; of cluster 1 a quarter is a: H(labels | clusters) = 2/3 H(1/4).
    const entropy = (...shares: number[]) => -shares.reduce((sum, share) => sum + share * Math.log(share), 0);
    const homogeneity = 1 - ((2 / 3) * entropy(1 / 4, 3 / 4)) / Math.LN2;
    const completeness = 1 - entropy(1 / 3, 2 / 3) / 2 / entropy(1 / 3, 2 / 3);
    expect(comparison.homogeneity).toBeCloseTo(homogeneity, 14);
    expect(comparison.completeness).toBeCloseTo(completeness, 14);
    expect(comparison.vMeasure).toBeCloseTo(
      (2 * homogeneity * completeness) / (homogeneity + completeness),
      14,
    );
    expect(comparison).toMatchObject({
      ...{ rows: 6, components: 3, column: 'group' },
      confusion: {
        ...{ rows: ['a', 'b'], columns: [0, 1], matching: [0, 1], matched: 5, misclassified: 1 },
        table: [
          [2, 1],
          [0, 3],
        ],
      },
    });
  });

  it('puts labels that are numbers in their order', async () => {
    const numbered = files.write('numbered.csv', 'x,group\n0,10\n1,9\n9,10\n10,9\n');
    const { confusion, column } = await comparisonOf(numbered, '--labels', '2');
    expect([column, confusion.rows]).toEqual(['group', [9, 10]]);
  });

  it('gives the silhouette, and combines components that share their rows, labels or not', async () => {
    const comparison = await comparisonOf(data);
    expect(Object.keys(comparison)).toEqual(['rows', 'components', 'silhouette', 'combining']);
    // Mean distances to the own cluster and the other: 0 (1; 10), 1 (1; 9), 9 (4/3; 8.5), 10 (2/3; 9.5) twice, 11 (4/3; 10.5).
    const expected = [
      1 - 1 / 10,
      1 - 1 / 9,
      1 - 4 / 3 / 8.5,
      1 - 2 / 3 / 9.5,
      1 - 4 / 3 / 10.5,
      1 - 2 / 3 / 9.5,
    ];
    expect(comparison.silhouette).toBeCloseTo(
      expected.reduce((sum, one) => sum + one / 6, 0),
      14,
    );
    const { suggested, levels } = comparison.combining;
    expect(suggested).toBe(2);
    expect(levels.map(({ groups }: { groups: number[][] }) => groups)).toEqual([
      [[0], [1], [2]],
      [[0], [1, 2]],
      [[0, 1, 2]],
    ]);
    // Four rows are as good as sure to come from the two, with 2 to 1.
    const shared = -4 * ((2 / 3) * Math.log(2 / 3) + (1 / 3) * Math.log(1 / 3));
    expect(levels[0].entropy).toBeCloseTo(shared, 6);
    expect(levels[1].entropy).toBeCloseTo(0, 6);
  });

  it('tells a person', async () => {
    const { stdout } = await runCli(['compare', model, data, '--labels', 'group']);
    const lines = stdout.split('\n');
    expect(lines[0]).toBe(`${model} on ${data}  6 rows, 3 components`);
    const table = lines.slice(lines.indexOf('Rows by label and cluster') + 1);
    expect(table.slice(0, 4)).toEqual([
      ...['  group   0    1', '  a      [2]   1', '  b       0   [3]'],
      '  5 rows of 6 in the cluster that stands for their label (83.33 %), 1 elsewhere',
    ]);
    expect(stdout).toMatch(/\n {9}2 .* 0 1\+2 +◀ suggested\n/);
  });

  it('leaves the silhouette out where it says nothing or takes long', async () => {
    const one = files.write('one.csv', 'x\n0\n1\n0.5\n');
    expect((await comparisonOf(one)).silhouette).toBeNull();
    const told = await runCli(['compare', model, one]);
    expect(told.stdout).toContain('\nsilhouette left out: all rows are in one cluster\n');
    const many = files.write('many.csv', `x\n${'0\n10\n'.repeat(10_001)}`);
    const long = await runCli(['compare', model, many]);
    expect(long.stdout).toContain(
      '\nsilhouette left out: it compares every row with every other, and there are more than 20000 rows\n',
    );
  });

  it('needs a column of labels that is there, and full', async () => {
    const gone = await runCli(['compare', model, data, '--labels', 'kind']);
    expect(gone).toEqual({
      code: 2,
      stdout: '',
      stderr: `gaussmix: ${data}: --labels must be names or numbers from 1 to 2, got "kind". The names are x, group.\n`,
    });
    const empty = files.write('empty.csv', 'x,group\n0,a\n1,\n');
    expect(await runCli(['compare', model, empty, '--labels', 'group'])).toEqual({
      code: 1,
      stdout: '',
      stderr:
        `gaussmix: ${empty}, line 3, column "group": must be a label to compare with, got an empty cell. ` +
        'Fill the cell in, or remove its row.\n',
    });
  });
});
