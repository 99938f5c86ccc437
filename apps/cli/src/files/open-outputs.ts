import { realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import { usageError } from '../command-error.ts';
import { type OutputFile, outputFile } from './output-file.ts';

/** The files that `fit` may write. */
export interface Outputs {
  readonly out?: OutputFile;
  readonly report?: OutputFile;
}

/**
 * Checks that the files asked for can be written, and that none of them is another or the data.
 *
 * @param data  the path of the data, or `-`
 * @throws CommandError of the command line
 */
export async function openOutputs(
  paths: { readonly out?: string; readonly report?: string },
  data: string,
): Promise<Outputs> {
  const { out, report } = paths;
  await requireDistinct([
    ['DATA', data === '-' ? undefined : data],
    ['--out', out],
    ['--report', report],
  ]);
  return {
    ...(out !== undefined && { out: await outputFile('--out', out) }),
    ...(report !== undefined && { report: await outputFile('--report', report) }),
  };
}

async function requireDistinct(paths: readonly (readonly [string, string | undefined])[]): Promise<void> {
  const seen = new Map<string, string>();
  for (const [name, path] of paths) {
    if (path === undefined) continue;
    const real = await realpath(path).catch(() => resolve(path));
    const other = seen.get(real);
    if (other !== undefined && !real.startsWith('/dev/')) {
      throw usageError(`${name} must be another file than ${other}, got ${path} for both.`);
    }
    seen.set(real, name);
  }
}
