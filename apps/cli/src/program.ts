import { Command } from 'commander';
import { addFitOptions, type FitCommandOptions } from './options/fit-options.ts';
import type { Terminal } from './terminal.ts';
import { version } from './version.ts';

/**
 * The command line: which commands there are and what they take. A command's code is loaded when it is called.
 *
 * @param args  the command line, for the report of `fit`
 */
export function createProgram(terminal: Terminal, args: readonly string[]): Command {
  const program = new Command('gaussmix')
    .description('Gaussian mixture models by expectation-maximization.')
    .version(version())
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.stdout.write(text),
      writeErr: (text) => terminal.stderr.write(text),
      outputError: (text, print) => print(text.replace(/^error: /, 'gaussmix: ')),
    });
  addFitOptions(program.command('fit'))
    .description('fit a mixture, or choose among several, and print what was found')
    .argument('<data>', 'CSV or TSV file, or - for standard input')
    .action(async (data: string, options: FitCommandOptions) => {
      const { fit } = await import('./commands/fit.ts');
      await fit({ data, options, args }, terminal);
    });
  return program;
}
