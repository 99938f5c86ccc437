import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runAlone } from '../lib/check.mjs';
import { consumerFiles } from '../lib/consumer.mjs';
import { capture } from '../lib/run.mjs';
import { entries, members } from '../lib/workspace.mjs';

export const title = 'every package, packed and installed elsewhere, imports as ESM, CommonJS and TypeScript';
export const needsBuild = true;

/** @typedef {import('../lib/workspace.mjs').Member & { tarball: string }} Packed */

/**
 * @param {string} top
 */
export async function check(top) {
  const scratch = mkdtempSync(join(tmpdir(), 'gaussmix-packed-'));
  try {
    const packed = await packAll(top, join(scratch, 'tarballs'));
    const [outside, inside] = await Promise.all([
      installed(packed, join(scratch, 'consumer'), top),
      linted(packed),
    ]);
    return [...inside, ...outside];
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

/**
 * What publishing would upload.
 *
 * @param {string} top
 * @param {string} folder
 * @returns {Promise<Packed[]>}
 */
async function packAll(top, folder) {
  mkdirSync(folder);
  const packed = [];
  for (const member of members(top).filter(({ manifest }) => !manifest.private)) {
    const { code, output } = await capture('pnpm', ['pack', '--pack-destination', folder], {
      cwd: member.path,
    });
    if (code !== 0) throw new Error(`pnpm pack fails in ${member.folder}:\n${output}`);
    const stem = member.name.replace('@', '').replace('/', '-');
    const tarball = readdirSync(folder).find((file) => file === `${stem}-${member.manifest.version}.tgz`);
    if (!tarball) throw new Error(`pnpm pack left no tarball of ${member.name}`);
    packed.push({ ...member, tarball: join(folder, tarball) });
  }
  return packed;
}

/**
 * publint and arethetypeswrong on each tarball.
 *
 * @param {Packed[]} packed
 */
async function linted(packed) {
  const problems = [];
  for (const { name, folder, tarball, manifest } of packed) {
    const publint = await capture('publint', ['run', tarball, '--strict']);
    if (publint.code !== 0)
      problems.push(`${folder}/package.json: publint on ${name}:\n${publint.output.trim()}`);
    if (!manifest.types) continue;
    const attw = await capture('attw', [tarball, '--profile', 'node16', '--format', 'ascii', '--no-emoji']);
    if (attw.code !== 0)
      problems.push(`${folder}/package.json: arethetypeswrong on ${name}:\n${attw.output.trim()}`);
  }
  return problems;
}

/**
 * All tarballs installed in an empty project, and every entry used in every way.
 *
 * @param {Packed[]} packed
 * @param {string} folder
 * @param {string} top
 */
async function installed(packed, folder, top) {
  mkdirSync(folder);
  const tarballs = Object.fromEntries(packed.map(({ name, tarball }) => [name, `file:${tarball}`]));
  const doors = packed.flatMap((member) => entries(member).map(({ specifier }) => specifier));
  for (const [file, text] of Object.entries(consumerFiles(tarballs, doors)))
    writeFileSync(join(folder, file), text);

  const install = [
    'install',
    '--prefer-offline',
    '--no-audit',
    '--no-fund',
    '--no-package-lock',
    '--ignore-scripts',
  ];
  const { code, output } = await capture('npm', install, { cwd: folder });
  if (code !== 0) return [`npm install of all tarballs fails:\n${output.trim()}`];

  const tsc = join(top, 'node_modules/typescript/bin/tsc');
  const cli = packed.find(({ manifest }) => manifest.bin);
  const uses = [
    { what: 'import (ESM) fails', command: process.execPath, args: ['use.mjs'] },
    { what: 'require (CommonJS) fails', command: process.execPath, args: ['use.cjs'] },
    { what: 'types under node16 fail', command: process.execPath, args: [tsc, '-p', 'node16.json'] },
    { what: 'types under bundler fail', command: process.execPath, args: [tsc, '-p', 'bundler.json'] },
    { what: 'the installed command fails', command: 'node_modules/.bin/gaussmix', args: ['--version'] },
  ];
  const problems = [];
  for (const { what, command, args } of uses) {
    const run = await capture(command, args, { cwd: folder });
    const answered = what !== 'the installed command fails' || run.output.trim() === cli?.manifest.version;
    if (run.code !== 0 || !answered) problems.push(`outside the workspace, ${what}:\n${run.output.trim()}`);
  }
  return problems;
}

await runAlone(import.meta.url, { title, needsBuild, check });
