import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnNumbers, parseTable, stringifyTable } from '../../src/index.ts';

describe('stringifyTable', () => {
  it('writes a header and rows, and quotes what must be quoted', () => {
    expect(
      stringifyTable(['x', 'a, b', 'say "hi"'], [[1, 'c', ' d'], Float64Array.of(-0, 1e21, 5e-324)]),
    ).toBe('x,"a, b","say ""hi"""\n1,c," d"\n-0,1e+21,5e-324\n');
  });

  it('writes what parseTable reads, names and text', () => {
    const cell = fc.string().filter((text) => !text.includes('\r'));
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 2 }), ([names, ...rows]) => {
        const table = parseTable(stringifyTable(names!, rows), { header: false, delimiter: ',' });
        const cells = [names!, ...rows].map((_, i) => table.columns.map((column) => column.cells[i]));
        expect(cells).toEqual([names, ...rows]);
      }),
    );
  });

  it('writes numbers that read back to the same double', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1 }),
        (numbers) => {
          const table = parseTable(
            stringifyTable(
              ['x'],
              numbers.map((number) => [number]),
            ),
          );
          expect(Array.from(columnNumbers(table, table.columns[0]!))).toEqual(numbers);
        },
      ),
    );
  });
});
