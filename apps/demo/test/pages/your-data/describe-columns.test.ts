import { parseTable } from '@gaussmix/data';
import { describe, expect, it } from 'vitest';
import { describeColumns } from '../../../src/pages/your-data/describe-columns.ts';

/** A column of a table by itself, beside another that is plain. */
function described(cells: readonly (string | number)[], name = 'thing') {
  const lines = cells.map((cell, i) => `${cell},${((i * 7) % 11) + 0.5}`);
  return describeColumns(parseTable(`${name},plain\n${lines.join('\n')}\n`, { name: 'a.csv' }))[0];
}

const counted = (count: number) => Array.from({ length: count }, (_, i) => i);

describe('describeColumns', () => {
  it('wants a column of measures, and says from where to where they go', () => {
    expect(described([1.5, -2.25, 7, 3])).toEqual({
      name: 'thing',
      kind: 'number',
      content: '-2.25 to 7',
      wanted: true,
    });
  });

  it('leaves out a column that is the same in every row, of numbers or of words', () => {
    expect(described([4, 4, 4])).toMatchObject({ wanted: false, reason: 'the same in every row' });
    expect(described(['oak', 'oak', 'oak'])).toMatchObject({
      wanted: false,
      reason: 'the same in every row',
    });
  });

  it('leaves out what counts the rows, from any number on', () => {
    expect(described([17, 18, 19, 20])).toMatchObject({
      wanted: false,
      reason: 'counts the rows, like an id',
    });
    expect(described([17, 18, 20, 21]).wanted).toBe(true);
  });

  it('leaves out whole numbers that differ from row to row under the name of an id', () => {
    const reason = 'another whole number in every row, like an id';
    expect(described([31, 12, 77], 'customer_id')).toMatchObject({ wanted: false, reason });
    expect(described([31, 12, 31], 'customer_id').wanted).toBe(true);
    expect(described([31.5, 12, 77], 'customer_id').wanted).toBe(true);
    expect(described([31, 12, 77], 'humidity').wanted).toBe(true);
  });

  it('leaves out a few whole numbers in a long column, as names of groups', () => {
    const labels = counted(50).map((i) => (i * i) % 3);
    expect(described(labels)).toMatchObject({
      wanted: false,
      labels: true,
      reason: 'only 2 different whole numbers, like labels',
    });
    expect(described(labels.slice(0, 49)).wanted).toBe(true);
    expect(described(counted(50).map((i) => (i * i) % 17)).wanted).toBe(true);
  });

  it('offers words of a few kinds for encoding, and says why it does not offer others', () => {
    expect(described(['oak', 'elm', 'oak'])).toEqual({
      name: 'thing',
      kind: 'text',
      content: '2 different words',
      wanted: false,
      labels: true,
      reason: 'words: tick it to turn each kind into a column of 0 and 1',
    });
    expect(described(['oak', 'elm', 'fir'])).toMatchObject({
      reason: 'another word in every row, like an id',
    });
    const kinds = counted(40).map((i) => `w${i % 13}`);
    expect(described(kinds)).toMatchObject({
      labels: true,
      reason: 'words: 13 kinds are many to turn into numbers',
    });
    expect(described(counted(80).map((i) => `w${i % 31}`)).labels).toBe(false);
  });

  it('gives the words of the package for a cell that is no number', () => {
    expect(described([1.5, 'abc', 3, 4, 6])).toMatchObject({
      kind: 'number',
      wanted: false,
      reason:
        'a.csv, line 3, column "thing": must be a number, got "abc". ' +
        'Correct the cell, remove its row, or leave the column out.',
    });
  });
});
