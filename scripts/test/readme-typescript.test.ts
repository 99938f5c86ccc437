import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { format, instrument } from '../lib/example.mjs';
import { blocksOf, pages } from '../lib/markdown.mjs';
import { typeErrors } from '../lib/type-check.mjs';
import { root } from '../lib/workspace.mjs';

const blocks = pages(root)
  .flatMap((page) => blocksOf(page, root))
  .filter(({ language }) => language === 'ts');

/** Below the root's node_modules, so that examples import the packages by name, as a reader does. */
const modules = join(root, 'node_modules', '.examples');
/** Where examples run: a scratch folder that has examples/. */
const scratch = mkdtempSync(join(tmpdir(), 'gaussmix-examples-'));

describe('TypeScript in the documentation', () => {
  const started = process.cwd();

  beforeAll(() => {
    mkdirSync(modules, { recursive: true });
    symlinkSync(join(root, 'examples'), join(scratch, 'examples'));
    process.chdir(scratch);
  });

  afterAll(() => {
    process.chdir(started);
    rmSync(scratch, { recursive: true });
    rmSync(modules, { recursive: true });
  });

  for (const block of blocks) {
    it(`runs and prints what it claims: ${block.page}:${block.line}`, async () => {
      const { module, claims } = instrument(block);
      const file = join(modules, `${block.page.replaceAll('/', '-')}-${block.line}.mjs`);
      writeFileSync(file, module);
      const { recorded } = await import(/* @vite-ignore */ pathToFileURL(file).href);
      const got = claims.map(({ line }, i) => `${block.page}:${line} // => ${format(recorded[i])}`);
      const expected = claims.map(({ line, expected }) => `${block.page}:${line} // => ${expected}`);
      expect(got).toEqual(expected);
    });
  }

  it('type-checks, every block', () => {
    expect(typeErrors(blocks, root)).toEqual([]);
  });
});
