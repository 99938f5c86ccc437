import { readFileSync } from 'node:fs';
import { structuresByName } from '@gaussmix/covariance';
import { efforts } from '@gaussmix/em';
import { cv, range, selectMixture } from '@gaussmix/model-selection';
import { describe, expect, it } from 'vitest';
import { type FitDocument, fitDocument } from '../fit-document.ts';
import { readNumbers } from '../read-numbers.ts';
import { runCli } from '../run-cli.ts';
import { dataSet, scratch } from '../scratch.ts';

const files = scratch();
const faithful = dataSet('faithful');
const faithfulRows = readNumbers('faithful', 2);

/** Short work: one start each. */
const short = ['--restarts', '1'];

/** Runs `select --json` and reads what it prints. */
async function selectDocument(...args: string[]): Promise<FitDocument> {
  const { code, stdout, stderr } = await runCli(['select', ...args, '--json']);
  expect([code, stderr]).toEqual([0, '']);
  return JSON.parse(stdout);
}

const triedIn = ({ selection = [] }: FitDocument) => ({
  structures: [...new Set(selection.map(({ covariance }) => covariance))],
  counts: [...new Set(selection.map(({ components }) => components))],
});

describe('select', () => {
  it('tries one to nine components of all families, and says what the library says', async () => {
    const { EII, VII, EEI, VEI, EVI, VVI, EEE, VEE, EVE, VVE, EEV, VEV, EVV, VVV } = structuresByName;
    const covariances = [EII, VII, EEI, VEI, EVI, VVI, EEE, VEE, EVE, VVE, EEV, VEV, EVV, VVV];
    const { table, bestCell } = selectMixture(faithfulRows, {
      ...{ components: range(1, 9), covariances, restarts: 1, maxIterations: 4 },
    });
    const document = await selectDocument(faithful, ...short, '--max-iterations', '4');
    expect(document.selection).toHaveLength(126);
    const told = document.selection!.map(({ warnings, error, ...cell }) => cell);
    expect(told).toEqual(table.map(({ value, warnings, error, ...cell }) => cell));
    expect([document.structure, document.components.length]).toEqual([
      bestCell.covariance,
      bestCell.components,
    ]);
  });

  it('tries shared and free variances alone in one column, and no more components than rows', async () => {
    const data = files.write('five.csv', 'a\n1\n2\n4\n8\n9\n');
    const document = await selectDocument(data, ...short, '--max-iterations', '3');
    expect(triedIn(document)).toEqual({ structures: ['tied', 'full'], counts: [1, 2, 3, 4, 5] });
  });

  it('tries what it is told, or what a given start has', async () => {
    const told = await selectDocument(faithful, '-k', '2,1', '--covariance', 'EEE,VVV', ...short);
    expect(triedIn(told)).toEqual({ structures: ['tied', 'full'], counts: [2, 1] });
    const labels = files.write('labeled.csv', 'g,x,y\na,1,2\na,2,4\na,3,3\nb,9,8\nb,8,8\nb,9,7\nb,8,6\n');
    const started = await selectDocument(labels, '--initial-labels', 'g', '--max-iterations', '1');
    expect(triedIn(started).counts).toEqual([2]);
  });

  it('says why nothing could be fitted, but not for every model', async () => {
    const same = files.write('same.csv', 'a,b\n1,1\n1,1\n1,1\n');
    const reason =
      'x must have rows that differ, got rows that are all equal. Try a positive --regularization.';
    const tooMany = (components: number) =>
      `components must be at most the number of different rows (1), got ${components}. Try fewer components.`;
    const lines = ['EII', 'spherical'].flatMap((name) => [
      `  1 x ${name}: ${reason}\n`,
      ...[2, 3].map((components) => `  ${components} x ${name}: ${tooMany(components)}\n`),
    ]);
    expect(await runCli(['select', same])).toEqual({
      code: 1,
      stdout: '',
      stderr: `gaussmix: ${same}: at least one of the 42 cells must be fitted, got none.\n${lines.join('')}  and 36 more\n`,
    });
  });

  it('writes the model and the report when told to', async () => {
    const out = files.path('selected.json');
    const report = files.path('selected.html');
    const args = ['select', faithful, '-k', '1..2', ...short, '--out', out, '--report', report];
    const { code, stdout, stderr } = await runCli(args);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('BIC of 28 models, smallest is best\n');
    expect(stdout).toContain('\nBest 3\n');
    expect(stdout).toContain(`wrote ${out}\nwrote ${report}\n`);
    expect(JSON.parse(readFileSync(out, 'utf8')).selection).toHaveLength(28);
    expect(readFileSync(report, 'utf8')).toContain('BIC by number of components; smallest for ');
  });
});

describe('covariance structures on the command line', () => {
  it('go by the names of either camp, in any case, each once', async () => {
    const { selection } = await fitDocument([
      ...[faithful, '-k', '1', '--covariance', 'vvv,Full,E,EEE,VII,vvi,eve', '--max-iterations', '0'],
    ]);
    expect(selection!.map(({ covariance }) => covariance)).toEqual([
      ...['full', 'tied', 'spherical', 'diag', 'EVE'],
    ]);
  });

  it('may be factor analyzers, whose model other commands read', async () => {
    const out = files.path('factors.json');
    const iris = dataSet('iris');
    const document = await fitDocument([iris, '-k', '2', '--covariance', 'FA:1', ...short, '--out', out]);
    expect(document.structure).toBe('factor-analyzers(1)');
    expect(document.components[0]!.covariance.kind).toBe('low-rank');
    // 2 (4 loadings + 4 variances of noise), 2 x 4 means, a weight.
    expect(document.fit!.parameters).toBe(25);
    const { stdout } = await runCli(['score', out, iris, '--json']);
    expect(JSON.parse(stdout).logLikelihood).toBeCloseTo(document.fit!.logLikelihood!, 9);
  });
});

describe('criteria on the command line', () => {
  it('stand in the table and the model beside AIC, BIC and ICL', async () => {
    const { table, bestCell } = selectMixture(faithfulRows, {
      ...{ components: [1, 2, 3], covariances: [structuresByName.VVI], restarts: 1, criterion: cv },
    });
    const document = await fitDocument([
      ...[faithful, '-k', '1..3', '--covariance', 'diag', '--criterion', 'cv', ...short],
    ]);
    expect(document.selection!.map((cell) => cell.cv)).toEqual(table.map(({ value }) => value));
    expect(document.fit!.cv).toBe(bestCell.value);
    expect(document.components).toHaveLength(bestCell.components);
  });

  it('are in the units of the data, but for NEC, which has none', async () => {
    const args = [faithful, '-k', '1,2', '--restarts', '2', '--tolerance', '1e-12'];
    for (const criterion of ['nec', 'clc', 'aicc'] as const) {
      const plain = await fitDocument([...args, '--criterion', criterion]);
      const standardized = await fitDocument([...args, '--criterion', criterion, '--standardize']);
      plain.selection!.forEach((cell, i) => {
        expect(standardized.selection![i]![criterion]! / cell[criterion]!).toBeCloseTo(1, 8);
      });
    }
  });
});

describe('the budget of a search', () => {
  it('is what the library makes of it', async () => {
    const [quick, normal] = [
      await fitDocument([faithful, '-k', '3', '--effort', 'quick']),
      await fitDocument([faithful, '-k', '3']),
    ];
    expect(quick.fit!.restarts).toMatchObject({ total: efforts.quick.starts });
    expect(normal.fit!.restarts).toMatchObject({ total: efforts.normal.starts });
    expect(normal.fit!.logLikelihood!).toBeGreaterThan(quick.fit!.logLikelihood! - 1e-5);
  });
});

describe('standard errors', () => {
  it('stand beside the model, in the units of the data', async () => {
    const plain = await fitDocument([faithful, '-k', '1', '--standard-errors']);
    const { means, weights } = plain.standardErrors as unknown as { means: number[][]; weights: number[] };
    // Of one component they are s / sqrt(n) with divisor n, s the standard deviation.
    const [first, second] = means[0]!;
    const n = faithfulRows.length;
    [first, second].forEach((error, j) => {
      const mean = faithfulRows.reduce((sum, row) => sum + row[j]! / n, 0);
      const variance = faithfulRows.reduce((sum, row) => sum + (row[j]! - mean) ** 2 / n, 0);
      expect(error! / Math.sqrt(variance / n)).toBeCloseTo(1, 9);
    });
    expect(weights).toEqual([0]);
    const standardized = await fitDocument([faithful, '-k', '1', '--standard-errors', '--standardize']);
    const again = standardized.standardErrors as unknown as { means: number[][] };
    expect(again.means[0]![0]! / first!).toBeCloseTo(1, 9);
    expect(again.means[0]![1]! / second!).toBeCloseTo(1, 9);
  });

  it('are a table of their own, or a sentence when there are none', async () => {
    const { stdout } = await runCli(['fit', faithful, '-k', '2', '--standard-errors']);
    expect(stdout).toContain(
      '\nStandard errors of weights and means\n  label   weight   eruptions   waiting\n',
    );
    const held = await runCli(['fit', faithful, '-k', '1', '--standard-errors', '--regularization', '1e6']);
    expect([held.code, held.stderr]).toEqual([0, '']);
    expect(held.stdout).toContain(
      '\nno standard errors: no component may have collapsed, got component 1 of 1 (label 0), whose covariance was held up: ' +
        'the likelihood has no maximum there. Try fewer components or a simpler covariance.\n',
    );
  });
});
