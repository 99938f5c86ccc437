import { describe, expect, it } from 'vitest';
import { parseOptions } from '../src/options.ts';

describe('options', () => {
  it('run everything and write the results that README.md quotes', () => {
    const { cells, structures, kinds, threads, sections, out } = parseOptions([]);
    expect([cells.length, structures.length, kinds.length, threads, sections.length]).toEqual([
      7,
      4,
      2,
      [1, 2],
      8,
    ]);
    expect(out).toMatch(/RESULTS\.md$/);
  });

  it('choose a part, whose results do not replace those of the whole', () => {
    const args = [
      '--',
      '--cells',
      '100x2x3,5x1x1',
      '--types',
      'tied,diag',
      '--threads',
      '2',
      '--peers',
      'scikit',
    ];
    const options = parseOptions(args);
    expect(options.cells).toEqual([
      { rows: 100, columns: 2, components: 3 },
      { rows: 5, columns: 1, components: 1 },
    ]);
    expect([options.structures, options.threads, options.peers]).toEqual([['tied', 'diag'], [2], ['scikit']]);
    expect(options.out).toMatch(/RESULTS-partial\.md$/);
    expect(parseOptions(['--quick']).out).toMatch(/RESULTS-partial\.md$/);
  });

  it('that cannot be meant are refused', () => {
    const refused = (...args: string[]) => expect(() => parseOptions(args));
    refused('--types', 'full,round').toThrow(
      '--types: must be among full, tied, diag, spherical, got "round"',
    );
    refused('--cells', '10x2').toThrow(
      '--cells: a cell must be rows x columns x components such as 100000x8x8, got "10x2"',
    );
    refused('--threads', '3').toThrow('--threads: must be 1, 2 or 1,2, got "3"');
    refused('--patience', '0').toThrow('--patience: must be a positive number, got "0"');
    refused('--fast').toThrow("Unknown option '--fast'");
  });
});
