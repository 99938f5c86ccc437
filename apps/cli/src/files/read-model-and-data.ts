import { applyTransforms, type ModelDocument, mixtureOf, type Table } from '@gaussmix/data';
import type { Mixture } from '@gaussmix/distributions';
import type { Matrix } from '@gaussmix/linalg';
import { blamingOption, usageError } from '../command-error.ts';
import type { TableOptions } from '../options/table-options.ts';
import type { Terminal } from '../terminal.ts';
import { type ModelLimit, readModelFile } from './read-model-file.ts';
import { readTable } from './read-table.ts';
import { nameOf } from './read-text.ts';

/** A model, and data as its mixture sees them. */
export interface ModelAndData {
  readonly document: ModelDocument;
  readonly mixture: Mixture;
  readonly table: Table;
  /** n x d */
  readonly x: Matrix;
}

/** The arguments of a command that applies a model to data. */
export interface ApplyCall<Options> {
  readonly model: string;
  readonly data: string;
  readonly options: Options;
}

/**
 * Reads a model and the columns of the data that it needs, and does to them what was done before the fit.
 *
 * @param command  the name that messages about the columns begin with
 * @throws CommandError or GaussmixError for what is wrong with either, or with --columns
 */
export async function readModelAndData(
  { model, data, options }: ApplyCall<TableOptions & ModelLimit>,
  { command, terminal }: { command: string; terminal: Terminal },
): Promise<ModelAndData> {
  if (model === '-' && data === '-') {
    throw usageError('model and data must not both come from standard input, got - twice.');
  }
  const document = await readModelFile(model, options, terminal);
  const table = await readTable(data, options, terminal);
  const { columns } = options;
  const x = blamingOption({ codes: columns === undefined ? [] : ['columns'] }, () =>
    applyTransforms(table, document, {
      where: command,
      model: nameOf(model),
      ...(columns !== undefined && { columns }),
    }),
  );
  return { document, mixture: mixtureOf(document), table, x };
}
