import { Command } from 'commander';
import { addCompareOptions, type CompareOptions } from './options/compare-options.ts';
import { addDescribeOptions, type DescribeOptions } from './options/describe-options.ts';
import { addFitOptions, type FitCommandOptions } from './options/fit-options.ts';
import { addPredictOptions, type PredictOptions } from './options/predict-options.ts';
import { addSampleOptions, type SampleOptions } from './options/sample-options.ts';
import { addScoreOptions, type ScoreOptions } from './options/score-options.ts';
import { addTestOptions, type TestOptions } from './options/test-options.ts';
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
  declareFit(program, { terminal, args });
  declareReaders(program, terminal);
  return program;
}

/** `gaussmix select` tries so many components, unless told. */
const mostSelected = 9;

const dataArgument = ['<data>', 'CSV or TSV file, or - for standard input'] as const;
const modelArgument = ['<model>', 'model file, as fit --out writes it'] as const;

function declareFit(program: Command, context: { terminal: Terminal; args: readonly string[] }): void {
  const { terminal, args } = context;
  addFitOptions(program.command('fit'), { covariance: 'full' })
    .summary('fit a mixture, or choose among several')
    .description('Fit a mixture to data, or choose among several; print, write and draw what was found.')
    .argument(...dataArgument)
    .action(async (data: string, options: FitCommandOptions) => {
      const { fitCommand } = await import('./commands/fit-command.ts');
      await fitCommand({ data, options, args, defaults: { covariance: 'full' } }, terminal);
    });
  addFitOptions(program.command('select'), { components: `1..${mostSelected}`, covariance: 'all' })
    .summary('choose among mixtures of every family')
    .description('Fit mixtures of every family and number of components, and choose among them.')
    .argument(...dataArgument)
    .action(async (data: string, options: FitCommandOptions) => {
      const { fitCommand } = await import('./commands/fit-command.ts');
      const defaults = { upTo: mostSelected, covariance: 'all' };
      await fitCommand({ data, options, args, defaults }, terminal);
    });
  addTestOptions(program.command('test-components'))
    .summary('how many components, by tests')
    .description('Test numbers of components, one against the next, by bootstrap likelihood-ratio tests.')
    .argument(...dataArgument)
    .action(async (data: string, options: TestOptions) => {
      const { testCommand } = await import('./commands/test-command.ts');
      await testCommand({ data, options }, terminal);
    });
}

/** The commands that read a model. */
function declareReaders(program: Command, terminal: Terminal): void {
  addPredictOptions(program.command('predict'))
    .summary('the most likely component of each row')
    .description('The most likely component of each row, or the posterior probability of each, as CSV.')
    .argument(...modelArgument)
    .argument(...dataArgument)
    .action(async (model: string, data: string, options: PredictOptions) => {
      const { predictCommand } = await import('./commands/predict-command.ts');
      await predictCommand({ model, data, options }, terminal);
    });
  addScoreOptions(program.command('score'))
    .summary('the log-density of each row')
    .description('The log-density of each row, in nats, as CSV; with --quantile, which rows are anomalies.')
    .argument(...modelArgument)
    .argument(...dataArgument)
    .action(async (model: string, data: string, options: ScoreOptions) => {
      const { scoreCommand } = await import('./commands/score-command.ts');
      await scoreCommand({ model, data, options }, terminal);
    });
  addCompareOptions(program.command('compare'))
    .summary('how clusters agree with labels, and with each other')
    .description(
      'How the clusters of a model agree with labels that are known, how well rows lie in them, and which components belong together.',
    )
    .argument(...modelArgument)
    .argument(...dataArgument)
    .action(async (model: string, data: string, options: CompareOptions) => {
      const { compareCommand } = await import('./commands/compare-command.ts');
      await compareCommand({ model, data, options }, terminal);
    });
  addSampleOptions(program.command('sample'))
    .summary('rows drawn from a model')
    .description('Rows drawn from a model, as CSV.')
    .argument(...modelArgument)
    .action(async (model: string, options: SampleOptions) => {
      const { sampleCommand } = await import('./commands/sample-command.ts');
      await sampleCommand({ model, options }, terminal);
    });
  addDescribeOptions(program.command('describe'))
    .summary('what is in a model file')
    .description('What is in a model file: its components, and how they were fitted.')
    .argument(...modelArgument)
    .action(async (model: string, options: DescribeOptions) => {
      const { describeCommand } = await import('./commands/describe-command.ts');
      await describeCommand({ model, options }, terminal);
    });
}
