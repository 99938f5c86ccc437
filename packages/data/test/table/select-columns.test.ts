import { describe, expect, it } from 'vitest';
import { chooseColumns, columnNumbers, parseTable, selectColumns } from '../../src/index.ts';
import { expectRaised } from '../raises.ts';
import { referenceTable } from '../reads.ts';
import { rowsOf } from '../rows.ts';

const shop = parseTable('size,color,price,2\n1,red,10,5\n2,blue,20,6\n3,red,30,7\n', {
  name: 'shop.csv',
  header: true,
});

describe('selectColumns', () => {
  it('takes the columns of numbers, and tells which text it left out', () => {
    const { matrix, ...rest } = selectColumns(shop);
    expect(rowsOf(matrix)).toEqual([
      [1, 10, 5],
      [2, 20, 6],
      [3, 30, 7],
    ]);
    expect(rest).toEqual({
      names: ['size', 'price', '2'],
      columns: ['size', 'price', '2'],
      transforms: [],
      leftOut: ['color'],
    });
  });

  it('reads all of iris but the species', () => {
    const { matrix, columns, leftOut } = selectColumns(referenceTable('iris.csv'));
    expect([matrix.rows, matrix.columns, columns.length, leftOut]).toEqual([150, 4, 4, ['species']]);
    expect(rowsOf(matrix)[149]).toEqual([5.9, 3, 5.1, 1.8]);
  });

  it.each([
    ['names', 'price,size', ['price', 'size']],
    ['names with white space around them', ' price , size ', ['price', 'size']],
    ['numbers counted from 1', '3,1', ['price', 'size']],
    ['a list', ['price', '1'], ['price', 'size']],
    ['a name that looks like a number, before the number', '2,1', ['2', 'size']],
  ])('takes columns by %s, in the order asked for', (_, columns, expected) => {
    const selection = selectColumns(shop, { columns });
    expect([selection.columns, selection.leftOut]).toEqual([expected, []]);
  });

  it('encodes text in its place, a column for each level but the first', () => {
    const selection = selectColumns(shop, { oneHot: 'color' });
    expect(rowsOf(selection.matrix)).toEqual([
      [1, 1, 10, 5],
      [2, 0, 20, 6],
      [3, 1, 30, 7],
    ]);
    expect(selection.names).toEqual(['size', 'color=red', 'price', '2']);
    expect(selection.columns).toEqual(['size', 'color', 'price', '2']);
    expect(selection.transforms).toEqual([{ kind: 'one-hot', column: 'color', levels: ['blue', 'red'] }]);
    expect(selection.leftOut).toEqual([]);
  });

  it('puts an encoded column that was not asked for in columns behind them', () => {
    expect(selectColumns(shop, { columns: 'price', oneHot: 'color' }).names).toEqual(['price', 'color=red']);
    expect(selectColumns(shop, { columns: 'color,price', oneHot: 'color' }).names).toEqual([
      'color=red',
      'price',
    ]);
  });

  it('encodes a column of numbers when asked to', () => {
    expect(selectColumns(shop, { columns: 'price', oneHot: 'size' }).names).toEqual([
      'price',
      'size=2',
      'size=3',
    ]);
  });

  it('refuses a column that is not there and lists those that are', () => {
    expectRaised(
      () => selectColumns(shop, { columns: 'size,weight' }),
      'columns',
      'shop.csv: columns must be names or numbers from 1 to 4, got "weight". The names are size, color, price, 2.',
    );
    expectRaised(
      () => selectColumns(parseTable('a,b\n1,2', { name: 'ab.csv' }), { oneHot: '3' }),
      'columns',
      'ab.csv: columns must be names or numbers from 1 to 2, got "3". The names are a, b.',
    );
  });

  it.each(['0', '-1', '1.5', ''])('refuses column "%s"', (column) => {
    expectRaised(
      () => selectColumns(shop, { columns: [column] }),
      'columns',
      `shop.csv: columns must be names or numbers from 1 to 4, got "${column}". The names are size, color, price, 2.`,
    );
  });

  it('takes a name that holds a comma in double quotes, and lists it so', () => {
    const odd = parseTable('"size, m2","6"" pipe","a ""b"", c"\n1,2,3\n4,5,7\n', {
      name: 'odd.csv',
      header: true,
    });
    const chosen = (choice: string) => chooseColumns(odd, choice).map(({ name }) => name);
    expect(chosen('6" pipe, "size, m2"')).toEqual(['6" pipe', 'size, m2']);
    expect(chosen('"a ""b"", c",1')).toEqual(['a "b", c', 'size, m2']);
    expectRaised(
      () => chosen('size, m2'),
      'columns',
      'odd.csv: columns must be names or numbers from 1 to 3, got "size". ' +
        'The names are "size, m2", 6" pipe, "a ""b"", c".',
    );
  });

  it('cuts the list of names when there are many', () => {
    const wide = parseTable(Array.from({ length: 23 }, (_, j) => j).join(), { name: 'wide.csv' });
    const names = Array.from({ length: 20 }, (_, j) => `x${j + 1}`).join(', ');
    expectRaised(
      () => chooseColumns(wide, 'y'),
      'columns',
      `wide.csv: columns must be names or numbers from 1 to 23, got "y". The names are ${names} and 3 more.`,
    );
  });

  it('refuses a column asked for twice', () => {
    expectRaised(
      () => selectColumns(shop, { columns: 'size,price,1' }),
      'columns',
      'shop.csv: columns must be named once each, got "size" twice.',
    );
  });

  it('refuses text that is not to be encoded', () => {
    expectRaised(
      () => selectColumns(shop, { columns: 'color' }),
      'columns',
      'shop.csv: column "color" must hold numbers, got text such as "red" in line 2. Encode it with one-hot, or leave it out.',
    );
    expectRaised(
      () => selectColumns(parseTable('x,note\n1,\n2,', { name: 'blank.csv' }), { columns: 'note' }),
      'columns',
      'blank.csv: column "note" must hold numbers, got empty cells. Encode it with one-hot, or leave it out.',
    );
  });

  it('refuses a table of text', () => {
    expectRaised(
      () => selectColumns(parseTable('first,last\nAda,Lovelace', { name: 'people.csv' })),
      'columns',
      'people.csv: must have a column of numbers, got only text (first, last). ' +
        'Encode text with one-hot; cells are separated by commas, semicolons or tabs.',
    );
  });

  it('refuses to encode a column whose cells are alike', () => {
    expectRaised(
      () => selectColumns(parseTable('x,y\n1,a\n2,a', { name: 'alike.csv' }), { oneHot: 'y' }),
      'levels',
      'alike.csv: column "y" must have at least two levels to be encoded, got "a" in all rows. Leave it out.',
    );
  });

  it('refuses an empty cell in a column to encode', () => {
    expectRaised(
      () => selectColumns(parseTable('x,y\n1,a\n2, \n3,b', { name: 'gap.csv' }), { oneHot: 'y' }),
      'cell',
      'gap.csv, line 3, column "y": must be a level, got an empty cell. Fill the cell in, or remove its row.',
    );
  });
});

describe('columnNumbers', () => {
  const numbersOf = (...cells: string[]) => {
    const table = parseTable(['x\ty', ...cells.map((cell) => `${cell}\t0`)].join('\n'), {
      name: 'n.tsv',
      header: true,
    });
    return columnNumbers(table, table.columns[0]!);
  };

  it('reads every decimal form, white space around it aside', () => {
    const cells = ['4', '+3', '-0.5', '.25', '7.', '1e5', '2E-3', '-1.5e+2', ' 4 ', '007'];
    expect(Array.from(numbersOf(...cells))).toEqual([4, 3, -0.5, 0.25, 7, 100000, 0.002, -150, 4, 7]);
  });

  it('rounds to the nearest double, subnormals and minus zero included', () => {
    const cells = ['0.1', '9007199254740993', '5e-324', '1e-400', '-0', '1.7976931348623157e308'];
    // 2^53 + 1 lies half way between two doubles: the even one, 2^53, is taken.
    expect(Array.from(numbersOf(...cells))).toEqual([
      0.1,
      9007199254740992,
      Number.MIN_VALUE,
      0,
      -0,
      Number.MAX_VALUE,
    ]);
  });

  const correct = 'Correct the cell, remove its row, or leave the column out.';
  const fillIn = 'Fill the cell in, remove its row, or leave the column out.';
  const plain = 'Write numbers with a decimal point, and without marks between thousands.';
  it.each([
    ['a word', 'abc', '"abc"', correct],
    ['a number with a unit', '5 mm', '"5 mm"', correct],
    ['two numbers', '5 6', '"5 6"', correct],
    ['binary', '0b1', '"0b1"', correct],
    ['nothing', '', 'an empty cell', fillIn],
    ['white space', '  ', 'an empty cell', fillIn],
    ['NaN', 'NaN', '"NaN"', fillIn],
    ['NA', ' NA ', '"NA"', fillIn],
    ['Infinity', '-Infinity', '"-Infinity"', fillIn],
    ['a decimal comma', '1,5', '"1,5"', plain],
    ['commas between thousands', '-1,234,567.8', '"-1,234,567.8"', plain],
    ['hexadecimal', '0x10', '"0x10"', 'Write numbers in decimal.'],
    [
      'a number that is too large',
      '1e309',
      '"1e309"',
      'The largest number is about 1.8e308: try larger units.',
    ],
    ['a long text', 'a'.repeat(70), `"${'a'.repeat(60)}..."`, correct],
  ])('refuses %s and names file, line and column', (_, cell, got, advice) => {
    expectRaised(
      () => numbersOf('1', '2', cell, '4'),
      'cell',
      `n.tsv, line 4, column "x": must be a number, got ${got}. ${advice}`,
    );
  });

  it('names the line where the row starts, though quoted cells hold line ends', () => {
    const table = parseTable('note,"petal width"\n"two\nlines",1\n"three\n\nlines",abc\nb,2', {
      name: 'iris.csv',
    });
    expectRaised(
      () => selectColumns(table),
      'cell',
      `iris.csv, line 4, column "petal width": must be a number, got "abc". ${correct}`,
    );
  });

  it('explains why a first row is not a header when it has a word and a number above numbers', () => {
    const table = parseTable('id,2019\n7,2\n8,5', { name: 'years.csv' });
    expectRaised(
      () => selectColumns(table),
      'cell',
      'years.csv, line 1, column "x1": must be a number, got "id". ' +
        'Correct the cell. If this line is a header, no name in it may be a number.',
    );
  });

  it('does not mind a bad cell in a column that is not used', () => {
    const table = parseTable('x,y\n1,abc\n2,5\n3,6');
    expect(rowsOf(selectColumns(table, { columns: 'x' }).matrix)).toEqual([[1], [2], [3]]);
  });
});
