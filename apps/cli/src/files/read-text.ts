import { readFile } from 'node:fs/promises';
import { CommandError, usageError } from '../command-error.ts';
import type { Terminal } from '../terminal.ts';

/** What messages call standard input. */
export const stdinName = 'standard input';

/**
 * The text of a file, or of standard input for `-`. UTF-8, or UTF-16 with a byte-order mark.
 *
 * @throws CommandError of the command line when there is no such file, or it cannot be read
 */
export async function readText(path: string, terminal: Terminal): Promise<string> {
  const bytes = path === '-' ? await readStdin(terminal) : await readBytes(path);
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  try {
    return new TextDecoder(encoding).decode(bytes);
  } catch (cause) {
    throw new CommandError(
      1,
      `${nameOf(path)}: must be at most half a gigabyte of text, got ${bytes.length} bytes. Try a part of its rows.`,
      { cause },
    );
  }
}

/** What messages call an input: its path, or "standard input". */
export function nameOf(path: string): string {
  return path === '-' ? stdinName : path;
}

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (cause) {
    throw usageError(`${path}: must be a file that can be read, got ${reasonOf(cause)}.`, { cause });
  }
}

async function readStdin({ stdin }: Terminal): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stdin) chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
  return Buffer.concat(chunks);
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder',
  EISDIR: 'a folder',
  ENOTDIR: 'a path through something that is not a folder',
  EACCES: 'no permission',
  EPERM: 'no permission',
  EROFS: 'a read-only file system',
  ENOSPC: 'no space left',
};

/** Why a file could not be opened, in words. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string };
  return (code !== undefined && reasons[code]) || message || String(error);
}
