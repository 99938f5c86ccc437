import type { ModelDocument } from '@gaussmix/data';
import type { InitialName } from '@gaussmix/em';
import { usageError } from '../command-error.ts';
import { readModelFile } from '../files/read-model-file.ts';
import { nameOf } from '../files/read-text.ts';
import type { FitCommandOptions } from '../options/fit-options.ts';
import type { Terminal } from '../terminal.ts';

/** The names of starts; anything else given to --initial is a file. */
const initialNames: readonly InitialName[] = ['kmeans', 'k-means++', 'random', 'random-from-data'];

/** A model to start from, and the file it came from. */
export interface StartModel {
  readonly document: ModelDocument;
  readonly name: string;
}

/** Whether --initial was given the name of a start. */
export function isInitialName(initial: string): initial is InitialName {
  return initialNames.some((name) => name === initial);
}

/**
 * The model that --initial names, if it is not the name of a start.
 *
 * @throws CommandError of the command line when it is neither, or both kinds of start are asked for;
 *   GaussmixError for what is wrong with the model
 */
export async function readStart(
  { initial, initialLabels, maxNumbers }: FitCommandOptions,
  terminal: Terminal,
): Promise<StartModel | undefined> {
  if (initial === undefined) return undefined;
  if (initialLabels !== undefined) {
    throw usageError(
      `--initial and --initial-labels must not be given both, got ${initial} and ${initialLabels}.`,
    );
  }
  if (isInitialName(initial)) return undefined;
  const limit = maxNumbers === undefined ? {} : { maxNumbers };
  const document = await readModelFile(initial, limit, terminal).catch((error) => {
    if (error.cause?.code !== 'ENOENT') throw error;
    const must = `${initialNames.join(', ')} or a model file`;
    throw usageError(`--initial must be ${must}, got ${JSON.stringify(initial)}: no such file or folder.`);
  });
  return { document, name: nameOf(initial) };
}
