import { stringifyModel } from '@gaussmix/data';
import { readModelFile } from '../files/read-model-file.ts';
import { nameOf } from '../files/read-text.ts';
import type { DescribeOptions } from '../options/describe-options.ts';
import { type Terminal, write } from '../terminal.ts';

/** What `gaussmix describe` was called with. */
export interface DescribeCall {
  readonly model: string;
  readonly options: DescribeOptions;
}

/** `gaussmix describe`: what is in a model file, for a person, or checked and as it is. */
export async function describeCommand({ model, options }: DescribeCall, terminal: Terminal): Promise<void> {
  const document = await readModelFile(model, options, terminal);
  if (options.json) return write(terminal.stdout, stringifyModel(document));
  const { modelText } = await import('../output/model-text.ts');
  await write(terminal.stdout, modelText(document, { name: nameOf(model), terminal }));
}
