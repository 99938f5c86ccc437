import { testComponents } from '@gaussmix/model-selection';
import { describe, expect, it } from 'vitest';
import { runCli } from '../run-cli.ts';
import { dataSet, scratch } from '../scratch.ts';

const files = scratch();

/** Two groups that lie apart. */
const values = Array.from({ length: 12 }, (_, i) => (i % 2 === 0 ? 0 : 20) + ((i * 7) % 12) / 4);
const data = files.write('groups.csv', `x\n${values.join('\n')}\n`);

/** Short work, which is done on this thread. */
const short = ['--replicates', '19', '--seed', '3', '--restarts', '2'];

describe('test-components', () => {
  it('says what the library says', async () => {
    const { components, conclusive, tests } = testComponents(values, {
      ...{ components: [1, 2, 3], replicates: 19, level: 0.1, seed: 3, restarts: 2, covariance: 'tied' },
      regularization: 'auto',
    });
    const { code, stdout, stderr } = await runCli([
      ...['test-components', data, '-k', '1..3', '--covariance', 'EEE', '--level', '0.1', ...short, '--json'],
    ]);
    expect([code, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toEqual({
      ...{ components, conclusive, level: 0.1, replicates: 19, covariance: 'tied' },
      tests: tests.map(({ components: count, statistic, pValue, replicates, failed, failures }) => ({
        ...{ components: count, against: count + 1, statistic, pValue, rejected: pValue <= 0.1 },
        ...{ replicates: Array.from(replicates), failed, failures },
      })),
    });
    expect(components).toBe(2);
  });

  it('ends with the number in a sentence', async () => {
    const { stdout } = await runCli([
      ...['test-components', data, '-k', '1..3', '--covariance', 'tied', '--level', '0.1', ...short],
    ]);
    const lines = stdout.trimEnd().split('\n');
    expect(lines.slice(0, 3)).toEqual([
      `${data}  12 rows × 1 column: x`,
      '',
      'Likelihood-ratio tests, 19 replicates each, tied covariance',
    ]);
    expect(lines.at(-1)).toMatch(
      /^2 components: one more gains no more than it does by chance \(p = [\d.]+, above 0\.1\)\.$/,
    );
  });

  it('says when the largest number is not large enough', async () => {
    const { stdout } = await runCli([
      ...['test-components', data, '-k', '1,2', '--covariance', 'tied', '--level', '0.1', ...short],
    ]);
    expect(stdout).toMatch(
      /\n2 components or more: each smaller number is rejected at level 0\.1\. Try --components 2\.\.6\.\n$/,
    );
  });

  const faithful = dataSet('faithful');
  const faults = [
    {
      args: '-k 3',
      message: '--components must be two numbers or more, each one more than the last, got 3. Try 1..5.',
    },
    {
      args: '-k 2,4',
      message: '--components must be two numbers or more, each one more than the last, got 2,4. Try 1..5.',
    },
    {
      args: '-k 271..273',
      message: `--components must be at most the number of rows of ${faithful} (272), got 273. Try fewer.`,
    },
    { args: '--replicates 0', message: '--replicates must be a whole number, at least 1, got "0".' },
    { args: '--level 1', message: '--level must be a number above 0 and below 1, got "1".' },
    {
      args: '--covariance all',
      message: '--covariance must be one structure, got all. Try gaussmix select to find one.',
    },
    {
      args: '--covariance full,tied',
      message:
        '--covariance must be full, tied, diag, spherical, EII to VVV as in mclust, factors:Q (Q factors) or all, ' +
        'with commas between several, got "full,tied".',
    },
  ];
  for (const { args, message } of faults) {
    it(`refuses ${args}`, async () => {
      const result = await runCli(['test-components', faithful, ...args.split(' ')]);
      expect(result).toEqual({ code: 2, stdout: '', stderr: `gaussmix: ${message}\n` });
    });
  }
});
