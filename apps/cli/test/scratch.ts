import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';

/** A folder for the files of a test file, gone when its tests are over. */
export function scratch() {
  const folder = mkdtempSync(join(tmpdir(), 'gaussmix-cli-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const path = (name: string) => join(folder, name);
  return {
    folder,
    path,
    /** Writes a file. @returns its path */
    write(name: string, text: string): string {
      writeFileSync(path(name), text);
      return path(name);
    },
    read: (name: string) => readFileSync(path(name), 'utf8'),
  };
}

/** The path of a data set of the repository's reference/. */
export function dataSet(name: string): string {
  return fileURLToPath(new URL(`../../../reference/datasets/${name}.csv`, import.meta.url));
}
