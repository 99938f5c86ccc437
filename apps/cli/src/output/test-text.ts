import type { Prepared, Table } from '@gaussmix/data';
import { sampleQuantile } from '@gaussmix/distributions';
import type { ComponentsTest, LikelihoodRatioTest } from '@gaussmix/model-selection';
import type { Terminal } from '../terminal.ts';
import { count, nats, significant } from './numbers.ts';
import { styleOf } from './style.ts';
import { textTable } from './text-table.ts';

/** What came of tests, and how they were made. */
export interface ToldTests {
  readonly outcome: ComponentsTest;
  readonly level: number;
  readonly replicates: number;
}

/** What a person reads of tests. @returns lines with an end */
export function testText(
  told: ToldTests & { readonly table: Table; readonly prepared: Prepared },
  terminal: Terminal,
): string {
  const { outcome, level, replicates, table, prepared } = told;
  const style = styleOf(terminal);
  const { columns } = prepared;
  const head = ['components', 'against', '-2 ln λ', 'by chance below', 'p-value', ''];
  const rows = outcome.tests.map((test) => {
    const rejected = test.pValue <= level;
    const row = [
      ...[String(test.components), String(test.components + 1), nats(test.statistic)],
      ...[nats(sampleQuantile(test.replicates, 1 - level)), significant(test.pValue, 3)],
    ];
    return rejected ? [...row, 'rejected'] : [...row, '◀ not rejected'].map(style.good);
  });
  const failed = outcome.tests.reduce((sum, test) => sum + test.failed, 0);
  const structure = outcome.fit.structure;
  return `${[
    `${style.bold(table.name)}  ${count(table.rows, 'row')} × ${count(columns.length, 'column')}: ${columns.join(', ')}`,
    '',
    style.bold(`Likelihood-ratio tests, ${count(replicates, 'replicate')} each, ${structure} covariance`),
    textTable({ head: head.map(style.dim), rows, left: [head.length - 1] }),
    ...(failed > 0 ? [style.dim(`  ${count(failed, 'replicate')} could not be fitted: see --json`)] : []),
    '',
    verdictOf(outcome, level),
  ].join('\n')}\n`;
}

function verdictOf({ components, conclusive, tests }: ComponentsTest, level: number): string {
  const p = significant(tests.at(-1)!.pValue, 3);
  return conclusive
    ? `${count(components, 'component')}: one more gains no more than it does by chance (p = ${p}, above ${level}).`
    : `${count(components, 'component')} or more: each smaller number is rejected at level ${level}. ` +
        `Try --components ${components}..${components + 4}.`;
}

/** The same for a program: one JSON document, with an end of line. */
export function testDocument({ outcome, level, replicates }: ToldTests): string {
  const { components, conclusive, tests, fit } = outcome;
  const document = {
    ...{ components, conclusive, level, replicates, covariance: fit.structure },
    tests: tests.map((test) => testOf(test, level)),
  };
  return `${JSON.stringify(document)}\n`;
}

function testOf({ components, statistic, pValue, ...test }: LikelihoodRatioTest, level: number) {
  return {
    ...{ components, against: components + 1, statistic, pValue, rejected: pValue <= level },
    ...{ replicates: Array.from(test.replicates), failed: test.failed, failures: test.failures },
  };
}
