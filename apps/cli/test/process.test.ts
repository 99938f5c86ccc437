import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { dataSet, scratch } from './scratch.ts';

/** The program as it is installed, built beforehand; all else is tested in this process, which is quicker. */
const program = fileURLToPath(new URL('../bin/gaussmix.mjs', import.meta.url));
const faithful = dataSet('faithful');
const files = scratch();

function gaussmix(args: readonly string[], input = '') {
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined };
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    ...{ input, env, encoding: 'utf8', maxBuffer: 1e9 },
  });
  return { status, stdout, stderr };
}

describe('the program as a process', () => {
  it('ends with 0, with 1 when the data are at fault, with 2 when the command line is', () => {
    const done = gaussmix(['fit', '-', '-k', '2', '--json'], readFileSync(faithful, 'utf8'));
    expect([done.status, done.stderr]).toEqual([0, '']);
    expect(JSON.parse(done.stdout).components).toHaveLength(2);
    expect(gaussmix(['fit', '-', '-k', '2'], 'a\n1\n2\n\n4\n')).toEqual({
      status: 1,
      stdout: '',
      stderr:
        'gaussmix: standard input, line 4, column "a": must be a number, got an empty cell. ' +
        'Fill the cell in, remove its row, or leave the column out.\n',
    });
    expect(gaussmix(['fit', faithful, '-k', '0'])).toEqual({
      status: 2,
      stdout: '',
      stderr:
        'gaussmix: --components must be whole numbers, at least 1, such as 3, 1..9 or 1,2,4, got "0".\n',
    });
  });

  it('gives the same bits on other threads, where long work is done, whatever their number', () => {
    // 20,000 rows are long work in ten starts, and are not in one.
    const rows = Array.from({ length: 20_000 }, (_, i) => `${(i * 7919) % 1000},${(i * 104_729) % 777}`);
    const data = files.write('long.csv', `a,b\n${rows.join('\n')}\n`);
    const out = files.path('long.json');
    const short = ['--max-iterations', '2', '--tolerance', '0', '--json'];
    expect(gaussmix(['fit', data, '-k', '3', ...short, '--restarts', '1', '--out', out]).status).toBe(0);
    const here = gaussmix(['fit', data, '--initial', out, ...short, '--restarts', '1']);
    for (const threads of [[], ['--threads', '1'], ['--threads', '2'], ['--threads', '5']]) {
      const there = gaussmix(['fit', data, '--initial', out, ...short, '--restarts', '100', ...threads]);
      expect([there.status, there.stderr]).toEqual([0, '']);
      expect(there.stdout).toBe(here.stdout); // a given start is one start, however many are asked for
    }
  });

  it('chooses and tests with the same bits, however many threads share the work', () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => `${(i * 7919) % 1000},${(i * 104_729) % 777}`);
    const data = files.write('cells.csv', `a,b\n${rows.join('\n')}\n`);
    const cells = [
      '--covariance',
      'EII,VEE,VVV',
      '--restarts',
      '3',
      '--max-iterations',
      '2',
      '--criterion',
      'cv',
    ];
    const replicates = ['--covariance', 'EEE', '--replicates', '19', '--effort', 'quick'];
    for (const args of [
      ['select', data, '-k', '1,2', ...cells, '--json'],
      ['test-components', faithful, '-k', '1,2', ...replicates, '--json'],
    ]) {
      const [one, ...others] = ['1', '2', '5'].map((threads) => gaussmix([...args, '--threads', threads]));
      expect([one!.status, one!.stderr]).toEqual([0, '']);
      expect(others.map(({ stdout }) => stdout === one!.stdout)).toEqual([true, true]);
    }
  });

  it('reports errors of the other thread like its own', () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => `${i},${2 * i}`);
    const data = files.write('collinear.csv', `a,twice\n${rows.join('\n')}\n`);
    const { status, stderr } = gaussmix(['fit', data, '-k', '9']);
    expect(stderr).toBe(
      `gaussmix: ${data}: no column may be a linear combination of others for --covariance full, got column "twice" ` +
        'that follows from the columns before it. Leave it out, or try --covariance diag or a positive --regularization.\n',
    );
    expect(status).toBe(1);
  });

  it('says in a sentence that its output cannot be taken', () => {
    // A file that may not grow, as on a full disk.
    const script = 'ulimit -f 0; exec "$0" "$1" fit "$2" -k 1 > "$3"';
    const args = [process.execPath, program, faithful, files.path('full.txt')];
    const { status, stderr } = spawnSync('sh', ['-c', script, ...args], { encoding: 'utf8' });
    expect(stderr).toMatch(/^gaussmix: standard output must take what is written, got .*too large.*\.\n$/i);
    expect(status).toBe(1);
  });

  it('refuses a sample that it could not hold, and is quiet when its reader has seen enough', async () => {
    const model = files.path('model.json');
    expect(gaussmix(['fit', faithful, '-k', '1', '--out', model]).status).toBe(0);
    expect(gaussmix(['sample', model, '-n', '6000000'])).toEqual({
      status: 2,
      stdout: '',
      stderr:
        'gaussmix: --count must be at most 5000000 for 2 columns, got 6000000. ' +
        'Try several samples with different seeds.\n',
    });
    const child = spawn(process.execPath, [program, 'sample', model, '-n', '200000']);
    let stderr = '';
    child.stderr.on('data', (text) => {
      stderr += text;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const status = await new Promise((resolve) => child.on('close', resolve));
    expect([status, stderr]).toEqual([0, '']);
  });

  const endless = ['--tolerance', '0', '--max-iterations', '1000000000'];
  it.each([
    ['a fit', ['fit', '-', '-k', '5', ...endless]],
    ['a choice', ['select', '-', '-k', '5,6', ...endless]],
    ['a test', ['test-components', '-', '-k', '5,6', ...endless]],
  ])('ends at once with 130 when %s is interrupted', async (_, args) => {
    const child = spawn(process.execPath, [program, ...args]);
    const closed = new Promise((resolve) => child.on('close', (...how) => resolve(how)));
    const rows = Array.from({ length: 50_000 }, (_, i) => `${(i * 7919) % 1000},${(i * 104_729) % 777}\n`);
    // More than a pipe holds, so that the program is reading by the time all is taken.
    await new Promise((resolve) => child.stdin.end(rows.join(''), () => resolve(undefined)));
    await new Promise((resolve) => setTimeout(resolve, 500));
    const began = performance.now();
    child.kill('SIGINT');
    expect(await closed).toEqual([130, null]);
    expect(performance.now() - began).toBeLessThan(5000);
  });
});
