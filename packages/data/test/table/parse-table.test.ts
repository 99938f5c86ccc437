import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Delimiter, parseTable, type Table } from '../../src/index.ts';

const namesOf = (table: Table) => table.columns.map(({ name }) => name);
const cellsOf = (table: Table) => table.columns.map(({ cells }) => cells);

describe('parseTable', () => {
  it('reads comma-separated values with a header', () => {
    expect(parseTable('eruptions,waiting\n3.6,79\n1.8,54\n', { name: 'faithful.csv' })).toEqual({
      name: 'faithful.csv',
      header: true,
      rows: 2,
      columns: [
        { name: 'eruptions', kind: 'number', cells: ['3.6', '1.8'] },
        { name: 'waiting', kind: 'number', cells: ['79', '54'] },
      ],
      lines: [2, 3],
    });
  });

  it('numbers the columns of a file without a header', () => {
    const table = parseTable('3.6,79,a\n1.8,54,b');
    expect([table.name, table.header, namesOf(table), table.lines]).toEqual([
      'table',
      false,
      ['x1', 'x2', 'x3'],
      [1, 2],
    ]);
  });

  it.each<[string, string, Delimiter]>([
    ['tabs', 'a\tb\n1\t2\n3\t4', '\t'],
    ['semicolons', 'a;b\n1;2\n3;4', ';'],
    ['commas', 'a,b\n1,2\n3,4', ','],
  ])('guesses %s', (_, text, delimiter) => {
    const table = parseTable(text);
    expect([namesOf(table), cellsOf(table)]).toEqual([
      ['a', 'b'],
      [
        ['1', '3'],
        ['2', '4'],
      ],
    ]);
    expect(parseTable(text, { delimiter })).toEqual(table);
  });

  it('takes semicolons for the delimiter where commas are decimal signs', () => {
    expect(cellsOf(parseTable('1,5;2,5\n3,5;4,5'))).toEqual([
      ['1,5', '3,5'],
      ['2,5', '4,5'],
    ]);
  });

  it('takes tabs for the delimiter where commas stand in text', () => {
    expect(namesOf(parseTable('a, b\tc\n1\t2'))).toEqual(['a, b', 'c']);
  });

  it('does not look for delimiters inside quotes', () => {
    expect(namesOf(parseTable('"a;b","c;d"\n1,2'))).toEqual(['a;b', 'c;d']);
  });

  it('guesses the delimiter that most lines have when none is regular', () => {
    expect(() => parseTable('a,b\n1,2,3\n4;5', { name: 'odd.csv' })).toThrow(
      expect.objectContaining({
        message:
          'odd.csv, line 2: must have as many cells as line 1 (2), got 3. Put quotes around a cell that contains a delimiter.',
      }),
    );
  });

  it('reads a single column', () => {
    expect(cellsOf(parseTable('x\n1\n2\n'))).toEqual([['1', '2']]);
  });

  it('reads quoted cells with delimiters, line ends and doubled quotes in them', () => {
    const table = parseTable('"x","a ""note"", on\ntwo lines"\n"1","b,c"\n2,"d\n\ne"\n3,f');
    expect(namesOf(table)).toEqual(['x', 'a "note", on\ntwo lines']);
    expect(cellsOf(table)).toEqual([
      ['1', '2', '3'],
      ['b,c', 'd\n\ne', 'f'],
    ]);
    expect(table.lines).toEqual([3, 4, 7]);
  });

  it('reads quoted cells with white space around the quotes', () => {
    expect(cellsOf(parseTable('1, "b,c" \n 2 ,d'))).toEqual([
      ['1', '2'],
      ['b,c', 'd'],
    ]);
  });

  it('keeps empty cells between tabs when there are quotes', () => {
    expect(cellsOf(parseTable('"a"\tb\tc\n1\t\t3\n\t\t', { header: true }))).toEqual([
      ['1', ''],
      ['', ''],
      ['3', ''],
    ]);
  });

  it.each([
    ['line feeds', '\n'],
    ['carriage returns and line feeds', '\r\n'],
    ['carriage returns', '\r'],
  ])('reads lines that end in %s', (_, end) => {
    const expected = parseTable('x,y\n"a",1\nb,2\n');
    expect(parseTable(['x,y', '"a",1', 'b,2', ''].join(end))).toEqual(expected);
  });

  it('leaves out a byte-order mark', () => {
    expect(namesOf(parseTable('\uFEFFx,y\n1,2'))).toEqual(['x', 'y']);
    expect(namesOf(parseTable('\uFEFF"x",y\n1,2'))).toEqual(['x', 'y']);
  });

  it.each([
    ['without quotes', ''],
    ['with quotes', '"'],
  ])('leaves out blank lines around and between rows, and counts them as lines, %s', (_, quote) => {
    const table = parseTable(`\n \n${quote}x${quote},y\n\n1,2\n  \n\n3,4\n\n \n\n`);
    expect([namesOf(table), cellsOf(table), table.lines]).toEqual([
      ['x', 'y'],
      [
        ['1', '3'],
        ['2', '4'],
      ],
      [5, 8],
    ]);
  });

  it.each([
    ['without quotes', 'x'],
    ['with quotes', '"x"'],
  ])('takes a blank line between the rows of a single column for an empty cell, %s', (_, header) => {
    const table = parseTable(`\n${header}\n1\n\n3\n\n`);
    expect([cellsOf(table), table.lines]).toEqual([[['1', '', '3']], [3, 4, 5]]);
  });

  it('names columns without a name by their number, and numbers names that came before', () => {
    const table = parseTable('a, a ,,a_2,a,x3\n1,2,3,4,5,6');
    expect(namesOf(table)).toEqual(['a', 'a_3', 'x3_2', 'a_2', 'a_4', 'x3']);
  });

  it('reads the same cells as csv-parse from any text without quotes', () => {
    const cell = fc.stringMatching(/^[\w .+-]{0,6}$/);
    const row = fc.array(cell, { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1 }), (rows) => {
        const text = rows.map((cells) => cells.join(',')).join('\n');
        const table = parseTable(text, { delimiter: ',', header: false });
        const expected = parse(text, { delimiter: ',' }) as string[][];
        expect(expected.map((_, i) => table.columns.map(({ cells }) => cells[i]))).toEqual(expected);
      }),
    );
  });

  it('reads back any cells that were quoted', () => {
    const cell = fc.string().map((text) => text.replace(/\r/g, ''));
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
        const text = rows
          .map((cells) => cells.map((each) => `"${each.replace(/"/g, '""')}"`).join())
          .join('\n');
        const table = parseTable(text, { header: false });
        expect(cellsOf(table)).toEqual([rows.map(([first]) => first), rows.map(([, second]) => second)]);
        const lineEnds = rows.slice(0, -1).map((cells) => cells.join('').split('\n').length);
        expect(table.lines).toEqual([
          1,
          ...lineEnds.map((_, i) => 1 + lineEnds.slice(0, i + 1).reduce((a, b) => a + b)),
        ]);
      }),
    );
  });
});

describe('the header', () => {
  it.each([
    ['a name stands above numbers', 'species,size\nsetosa,1\nsetosa,2', true],
    ['names stand above numbers of which one is misspelt', 'x,y\n1,2\nabc,4\n5,6', true],
    ['an empty cell and a name stand above numbers', ',x\n1,2\n2,3', true],
    ['names stand above text and do not occur again', 'species,color\nsetosa,blue\nsetosa,red', true],
  ])('is found when %s', (_, text, header) => {
    expect(parseTable(text).header).toBe(header);
  });

  it.each([
    ['all cells are numbers', '1,2\n3,4'],
    ['a number stands above numbers, though a word does too: a bad cell', 'abc,2\n3,4\n5,6'],
    ['marks of missing values stand above numbers', 'NaN,NA\n3,4\n5,6'],
    ['only empty cells stand above numbers', ',\n3,4\n5,6'],
    ['a number stands above text', 'setosa,7\nvirginica,b'],
    ['a word above text occurs again below', 'setosa\nsetosa\nvirginica'],
    ['there is one row with a number', 'a,1'],
  ])('is not found when %s', (_, text) => {
    expect(parseTable(text).header).toBe(false);
  });

  it('is what the caller says', () => {
    expect(namesOf(parseTable('2019,2020\n1,2', { header: true }))).toEqual(['2019', '2020']);
    expect(cellsOf(parseTable('x,y\n1,2', { header: false }))).toEqual([
      ['x', '1'],
      ['y', '2'],
    ]);
  });
});

describe('a column', () => {
  const kindOf = (...cells: string[]) =>
    parseTable(cells.map((cell) => `${cell},0`).join('\n'), { header: false }).columns[0]!.kind;

  it('holds numbers when at least as many cells are numbers as are words', () => {
    expect(kindOf('1', 'abc')).toBe('number');
    expect(kindOf('1', 'abc', 'def')).toBe('text');
    expect(kindOf('abc')).toBe('text');
  });

  it('counts numbers in forms that are not accepted as numbers', () => {
    expect(kindOf('0x10', '1e999', 'abc', 'def')).toBe('number');
    expect(kindOf('"1,5"', '"1.234,5"', 'abc', 'def')).toBe('number');
  });

  it('counts marks of missing values and empty cells as neither', () => {
    expect(kindOf('1', 'NA', 'n/a', 'NaN', 'null', '-Inf', 'Infinity', '')).toBe('number');
    expect(kindOf('a', 'NA', 'NA', 'NA')).toBe('text');
    expect(kindOf('NaN', 'NaN')).toBe('number');
  });

  it('holds text when all its cells are empty', () => {
    expect(kindOf('', ' ')).toBe('text');
  });
});

describe('a file that is not a table', () => {
  it.each([
    ['is empty', '', 'nothing.csv: must have at least one row of data, got an empty file.'],
    ['is blank', '\uFEFF\r\n \r\n', 'nothing.csv: must have at least one row of data, got an empty file.'],
    [
      'has only a header',
      '\nx,y\n',
      'nothing.csv: must have at least one row of data, got only a header, in line 2.',
    ],
  ])('is refused when it %s', (_, text, message) => {
    expect(() => parseTable(text, { name: 'nothing.csv' })).toThrow(
      expect.objectContaining({ name: 'GaussmixError', code: 'empty', message }),
    );
  });

  it.each([
    ['too many', '\nx,y\n1,2\n\n3,4,5', 'line 5: must have as many cells as line 2 (2), got 3'],
    ['too few', 'x,y,z\n"1\n",2,3\n4,5', 'line 4: must have as many cells as line 1 (3), got 2'],
  ])('is refused when a row has %s cells', (_, text, problem) => {
    expect(() => parseTable(text, { name: 'ragged.csv' })).toThrow(
      expect.objectContaining({
        code: 'ragged',
        message: `ragged.csv, ${problem}. Put quotes around a cell that contains a delimiter.`,
      }),
    );
  });

  it.each([
    [
      'is not closed',
      'x,y\n1,2\n3,"4\n5,6\n',
      'line 3: a quote must be closed, got the end of the file inside a quoted cell',
    ],
    [
      'opens inside a cell',
      'x,y\n1,5" pipe\n',
      'line 2: quotes must stand around a whole cell, got one inside a cell',
    ],
    [
      'closes inside a cell',
      'x,y\n1,"2"\n"3"4,5',
      'line 3: quotes must stand around a whole cell, got one inside a cell',
    ],
  ])('is refused when a quote %s', (_, text, problem) => {
    expect(() => parseTable(text, { name: 'quotes.csv' })).toThrow(
      expect.objectContaining({
        code: 'quotes',
        message: `quotes.csv, ${problem}. A quote that belongs to the text is written twice, in a quoted cell: "5"" pipe".`,
      }),
    );
  });
});
