import type { Readable, Writable } from 'node:stream';

/** A stream that a command prints to. */
export interface Output extends Writable {
  readonly isTTY?: boolean;
  /** Width of the terminal in characters. */
  readonly columns?: number;
}

/** Where a command reads and prints: the process's own streams, or others in tests. */
export interface Terminal {
  readonly stdin: Readable;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** From now on an interrupt (Ctrl-C) ends the program with 130. @returns a function that ends this */
  exitOnInterrupt?(): () => void;
}

/** Width in characters that human output is laid out for: the terminal's, else that of COLUMNS, else 100. */
export function widthOf({ stdout, env }: Terminal): number {
  const width = stdout.columns ?? Number(env.COLUMNS);
  return width >= 40 ? Math.min(width, 160) : width > 0 ? 40 : 100;
}

/**
 * Writes a text, however long, at the pace of the reader.
 *
 * @returns when the stream has taken it
 */
export function write(stream: Output, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => (error ? reject(error) : resolve()));
  });
}
