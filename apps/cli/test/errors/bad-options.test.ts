import { describe, expect, it } from 'vitest';
import { runCli } from '../run-cli.ts';
import { dataSet, scratch } from '../scratch.ts';

const files = scratch();
const faithful = dataSet('faithful');
const iris = dataSet('iris');
const columns =
  '--columns must be names or numbers from 1 to 2, got "delay". The names are eruptions, waiting.';

/** Arguments behind `fit faithful.csv`, and what must be said, with FILE for its path. */
const faults: readonly { args: string; message: string }[] = [
  ...['0', '1.5', '-3', 'three', '4..2', '1,,2', ''].map((text) => ({
    args: `--components=${text}`,
    message: `--components must be whole numbers, at least 1, such as 3, 1..9 or 1,2,4, got "${text}".`,
  })),
  {
    args: '--components 273',
    message: '--components must be at most the number of rows of FILE (272), got 273. Try fewer.',
  },
  {
    args: '-k 2 --out -',
    message: '--out must be a file, got -. Standard output has the result: try --json.',
  },
  {
    args: '--seed 1',
    message:
      '--components must be given, got nothing. Try --components 3, or --components 1..9 to let BIC choose.',
  },
  {
    args: '--initial random',
    message:
      '--components must be given, got nothing. Try --components 3, or --components 1..9 to let BIC choose.',
  },
  {
    args: '-k 2 --covariance round',
    message:
      '--covariance must be full, tied, diag, spherical, EII to VVV as in mclust, factors:Q (Q factors) or all, ' +
      'with commas between several, got "round".',
  },
  {
    args: '-k 1..3 --covariance full,VVX',
    message:
      '--covariance must be full, tied, diag, spherical, EII to VVV as in mclust, factors:Q (Q factors) or all, ' +
      'with commas between several, got "VVX".',
  },
  {
    args: '-k 2 --covariance factors:0',
    message:
      '--covariance must be full, tied, diag, spherical, EII to VVV as in mclust, factors:Q (Q factors) or all, ' +
      'with commas between several, got "factors:0".',
  },
  {
    args: '-k 2 --covariance all,FA:2',
    message: '--covariance factors:Q must have fewer factors than there are columns to fit (2), got 2.',
  },
  {
    args: '-k 2 --criterion dic',
    message: '--criterion must be bic, icl, aic, aicc, clc, nec or cv, got "dic".',
  },
  { args: '-k 2 --effort much', message: '--effort must be quick, normal or thorough, got "much".' },
  {
    args: '-k 2 --effort quick --restarts 7',
    message:
      '--effort and --restarts must not be given both, got quick and 7. An effort says how many starts there are.',
  },
  { args: '-k 2 --weights fixed', message: '--weights must be free or equal, got "fixed".' },
  { args: '-k 2 --assignment fuzzy', message: '--assignment must be soft or hard, got "fuzzy".' },
  { args: '-k 2 --acceleration squarem', message: '--acceleration must be none or anderson, got "squarem".' },
  { args: '-k 2 --seed 1.5', message: '--seed must be a whole number, got "1.5".' },
  { args: '-k 2 --start-rows 0', message: '--start-rows must be a whole number, at least 1, got "0".' },
  { args: '-k 2 --restarts 0', message: '--restarts must be a whole number, at least 1, got "0".' },
  { args: '-k 2 --threads 0', message: '--threads must be a whole number from 1 to 256, got "0".' },
  { args: '-k 2 --threads 257', message: '--threads must be a whole number from 1 to 256, got "257".' },
  { args: '-k 2 --threads 1.5', message: '--threads must be a whole number from 1 to 256, got "1.5".' },
  { args: '-k 2 --threads all', message: '--threads must be a whole number from 1 to 256, got "all".' },
  {
    args: '-k 2 --max-iterations -1',
    message: '--max-iterations must be a whole number, at least 0, got "-1".',
  },
  {
    args: '-k 2 --tolerance -1e-3',
    message: '--tolerance must be a number of nats per row, at least 0, got "-1e-3".',
  },
  {
    args: '-k 2 --regularization much',
    message: '--regularization must be auto or a number, at least 0, got "much".',
  },
  { args: '-k 2 --delimiter dot', message: '--delimiter must be comma, semicolon or tab, got "dot".' },
  { args: '-k 2 --columns eruptions,delay', message: `FILE: ${columns}` },
  { args: '-k 2 --one-hot delay', message: `FILE: ${columns.replace('--columns', '--one-hot')}` },
  { args: '--initial-labels delay', message: `FILE: ${columns.replace('--columns', '--initial-labels')}` },
  {
    args: '-k 2 --columns 2,waiting',
    message: 'FILE: --columns must be named once each, got "waiting" twice.',
  },
  {
    args: '-k 2 --pca 3',
    message: 'FILE: --pca must be a whole number from 1 to the number of columns (2), got 3.',
  },
  {
    args: '-k 2 --initial kmean',
    message:
      '--initial must be kmeans, k-means++, random, random-from-data or a model file, got "kmean": no such file or folder.',
  },
  {
    args: '--initial random --initial-labels waiting',
    message: '--initial and --initial-labels must not be given both, got random and waiting.',
  },
  {
    args: '--initial-labels 2 --columns waiting,eruptions',
    message: '--columns must not hold the column of --initial-labels, got "waiting" in both.',
  },
  { args: '-k 2 --component 3', message: "unknown option '--component'\n(Did you mean --components?)" },
  { args: '-k', message: "option '-k, --components <list>' argument missing" },
  { args: 'more.csv', message: "too many arguments for 'fit'. Expected 1 argument but got 2." },
];

describe('a command line that cannot be followed ends with 2 and says what must hold and what came', () => {
  for (const { args, message } of faults) {
    it(`fit ${args}`, async () => {
      const result = await runCli(['fit', faithful, ...args.split(' ')]);
      const stderr = `gaussmix: ${message.replaceAll('FILE', faithful)}\n`;
      expect(result).toEqual({ code: 2, stdout: '', stderr });
    });
  }

  it('refuses another number of components than a given start has', async () => {
    const result = await runCli(['fit', iris, '--initial-labels', 'species', '-k', '1..4']);
    const stderr =
      'gaussmix: --components must be what --initial-labels species gives (3), got 1,2,3,4. Leave it out.\n';
    expect(result).toEqual({ code: 2, stdout: '', stderr });
  });

  it('says that a column of text can be encoded', async () => {
    const result = await runCli(['fit', iris, '-k', '2', '--columns', 'species']);
    const stderr =
      `gaussmix: ${iris}: column "species" must hold numbers, got text such as "setosa" in line 2. ` +
      'Encode it with --one-hot, or leave it out.\n';
    expect(result).toEqual({ code: 2, stdout: '', stderr });
  });

  it('names a file that is not there, or is a folder', async () => {
    const gone = await runCli(['fit', files.path('gone.csv'), '-k', '2']);
    expect(gone.stderr).toBe(
      `gaussmix: ${files.path('gone.csv')}: must be a file that can be read, got no such file or folder.\n`,
    );
    const folder = await runCli(['describe', files.folder]);
    expect(folder.stderr).toBe(`gaussmix: ${files.folder}: must be a file that can be read, got a folder.\n`);
    expect([gone.code, folder.code]).toEqual([2, 2]);
  });

  it('suggests the command that was meant', async () => {
    const stderr = "gaussmix: unknown command 'pedict'\n(Did you mean predict?)\n";
    expect(await runCli(['pedict'])).toEqual({ code: 2, stdout: '', stderr });
  });

  it('shows the commands when none is given', async () => {
    const { code, stdout, stderr } = await runCli([]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('Usage: gaussmix [options] [command]');
  });

  it('refuses a quantile outside of 0 and 1, a count of rows below 1, and standard input twice', async () => {
    const quantile = await runCli(['score', 'model.json', faithful, '--quantile', '1']);
    expect(quantile.stderr).toBe('gaussmix: --quantile must be a number above 0 and below 1, got "1".\n');
    const count = await runCli(['sample', 'model.json', '-n', '0']);
    expect(count.stderr).toBe('gaussmix: --count must be a whole number, at least 1, got "0".\n');
    const twice = await runCli(['predict', '-', '-']);
    expect(twice.stderr).toBe(
      'gaussmix: model and data must not both come from standard input, got - twice.\n',
    );
    expect([quantile.code, count.code, twice.code]).toEqual([2, 2, 2]);
  });
});

describe('help and version', () => {
  it('are printed on standard output, and are no failure', async () => {
    const help = await runCli(['fit', '--help']);
    expect([help.code, help.stderr]).toEqual([0, '']);
    expect(help.stdout).toContain('--components <list>');
    expect(await runCli(['--version'])).toEqual({ code: 0, stdout: '0.1.0\n', stderr: '' });
  });
});
