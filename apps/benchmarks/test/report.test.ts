import { describe, expect, it } from 'vitest';
import { cell } from '../src/cells.ts';
import type { Comparison } from '../src/compare/compare-runs.ts';
import type { BenchRecord } from '../src/compare/record.ts';
import { PEERS } from '../src/peers/peers.ts';
import { findingsTable, verdictOf } from '../src/report/findings-table.ts';
import { absentText, machineText } from '../src/report/machine.ts';
import { ratioTables } from '../src/report/ratio-tables.ts';
import { digits } from '../src/report/ratio-text.ts';
import { quoteIn, resultsText } from '../src/report/results.ts';
import { table } from '../src/report/table.ts';
import { iterationFindings } from '../src/sections/iteration-findings.ts';

const ratio = (median: number): Comparison => ({
  ratio: { median, least: median / 2, most: median * 2, rounds: 3 },
  iterations: 10,
  ourSeconds: 1,
});

function recordOf(comparison: Comparison, rest: Partial<BenchRecord> = {}): BenchRecord {
  const place = {
    peer: 'scikit-learn',
    cell: cell(1000, 2, 3),
    structure: 'full',
    kind: 'separated',
  } as const;
  return { ...place, threads: 2, comparison, ...rest };
}

describe('a table', () => {
  it('is Markdown, and bars in cells do not end them', () => {
    expect(table(['a', 'b'], [['1', 'x|y']])).toBe('| a | b |\n| --- | --- |\n| 1 | x\\|y |');
  });

  it('of ratios has a line for each cell, a column for each kind and threads, geometric means, and what failed', () => {
    const records = [
      recordOf(ratio(2)),
      recordOf(ratio(8), { cell: cell(10, 64, 1) }),
      recordOf({ failure: 'log-likelihoods differ by 2.0e-9' }, { kind: 'overlapping', threads: 1 }),
    ];
    expect(ratioTables(records).split('\n')).toEqual([
      '### scikit-learn / gaussmix',
      '',
      'full:',
      '',
      '| n, d, K | separated, 2 and 2 threads | overlapping, 1 and 1 threads |',
      '| --- | --- | --- |',
      '| 1,000, 2, 3 | 2 (1 to 4) | none [1] |',
      '| 10, 64, 1 | 8 (4 to 16) |  |',
      '| **geometric mean** | **4** | **not measured** |',
      '',
      '[1] 1,000, 2, 3, overlapping, 1 and 1 threads: log-likelihoods differ by 2.0e-9.',
    ]);
  });

  it('writes numbers with three digits', () => {
    expect([0.98765, 5.2149, 34.51, 1234.5].map(digits)).toEqual(['0.988', '5.21', '34.5', '1235']);
  });
});

describe('targets', () => {
  const target = { what: 'speed', must: 3, stretch: 6 };

  it('are met, met by far, missed, or not measured', () => {
    const verdicts = [2, 3, 6, Number.NaN].map((measured) => verdictOf({ ...target, measured }));
    expect(verdicts).toEqual(['missed', 'met', 'stretch met', '']);
    const memory = { what: 'memory', must: 64, stretch: 16, lessIsBetter: true };
    expect([65, 64, 16].map((measured) => verdictOf({ ...memory, measured }))).toEqual([
      ...['missed', 'met', 'stretch met'],
    ]);
  });

  it('stand beside what was measured, in their unit', () => {
    const text = findingsTable([
      { ...target, measured: 4.567, unit: ' %', note: 'so' },
      { ...target, measured: Number.NaN },
    ]);
    expect(text.split('\n').slice(2)).toEqual([
      '| speed | 3 % | 6 % | 4.57 % (so) | met |',
      '| speed | 3 | 6 | not measured |  |',
    ]);
  });

  it('on iterations take geometric means and worst cells of the right comparisons', () => {
    const findings = iterationFindings([
      recordOf(ratio(2)),
      recordOf(ratio(8), { cell: cell(10, 64, 1) }),
      recordOf(ratio(100), { kind: 'overlapping' }),
      recordOf(ratio(50), { threads: 1 }),
      recordOf(ratio(7), { structure: 'diag' }),
      recordOf(ratio(9), { peer: 'Armadillo', threads: 1 }),
    ]);
    expect(
      findings.map(({ what, measured }) => [
        what.replace('scikit-learn / ours, seconds per iteration, ', ''),
        Number(measured.toPrecision(12)),
      ]),
    ).toEqual([
      ['full, separated, 2 and 2 threads: geometric mean', 4],
      ['full, separated, 1 and 1 threads: geometric mean', 50],
      ['full, separated, 2 and 2 threads: worst cell', 2],
      ['full, overlapping, 2 and 2 threads: geometric mean', 100],
      ['full, overlapping, 2 and 2 threads: worst cell', 100],
      ['diag, 2 and 2 threads: geometric mean', 7],
      ['Armadillo / ours, full and diag: geometric mean, 1 and 1 threads', 9],
      ['Armadillo / ours, full and diag: geometric mean, 2 and 2 threads', Number.NaN],
    ]);
  });
});

describe('peers', () => {
  const [there, missing] = PEERS;
  const presences = [
    { peer: there!, about: { version: '1.2', details: 'BLAS' } },
    { peer: missing!, reason: 'no such program' },
  ];

  it('that are missing are listed with how to install them', () => {
    expect(absentText(presences)).toContain(
      '| Armadillo | no such program | `apt-get install g++ libarmadillo-dev` |',
    );
    expect(absentText(presences)).not.toContain('scikit-learn');
    expect(absentText([presences[0]!])).toBe('None.');
  });

  it('that are there are listed with their version', () => {
    expect(machineText(presences)).toContain('| scikit-learn | 1.2 | BLAS |');
    expect(machineText(presences)).toContain(`Node ${process.versions.node}`);
  });

  it('stand in the results, whose targets and versions a page can quote', () => {
    const sections = [{ title: 'Part', body: 'Body.', findings: [] }];
    const text = resultsText({ title: 'Benchmark', command: 'pnpm bench', presences, sections });
    expect(text.match(/^#.*/gm)).toEqual(['# Benchmark', '## Peers that are missing or broken', '## Part']);
    expect(text).toContain('`pnpm bench`');
    const page = 'Before.\n<!-- benchmark: begin -->\nold\n<!-- benchmark: end -->\nAfter.\n';
    expect(quoteIn(page, text)).toMatch(/^Before\.\n<!-- .*\n\n\| what \| must .*[\s\S]*\nAfter\.\n$/);
    expect(quoteIn(page, text)).not.toContain('old');
    expect(quoteIn('No marks.', text)).toBeUndefined();
  });
});
