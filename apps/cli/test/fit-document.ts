import type { ModelDocument } from '@gaussmix/data';
import type { SelectionCell } from '../src/fitting/selection-cell.ts';
import { type CliOptions, runCli } from './run-cli.ts';

/** What `fit --json` prints. */
export interface FitDocument extends ModelDocument {
  readonly selection?: readonly SelectionCell[];
}

/** Runs `fit --json` and reads what it prints; a failure of the program is one of the test. */
export async function fitDocument(args: readonly string[], options?: CliOptions): Promise<FitDocument> {
  const { code, stdout, stderr } = await runCli(['fit', ...args, '--json'], options);
  if (code !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}
