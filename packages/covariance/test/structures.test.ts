import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { covarianceLaws } from '../src/conformance.ts';
import type { CovarianceStructure } from '../src/structure.ts';

/**
 * Every file of src/structures is found here, so that a new one is tested without editing a test. A structure is
 * checked against the laws. What is no structure (a function that makes them) has a test of its own in
 * test/structures.
 */
const folder = new URL('../src/structures/', import.meta.url);

for (const file of readdirSync(folder)) {
  const exports: Record<string, unknown> = await import(new URL(file, folder).href);
  const structures = Object.entries(exports).filter(isStructure);
  const factories = Object.entries(exports).filter(([, value]) => typeof value === 'function');
  const ownTest = `structures/${file.replace(/\.ts$/, '.test.ts')}`;

  describe(`src/structures/${file}`, () => {
    test('exports a structure, or a function that makes them', () => {
      expect(structures.length + factories.length).toBeGreaterThan(0);
    });

    for (const [factory] of factories) {
      test(`has ${ownTest} for ${factory}`, () => {
        expect(existsSync(new URL(ownTest, import.meta.url))).toBe(true);
      });
    }

    for (const [name, structure] of structures) {
      describe(name, () => {
        for (const { title, check } of covarianceLaws(structure)) test(title, check);
      });
    }
  });
}

function isStructure(entry: [string, unknown]): entry is [string, CovarianceStructure] {
  return typeof (entry[1] as Partial<CovarianceStructure> | null)?.estimate === 'function';
}
