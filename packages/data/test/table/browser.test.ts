import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { parseTable } from '../../src/index.ts';
import { expectRaised } from '../raises.ts';

const inPage = 'csv-parse/browser/esm/sync';

vi.mock('csv-parse/sync', () => import('csv-parse/browser/esm/sync'));

describe('in a page, which has no Buffer', () => {
  const { Buffer } = globalThis;
  beforeAll(() => {
    vi.stubGlobal('Buffer', undefined);
  });
  afterAll(() => {
    vi.stubGlobal('Buffer', Buffer);
  });

  it('bundlers are told to take the CSV parser that needs none', () => {
    const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    expect(manifest.browser).toEqual({ 'csv-parse/sync': inPage });
  });

  it('quoted cells are read', () => {
    const table = parseTable('x,"y ""é"", 😀"\n1,"2"\n"3\n",4');
    expect(table.columns.map(({ name, cells }) => [name, cells])).toEqual([
      ['x', ['1', '3\n']],
      ['y "é", 😀', ['2', '4']],
    ]);
    expect(table.lines).toEqual([2, 3]);
  });

  it('errors name the line', () => {
    expectRaised(
      () => parseTable('x,y\n1,"2', { name: 'cut.csv' }),
      'quotes',
      'cut.csv, line 2: a quote must be closed, got the end of the file inside a quoted cell. ' +
        'A quote that belongs to the text is written twice, in a quoted cell: "5"" pipe".',
    );
  });
});
