import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../lib/workspace.mjs';

/** Files that the demo has a copy of, as no member of the workspace reads another's folder. */
const copies = [
  ['apps/demo/assets/tables/faithful.csv', 'examples/faithful.csv'],
  ['apps/demo/test/reference/seeds.json', 'reference/seeds.json'],
] as const;

it.each(copies)('%s is the same as %s', (copy, original) => {
  expect(readFileSync(join(root, copy), 'utf8')).toBe(readFileSync(join(root, original), 'utf8'));
});
