import { describe, expect, it } from 'vitest';
import { runCli } from '../run-cli.ts';
import { scratch } from '../scratch.ts';

const files = scratch();
const faithful = 'eruptions,waiting\n3.6,79\n1.8,54\n3.333,74\n2.283,62\n4.533,85\n2.883,55\n';

/** What is wrong, the file, and what must be said, with FILE for its path. */
const faults: readonly { title: string; text: string; message: string; args?: readonly string[] }[] = [
  {
    title: 'an empty file',
    text: '',
    message: 'FILE: must have at least one row of data, got an empty file.',
  },
  {
    title: 'a header without rows',
    text: 'a,b\n',
    message: 'FILE: must have at least one row of data, got only a header, in line 1.',
  },
  {
    title: 'one row',
    text: 'a,b\n1,2\n',
    message: 'FILE: must have at least as many rows as components (2), got 1. Try fewer --components.',
  },
  {
    title: 'one row for one component',
    text: 'a,b\n1,2\n',
    args: ['--components', '1'],
    message:
      'FILE: must have rows that differ, got rows that are all equal. Try a positive --regularization.',
  },
  {
    title: 'fewer rows than components',
    text: 'a,b\n1,2\n3,4\n5,7\n',
    args: ['--components', '1..5'],
    message: 'FILE: must have at least as many rows as components (5), got 3. Try fewer --components.',
  },
  {
    title: 'not a number',
    text: 'a,b\n1,2\n3,NaN\n5,7\n',
    message:
      'FILE, line 3, column "b": must be a number, got "NaN". Fill the cell in, remove its row, or leave the column out.',
  },
  {
    title: 'an infinite number',
    text: 'a,b\n1,2\n3,4\n-Infinity,7\n',
    message:
      'FILE, line 4, column "a": must be a number, got "-Infinity". Fill the cell in, remove its row, or leave the column out.',
  },
  {
    title: 'an empty cell',
    text: 'a,b\n,2\n3,4\n5,7\n',
    message:
      'FILE, line 2, column "a": must be a number, got an empty cell. Fill the cell in, remove its row, or leave the column out.',
  },
  {
    title: 'text among numbers',
    text: 'a,b\n1,2\n3,4\n5,seven\n9,8\n',
    message:
      'FILE, line 4, column "b": must be a number, got "seven". Correct the cell, remove its row, or leave the column out.',
  },
  {
    title: 'rows of different lengths',
    text: 'a,b\n1,2\n3,4\n5,7,9\n',
    message:
      'FILE, line 4: must have as many cells as line 1 (2), got 3. Put quotes around a cell that contains a delimiter.',
  },
  {
    title: 'a quote that is not closed',
    text: 'a,b\n1,2\n"3,4\n',
    message:
      'FILE, line 3: a quote must be closed, got the end of the file inside a quoted cell. ' +
      'A quote that belongs to the text is written twice, in a quoted cell: "5"" pipe".',
  },
  {
    title: 'nothing but text',
    text: 'a,b\nx,y\nz,w\n',
    message:
      'FILE: must have a column of numbers, got only text (a, b). Encode text with --one-hot; cells are separated by commas, semicolons or tabs.',
  },
  {
    title: 'a constant column',
    text: 'a,height\n1,2.5\n3,2.5\n5,2.5\n6,2.5\n',
    message:
      'FILE: every column must vary for --covariance full, got column "height" that is 2.5 in every row. ' +
      'Leave the column out, or try --covariance spherical or a positive --regularization.',
  },
  {
    title: 'a constant column that is to be standardized',
    text: 'a,height\n1,2.5\n3,2.5\n5,2.5\n6,2.5\n',
    args: ['--components', '2', '--standardize'],
    message: 'FILE: column "height" must vary to be standardized, got 2.5 in every row. Leave it out.',
  },
  {
    title: 'rows that are all equal',
    text: 'a,b\n1,2\n1,2\n1,2\n',
    message:
      'FILE: components must be at most the number of different rows (1), got 2. Try fewer components.',
  },
  {
    title: 'collinear columns',
    text: 'a,twice\n1,2\n2,4\n3,6\n5,10\n7,14\n',
    message:
      'FILE: no column may be a linear combination of others for --covariance full, got column "twice" that follows from ' +
      'the columns before it. Leave it out, or try --covariance diag or a positive --regularization.',
  },
  {
    title: 'fewer rows than columns need',
    text: 'a,b,c\n1,2,3\n3,5,4\n5,1,9\n',
    message:
      'FILE: must have more rows than columns (3) for --covariance full, got 3. ' +
      'Try --covariance diag or spherical, fewer columns, or a positive --regularization.',
  },
];

describe('data that cannot be fitted end with 1 and say where, what must hold, what came and what to try', () => {
  for (const { title, text, message, args = ['--components', '2'] } of faults) {
    it(title, async () => {
      const file = files.write(`${title.replaceAll(' ', '-')}.csv`, text);
      const { code, stdout, stderr } = await runCli(['fit', file, ...args]);
      expect(stderr).toBe(`gaussmix: ${message.replaceAll('FILE', file)}\n`);
      expect([code, stdout]).toEqual([1, '']);
    });
  }

  it('calls standard input by its name', async () => {
    const { code, stderr } = await runCli(['fit', '-', '-k', '2'], { stdin: 'a\n1\n2\nx\n4\n' });
    expect(stderr).toBe(
      'gaussmix: standard input, line 4, column "a": must be a number, got "x". ' +
        'Correct the cell, remove its row, or leave the column out.\n',
    );
    expect(code).toBe(1);
  });

  it('says of every cell of a search why it failed, where none succeeded', async () => {
    const file = files.write('search.csv', 'a,b\n1,2\n2,4\n3,6\n5,10\n7,14\n');
    const { code, stderr } = await runCli(['fit', file, '-k', '1..2', '--covariance', 'full,tied']);
    const reason =
      'no column may be a linear combination of others for --covariance NAME, got column "b" that follows from the ' +
      'columns before it. Leave it out, or try --covariance diag or a positive --regularization.';
    const lines = ['1 x full', '2 x full', '1 x tied', '2 x tied'].map(
      (cell) => `  ${cell}: ${reason.replace('NAME', cell.slice(4))}\n`,
    );
    expect(stderr).toBe(
      `gaussmix: ${file}: at least one of the 4 cells must be fitted, got none.\n${lines.join('')}`,
    );
    expect(code).toBe(1);
  });
});

describe('data that are not those of the model', () => {
  const model = async () => {
    const out = files.path('faithful.model.json');
    const { code } = await runCli(['fit', files.write('faithful.csv', faithful), '-k', '1', '--out', out]);
    expect(code).toBe(0);
    return out;
  };

  it('names the columns that are missing and those that are there', async () => {
    const [out, data] = [await model(), files.write('renamed.csv', 'eruptions,delay\n3,70\n')];
    const { code, stdout, stderr } = await runCli(['predict', out, data]);
    expect(stderr).toBe(
      `gaussmix: predict: ${out} needs column "waiting", ${data} has eruptions, delay. ` +
        "Rename its columns, or choose them in the model's order (eruptions, waiting) with --columns.\n",
    );
    expect([code, stdout]).toEqual([1, '']);
  });

  it('wants as many columns as the model has, where there is no header', async () => {
    const [out, data] = [await model(), files.write('headless.csv', '3,70,1\n2,50,0\n')];
    const { code, stderr } = await runCli(['score', out, data]);
    expect(stderr).toBe(
      `gaussmix: score: ${out} needs 2 columns (eruptions, waiting), ${data} has 3 and no header. ` +
        'Give it a header with these names, or choose its columns in this order with --columns.\n',
    );
    expect(code).toBe(1);
  });

  it('blames --columns when that chooses too few', async () => {
    const [out, data] = [await model(), files.write('headless.csv', '3,70,1\n2,50,0\n')];
    const { code, stderr } = await runCli(['score', out, data, '--columns', '2']);
    expect(stderr).toBe(
      `gaussmix: score: ${out} needs 2 columns (eruptions, waiting), got 1. Choose as many, in this order.\n`,
    );
    expect(code).toBe(2);
  });
});
