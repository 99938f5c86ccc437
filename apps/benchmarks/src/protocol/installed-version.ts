import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The version of an npm package that this app has.
 *
 * @throws Error when it is not installed
 */
export function installedVersion(name: string): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const manifest = tryRead(join(folder, 'node_modules', name, 'package.json'));
    if (manifest !== undefined) return JSON.parse(manifest).version;
    if (dirname(folder) === folder) throw new Error(`Cannot find package '${name}'`);
    folder = dirname(folder);
  }
}

function tryRead(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
