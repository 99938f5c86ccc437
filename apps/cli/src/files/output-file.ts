import { open, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { CommandError, usageError } from '../command-error.ts';
import { reasonOf } from './read-text.ts';

/** A file that will be written, and has been found writable. */
export interface OutputFile {
  /** As typed. */
  readonly path: string;
  /** Writes all of the text, or leaves what was there before. */
  write(text: string): Promise<void>;
}

/**
 * Checks that a file can be written, before any work is done for it. Nothing that is there is touched.
 *
 * @param option  as typed, such as "--out"
 * @throws CommandError of the command line
 */
export async function outputFile(option: string, path: string): Promise<OutputFile> {
  if (path === '-')
    throw usageError(`${option} must be a file, got -. Standard output has the result: try --json.`);
  try {
    const target = await targetOf(path);
    if (target.kind === 'regular') await (await openBeside(target)).discard();
    return { path, write: (text) => writeTo(target, { path, text }) };
  } catch (cause) {
    throw usageError(`${option} must be a file that can be written, got ${path}: ${reasonOf(cause)}.`);
  }
}

/** Where a text goes: a file, to be replaced as a whole, or a device or pipe, to be written into. */
interface Target {
  readonly kind: 'regular' | 'stream';
  readonly path: string;
  /** The permissions of the file that is there. */
  readonly mode?: number;
}

async function targetOf(path: string): Promise<Target> {
  const there = await stat(path).catch((error: { code?: string }) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (there === undefined) return { kind: 'regular', path };
  if (there.isDirectory()) throw Object.assign(new Error('a folder'), { code: 'EISDIR' });
  // Through a link the file itself is replaced, and the link stays.
  return there.isFile()
    ? { kind: 'regular', path: await realpath(path), mode: there.mode }
    : { kind: 'stream', path };
}

/** A new file in the folder of another, so that one can take the place of the other in one step. */
async function openBeside({ path, mode }: Target) {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  const handle = await open(temporary, 'wx');
  if (mode !== undefined) await handle.chmod(mode);
  const discard = async () => {
    await handle.close().catch(() => undefined);
    await rm(temporary, { force: true });
  };
  return { temporary, handle, discard };
}

async function writeTo(target: Target, { path, text }: { path: string; text: string }): Promise<void> {
  try {
    if (target.kind === 'stream') {
      const handle = await open(target.path, 'w');
      await handle.writeFile(text).finally(() => handle.close());
    } else await replace(target, text);
  } catch (cause) {
    const message = `${path}: must be a file that can be written, got ${reasonOf(cause)}. What was there before is untouched.`;
    throw new CommandError(1, message, { cause });
  }
}

/** Write beside, flush to the disk, rename: at no time is there half a file under the name. */
async function replace(target: Target, text: string): Promise<void> {
  const { temporary, handle, discard } = await openBeside(target);
  try {
    await handle.writeFile(text);
    await handle.sync();
    await handle.close();
    await rename(temporary, target.path);
  } catch (error) {
    await discard();
    throw error;
  }
}
