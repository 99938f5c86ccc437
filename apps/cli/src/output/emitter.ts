import { type OutputFile, outputFile } from '../files/output-file.ts';
import { type Terminal, write } from '../terminal.ts';

/** Where a command's result goes. */
export interface Emitter {
  emit(text: string): Promise<void>;
}

/**
 * Standard output, or the file of --out, which is found writable before any work is done.
 *
 * @throws CommandError of the command line
 */
export async function emitter(out: string | undefined, terminal: Terminal): Promise<Emitter> {
  const file: OutputFile | undefined = out === undefined ? undefined : await outputFile('--out', out);
  return { emit: (text) => (file ? file.write(text) : write(terminal.stdout, text)) };
}
