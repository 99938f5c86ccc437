import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runAlone } from '../lib/check.mjs';
import { copyWorkspace } from '../lib/copy.mjs';
import { capture } from '../lib/run.mjs';
import { members } from '../lib/workspace.mjs';

export const title = "each package's tests pass with the test/ of every other deleted";
export const needsBuild = true;

export async function check() {
  const copy = copyWorkspace();
  try {
    const packages = members(copy).filter(({ path }) => existsSync(join(path, 'test')));
    const away = join(copy, 'tests-away');
    for (const { folder, path } of packages) {
      mkdirSync(join(away, folder), { recursive: true });
      renameSync(join(path, 'test'), join(away, folder, 'test'));
    }
    const problems = [];
    for (const { name, folder, path, manifest } of packages) {
      renameSync(join(away, folder, 'test'), join(path, 'test'));
      const [command, ...args] = manifest.scripts.test.split(' ');
      const { code, output } = await capture(command, [...args, '--reporter=dot'], { cwd: path });
      if (code !== 0)
        problems.push(
          `${name} cannot be tested alone: copy what it needs into ${folder}/test.\n${output.trim()}`,
        );
      renameSync(join(path, 'test'), join(away, folder, 'test'));
    }
    return problems;
  } finally {
    rmSync(copy, { recursive: true });
  }
}

await runAlone(import.meta.url, { title, needsBuild, check });
