import { stringifyModel } from '@gaussmix/data';
import { GaussmixError } from '@gaussmix/kernels';
import { CommandError } from '../command-error.ts';
import { type Outputs, openOutputs } from '../files/open-outputs.ts';
import type { OutputFile } from '../files/output-file.ts';
import { readTable } from '../files/read-table.ts';
import { requireComponents } from '../fitting/components-of.ts';
import type { FitReport } from '../fitting/fit-report.ts';
import { fitResult } from '../fitting/fit-result.ts';
import { planFit } from '../fitting/plan-fit.ts';
import { readStart } from '../fitting/read-start.ts';
import { retell } from '../fitting/retell.ts';
import { runPlan } from '../fitting/run-plan.ts';
import { requireOneSearch } from '../fitting/search-options.ts';
import { structuresOf } from '../fitting/structures-of.ts';
import type { FitCommandOptions } from '../options/fit-options.ts';
import { type Terminal, write } from '../terminal.ts';

/** What `gaussmix fit` or `gaussmix select` was called with. */
export interface FitCall {
  readonly data: string;
  readonly options: FitCommandOptions;
  /** The command line behind the program's name, for the report. */
  readonly args: readonly string[];
  /** What is fitted when nothing is said. */
  readonly defaults: {
    /** Most components to try; undefined when the command line has to tell how many. */
    readonly upTo?: number;
    readonly covariance: string;
  };
}

/**
 * `gaussmix fit` and `gaussmix select`: reads, fits, writes the model and the report, prints.
 *
 * Everything that can be refused is refused before the fit; what fails to be written after it is still printed.
 */
export async function fitCommand(call: FitCall, terminal: Terminal): Promise<void> {
  const { data, options, defaults } = call;
  const letGo = terminal.exitOnInterrupt?.();
  if (defaults.upTo === undefined) requireComponents(options);
  requireOneSearch(options);
  const structures = structuresOf(options.covariance ?? [defaults.covariance]);
  const outputs = await openOutputs(options, data);
  const start = await readStart(options, terminal);
  const table = await readTable(data, options, terminal);
  const { upTo } = defaults;
  const plan = planFit(table, { options, structures, start, ...(upTo !== undefined && { upTo }) });
  const { criterion, threads } = options;
  const run = { criterion, threads, quiet: options.json === true, terminal };
  const outcome = await runPlan(plan, run).catch((error) => {
    if (!(error instanceof GaussmixError)) throw error;
    const message = retell(error.message, { table: table.name, names: plan.prepared.names });
    throw new CommandError(1, message, { cause: error });
  });
  letGo?.();
  const result = fitResult(outcome, {
    ...{ plan, table, criterion },
    ...(options.standardErrors && { standardErrors: true }),
  });
  const report: FitReport = { args: call.args, options, table, plan, result };
  const { written, failures } = await writeOutputs(outputs, report);
  await write(
    terminal.stdout,
    options.json
      ? stringifyModel(result.document)
      : (await import('../output/fit-text.ts')).fitText(report, { written, terminal }),
  );
  for (const failure of failures) throw failure;
}

/** Writes what was asked for; a file that fails does not keep the others from being written. */
async function writeOutputs(
  { out, report }: Outputs,
  told: FitReport,
): Promise<{ written: string[]; failures: unknown[] }> {
  const written: string[] = [];
  const failures: unknown[] = [];
  const attempt = async (file: OutputFile, textOf: () => string | Promise<string>) => {
    try {
      await file.write(await textOf());
      written.push(file.path);
    } catch (error) {
      failures.push(error);
    }
  };
  if (out) await attempt(out, () => stringifyModel(told.result.document));
  if (report) {
    await attempt(report, async () => (await import('../report/report-page.ts')).reportPage(told));
  }
  return { written, failures };
}
