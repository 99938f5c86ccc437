import { GaussmixError } from '@gaussmix/kernels';
import { CommandError, usageError } from '../command-error.ts';
import { readTable } from '../files/read-table.ts';
import { prepareColumns } from '../fitting/prepare-columns.ts';
import { retell } from '../fitting/retell.ts';
import { runTests } from '../fitting/run-test.ts';
import { requireOneSearch, searchOptions } from '../fitting/search-options.ts';
import { startColumns } from '../fitting/start-columns.ts';
import { structuresIn, structuresOf } from '../fitting/structures-of.ts';
import type { TestOptions } from '../options/test-options.ts';
import { type Terminal, write } from '../terminal.ts';

/** What `gaussmix test-components` was called with. */
export interface TestCall {
  readonly data: string;
  readonly options: TestOptions;
}

/** `gaussmix test-components`: how many components, by bootstrap likelihood-ratio tests in a row. */
export async function testCommand({ data, options }: TestCall, terminal: Terminal): Promise<void> {
  const { components, replicates, level, regularization, threads, json } = options;
  const letGo = terminal.exitOnInterrupt?.();
  requireOneSearch(options);
  requireInRow(components);
  const names = structuresOf([options.covariance]);
  const table = await readTable(data, options, terminal);
  const prepared = prepareColumns(startColumns(table, options), options);
  requireFewer(components, { rows: table.rows, name: table.name });
  const structures = structuresIn(names, prepared.matrix.columns);
  if (structures.length > 1) throw oneStructure(options.covariance);
  const job = {
    ...{ matrix: prepared.matrix, components, covariance: structures[0]!, replicates, level },
    options: { ...searchOptions(options), regularization },
  };
  const run = { threads, quiet: json === true, terminal };
  const outcome = await runTests(job, run).catch((error) => {
    if (!(error instanceof GaussmixError)) throw error;
    const message = retell(error.message, { table: table.name, names: prepared.names });
    throw new CommandError(1, message, { cause: error });
  });
  letGo?.();
  const { testText, testDocument } = await import('../output/test-text.ts');
  const told = { outcome, level, replicates };
  await write(terminal.stdout, json ? testDocument(told) : testText({ ...told, table, prepared }, terminal));
}

/** @throws CommandError of the command line unless each number is one more than the last */
function requireInRow(components: readonly number[]): void {
  const inRow = components.every((count, i) => i === 0 || count === components[i - 1]! + 1);
  if (components.length >= 2 && inRow) return;
  throw usageError(
    `--components must be two numbers or more, each one more than the last, got ${components.join(',')}. Try 1..5.`,
  );
}

function requireFewer(components: readonly number[], { rows, name }: { rows: number; name: string }): void {
  const most = components.at(-1)!;
  if (most <= rows) return;
  throw usageError(
    `--components must be at most the number of rows of ${name} (${rows}), got ${most}. Try fewer.`,
  );
}

function oneStructure(covariance: string): CommandError {
  return usageError(
    `--covariance must be one structure, got ${covariance}. Try gaussmix select to find one.`,
  );
}
