import type { Delimiter } from '@gaussmix/data';
import { usageError } from '../command-error.ts';

const delimiters: Readonly<Record<string, Delimiter>> = {
  ',': ',',
  comma: ',',
  ';': ';',
  semicolon: ';',
  '\t': '\t',
  '\\t': '\t',
  tab: '\t',
};

/**
 * What stands between the cells of the data.
 *
 * @throws CommandError of the command line
 */
export function parseDelimiter(text: string): Delimiter {
  if (Object.hasOwn(delimiters, text)) return delimiters[text]!;
  throw usageError(`--delimiter must be comma, semicolon or tab, got ${JSON.stringify(text)}.`);
}
