import { GaussmixError } from '@gaussmix/kernels';
import { CommanderError } from 'commander';
import { CommandError } from './command-error.ts';
import { reasonOf } from './files/read-text.ts';
import { withOptions } from './fitting/retell.ts';
import { createProgram } from './program.ts';
import { type Terminal, write } from './terminal.ts';

/**
 * Runs one command line.
 *
 * @param args  what stands behind the program's name
 * @returns the exit code: 0 done, 1 the data or the model is at fault, 2 the command line is
 */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  try {
    await createProgram(terminal, args).parseAsync(args, { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (isBrokenPipe(error)) return 0;
    if (error instanceof CommandError || error instanceof GaussmixError) {
      await write(terminal.stderr, `gaussmix: ${withOptions(error.message)}\n`);
      return error instanceof CommandError ? error.exitCode : 1;
    }
    throw error;
  }
}

/** Runs the command line of this process; the exit code is set when all output has been taken. */
export async function runOnProcess(): Promise<void> {
  const { stdin, stdout, stderr, env, argv } = process;
  // Whoever reads us may stop early, as head does.
  stdout.on('error', (error) => {
    if (isBrokenPipe(error)) process.exit(0);
    stderr.write(`gaussmix: standard output must take what is written, got ${reasonOf(error)}.\n`);
    process.exit(1);
  });
  process.exitCode = await run(argv.slice(2), { stdin, stdout, stderr, env, exitOnInterrupt });
}

function exitOnInterrupt(): () => void {
  const exit = () => {
    // The line of progress ends here, not in what is printed next.
    if (process.stderr.isTTY) process.stderr.write('\n');
    process.exit(130);
  };
  process.on('SIGINT', exit);
  return () => process.off('SIGINT', exit);
}

function isBrokenPipe(error: unknown): boolean {
  return (error as { code?: unknown } | null)?.code === 'EPIPE';
}
