import { type ModelDocument, parseModel } from '@gaussmix/data';
import type { Terminal } from '../terminal.ts';
import { nameOf, readText } from './read-text.ts';

/** How far to trust a model file. */
export interface ModelLimit {
  /** How many numbers it may hold. */
  readonly maxNumbers?: number;
}

/**
 * A model document from a file, or from standard input for `-`, checked.
 *
 * @throws CommandError, or GaussmixError naming the place that is wrong
 */
export async function readModelFile(
  path: string,
  { maxNumbers }: ModelLimit,
  terminal: Terminal,
): Promise<ModelDocument> {
  const text = await readText(path, terminal);
  return parseModel(text, { name: nameOf(path), ...(maxNumbers !== undefined && { maxNumbers }) });
}
