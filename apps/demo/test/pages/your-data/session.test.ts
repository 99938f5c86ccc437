import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { applyTransforms, mixtureOf, parseModel, parseTable } from '@gaussmix/data';
import { predict, predictProba, scoreSamples } from '@gaussmix/distributions';
import { bic } from '@gaussmix/model-selection';
import { describe, expect, it } from 'vitest';
import type { FitDemand } from '../../../src/pages/your-data/run-fit.ts';
import { Session } from '../../../src/pages/your-data/session.ts';

const repository = resolve(import.meta.dirname, '../../../../..');
const textOf = (path: string) => readFileSync(join(repository, path), 'utf8');
const penguins = textOf('apps/demo/assets/tables/penguins.csv');
const iris = textOf('apps/demo/assets/tables/iris.csv');

const measures = ['bill_length_mm', 'bill_depth_mm', 'flipper_length_mm', 'body_mass_g'];
const plain = { columns: measures, encoded: [], standardize: false, pca: 0 };
const three: FitDemand = { search: false, components: 3, structures: ['full'], seed: 1 };

function nothing() {}

describe('Session', () => {
  it('finds the optimum of iris that mclust finds, and the species with five flowers astray', async () => {
    const session = new Session();
    const { columns, rows } = session.open(iris, 'iris.csv');
    expect(rows).toBe(150);
    const wanted = columns.filter((column) => column.wanted).map(({ name }) => name);
    session.choose({ columns: wanted, encoded: [], standardize: true, pca: 0 });
    const report = await session.fit(three, nothing);
    // iris.R, which stops where a pass gains 1e-5 of the whole: the top is a little higher.
    expect(report.logLikelihood).toBeGreaterThan(-180.185839);
    expect(report.logLikelihood).toBeLessThan(-180.185839 + 1e-3);
    expect(report.bic).toBeLessThan(580.83963);
    const [{ column, counts, agreement }] = session.comparisons();
    expect(column).toBe('species');
    expect(
      counts
        .flat()
        .filter((count) => count > 0)
        .toSorted((a, b) => a - b),
    ).toEqual([5, 45, 50, 50]);
    // 1 - what is lost by 5 of 50: Hubert & Arabie's index of that table, by exact arithmetic.
    const pairs = (m: number) => (m * (m - 1)) / 2;
    const together = pairs(50) + pairs(45) + pairs(5) + pairs(50);
    const [p, q] = [3 * pairs(50), pairs(50) + pairs(45) + pairs(55)];
    const chance = (p * q) / pairs(150);
    expect(agreement).toBeCloseTo((together - chance) / ((p + q) / 2 - chance), 12);
  });

  it('undoes standardizing: likelihood, means and labels are those of a fit to the plain columns', async () => {
    const session = new Session();
    session.open(penguins, 'penguins.csv');
    session.choose(plain);
    const raw = await session.fit(three, nothing);
    const rawLabels = session.file('labels');
    session.choose({ ...plain, standardize: true });
    const standardized = await session.fit(three, nothing);
    // Full covariances are carried over by any affine map of the data, and the runs stop 1e-8 nats a row from the top.
    expect(standardized.logLikelihood).toBeCloseTo(raw.logLikelihood, 4);
    standardized.mixture.means.forEach((mean, k) => {
      mean.forEach((value, j) => {
        expect(value / raw.mixture.means[k][j]).toBeCloseTo(1, 3);
      });
    });
    expect(session.file('labels')).toBe(rawLabels);
  });

  it.each([
    ['plain columns', plain],
    ['standardized ones', { ...plain, standardize: true }],
    ['principal components', { ...plain, standardize: true, pca: 2 }],
    ['words beside numbers', { ...plain, columns: [...measures, 'island'], encoded: ['island'] }],
  ])(
    'writes a model of %s that reads back to the same labels, posteriors and likelihood',
    async (_, choice) => {
      const session = new Session();
      session.open(penguins, 'penguins.csv');
      session.choose(choice);
      const report = await session.fit({ ...three, structures: ['tied'] }, nothing);
      const document = parseModel(session.file('model'), { name: 'model.json' });
      const mixture = mixtureOf(document);
      const x = applyTransforms(parseTable(penguins), document);
      const labels = predict(mixture, x);
      const posteriors = predictProba(mixture, x);
      expect(session.file('labels')).toBe(`label\n${Array.from(labels, (label) => `${label}\n`).join('')}`);
      const lines = session.file('memberships').trim().split('\n');
      expect(lines[0]).toBe('posterior_0,posterior_1,posterior_2');
      expect(lines.slice(1).flatMap((line) => line.split(',').map(Number))).toEqual(
        Array.from(posteriors.data),
      );
      const total = scoreSamples(mixture, x).reduce((sum, value) => sum + value, 0);
      expect(report.logLikelihood / total).toBeCloseTo(1, 12);
      expect(report.bic).toBe(bic.cost({ ...report, assignmentEntropy: 0, logMaxPosterior: 0 }));
      expect(document.fit).toMatchObject({ rows: 342, seed: 1, logLikelihood: report.logLikelihood });
    },
  );

  it('searches, tells the whole table in the units of the data, and takes the smallest BIC', async () => {
    const session = new Session();
    session.open(penguins, 'penguins.csv');
    session.choose({ ...plain, standardize: true });
    const shares: number[] = [];
    const report = await session.fit(
      { search: true, components: 3, structures: ['tied', 'diag'], seed: 1 },
      ({ share }) => shares.push(share),
    );
    const { lines, winner } = report.search!;
    expect(lines.map(({ components, structure }) => `${components} ${structure}`)).toEqual([
      ...['1 tied', '2 tied', '3 tied', '1 diag', '2 diag', '3 diag'],
    ]);
    expect(lines[winner].bic).toBe(Math.min(...lines.map((line) => line.bic ?? Infinity)));
    expect(lines[winner].bic).toBeCloseTo(report.bic, 8);
    for (const { bic: cost, logLikelihood, parameters } of lines)
      expect(cost).toBeCloseTo(-2 * logLikelihood! + parameters! * Math.log(342), 8);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  });

  it('lists rows as in the file or by doubt, a page at a time', async () => {
    const session = new Session();
    session.open(penguins, 'penguins.csv');
    session.choose(plain);
    await session.fit(three, nothing);
    const all = session.members('file', 0, 1000);
    expect(all.map(({ line }) => line)).toEqual(Array.from({ length: 342 }, (_, i) => i + 2));
    expect(all[0].cells).toEqual(['39.1', '18.7', '181', '3750']);
    expect(session.members('file', 340, 12)).toEqual(all.slice(340));
    const certainty = session.members('doubt', 0, 342).map(({ label, posteriors }) => posteriors[label]);
    expect(certainty).toEqual(certainty.toSorted((a, b) => a - b));
    expect(session.members('doubt', 5, 2)[0].posteriors).toHaveLength(3);
  });

  it('rejects what was given up, and goes on with what came after', async () => {
    const session = new Session();
    session.open(penguins, 'penguins.csv');
    session.choose(plain);
    const first = session.fit(three, nothing);
    const second = session.fit({ ...three, components: 2 }, nothing);
    await expect(first).rejects.toMatchObject({ name: 'AbortError' });
    expect((await second).counts).toHaveLength(2);
    const third = session.fit(three, nothing);
    session.cancel();
    await expect(third).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('says what is wrong with a table in the words of the packages, with the line', () => {
    const session = new Session();
    expect(() => session.open('a,b\n1,2\n3\n', 'short.csv')).toThrow(
      'short.csv, line 3: must have as many cells as line 1 (2), got 1. Put quotes around a cell that contains a delimiter.',
    );
    session.open('a,b\n1,2\n3,\n5,4\n', 'gap.csv');
    expect(() => session.choose({ columns: ['a', 'b'], encoded: [], standardize: false, pca: 0 })).toThrow(
      'gap.csv, line 3, column "b": must be a number, got an empty cell. Fill the cell in, remove its row, or leave the column out.',
    );
  });
});
