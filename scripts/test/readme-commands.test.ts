import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commandsOf, matches } from '../lib/commands.mjs';
import { blocksOf, pages } from '../lib/markdown.mjs';
import { root } from '../lib/workspace.mjs';

const shell = new Set(['sh', 'bash', 'console']);
const commandsByPage = pages(root)
  .map((page) => ({
    page,
    commands: blocksOf(page, root)
      .filter(({ language }) => shell.has(language))
      .flatMap(commandsOf),
  }))
  .filter(({ commands }) => commands.length > 0);

describe('commands in the documentation', () => {
  let scratch: string;

  beforeEach(() => {
    scratch = mkdtempSync(join(tmpdir(), 'gaussmix-commands-'));
    for (const folder of ['examples', 'apps']) symlinkSync(join(root, folder), join(scratch, folder));
    mkdirSync(join(scratch, 'bin'));
    const program = join(root, 'apps/cli/bin/gaussmix.mjs');
    writeFileSync(
      join(scratch, 'bin/gaussmix'),
      `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`,
      {
        mode: 0o755,
      },
    );
  });

  afterEach(() => rmSync(scratch, { recursive: true }));

  for (const { page, commands } of commandsByPage) {
    it(`run one after the other, and print what is shown: ${page}`, () => {
      const env = {
        ...process.env,
        PATH: `${join(scratch, 'bin')}${delimiter}${process.env.PATH}`,
        NO_COLOR: '1',
        FORCE_COLOR: undefined,
        COLUMNS: '100',
      };
      for (const { where, command, output } of commands) {
        const run = spawnSync('sh', ['-c', command], { cwd: scratch, env, encoding: 'utf8', input: '' });
        expect(run.status, `${where}: ${command}\n${run.stderr}`).toBe(0);
        if (output.length > 0 && !matches(run.stdout, output))
          expect(run.stdout, where).toBe(output.join('\n'));
      }
    });
  }
});
