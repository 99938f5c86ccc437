import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { outputFile } from '../src/files/output-file.ts';
import { runCli } from './run-cli.ts';
import { dataSet, scratch } from './scratch.ts';

const files = scratch();
const faithful = dataSet('faithful');
const fit = ['fit', faithful, '-k', '2'];

describe('an output that cannot be written is refused before the fit', () => {
  const cases = [
    {
      title: 'in a folder that is not there',
      option: '--out',
      path: files.path('gone/model.json'),
      reason: 'no such file or folder',
    },
    { title: 'that is a folder', option: '--report', path: files.folder, reason: 'a folder' },
    {
      title: 'below a file',
      option: '--report',
      path: `${files.write('file', '')}/report.html`,
      reason: 'a path through something that is not a folder',
    },
  ];
  for (const { title, option, path, reason } of cases) {
    it(title, async () => {
      // The data are not even looked for.
      const result = await runCli(['fit', 'no-such-data.csv', '-k', '2', option, path]);
      const stderr = `gaussmix: ${option} must be a file that can be written, got ${path}: ${reason}.\n`;
      expect(result).toEqual({ code: 2, stdout: '', stderr });
    });
  }

  it('that is the data, or another output', async () => {
    const data = files.write('data.csv', readFileSync(faithful, 'utf8'));
    const over = await runCli(['fit', data, '-k', '2', '--out', data]);
    expect(over).toEqual({
      code: 2,
      stdout: '',
      stderr: `gaussmix: --out must be another file than DATA, got ${data} for both.\n`,
    });
    const both = files.path('both');
    const twice = await runCli([...fit, '--out', both, '--report', both]);
    expect(twice.stderr).toBe(`gaussmix: --report must be another file than --out, got ${both} for both.\n`);
    expect(readFileSync(data, 'utf8')).toBe(readFileSync(faithful, 'utf8'));
  });
});

describe('a file is replaced as a whole', () => {
  it('and nothing is left beside it', async () => {
    const out = files.write('old.json', 'what was there before');
    const { code, stdout } = await runCli([...fit, '--out', out]);
    expect(code).toBe(0);
    expect(stdout).toContain(`wrote ${out}\n`);
    expect(JSON.parse(readFileSync(out, 'utf8')).format).toBe('gaussmix-mixture');
    expect(readdirSync(files.folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('through a link, which stays', async () => {
    const [target, link] = [files.write('target.json', 'old'), files.path('link.json')];
    symlinkSync(target, link);
    await runCli([...fit, '--out', link]);
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(JSON.parse(readFileSync(target, 'utf8')).version).toBe(1);
  });

  it('or not at all: what was there stays when the new text cannot be written', async () => {
    const path = files.write('kept.json', 'what was there before');
    const file = await outputFile('--out', path);
    // A folder in the way of the new file that is written beside the old one.
    const inTheWay = `${files.folder}/.kept.json.${process.pid}.tmp`;
    mkdirSync(inTheWay);
    await expect(file.write('new')).rejects.toThrow(
      /^.*kept\.json: must be a file that can be written, got .*\. What was there before is untouched\.$/,
    );
    rmSync(inTheWay, { recursive: true });
    expect(readFileSync(path, 'utf8')).toBe('what was there before');
  });

  it('and keeps its permissions', async () => {
    const out = files.write('private.json', 'old');
    chmodSync(out, 0o600);
    await runCli([...fit, '--out', out]);
    expect(statSync(out).mode & 0o777).toBe(0o600);
  });

  it('but a device is written into', async () => {
    const { code } = await runCli([...fit, '--out', '/dev/null']);
    expect(code).toBe(0);
    expect(lstatSync('/dev/null').isCharacterDevice()).toBe(true);
  });
});

describe('when writing fails after the fit', () => {
  it('the result is printed all the same, the other file is written, and the program ends with 1', async () => {
    const folder = files.path('vanishing');
    mkdirSync(folder);
    // The folder vanishes while the data are read: after the check, before the writing.
    async function* data() {
      rmSync(folder, { recursive: true });
      yield readFileSync(faithful);
    }
    const report = files.path('report.html');
    const { code, stdout, stderr } = await runCli(
      ['fit', '-', '-k', '2', '--json', '--out', `${folder}/model.json`, '--report', report],
      { stdin: Readable.from(data()) },
    );
    expect(JSON.parse(stdout).components).toHaveLength(2);
    expect(stderr).toBe(
      `gaussmix: ${folder}/model.json: must be a file that can be written, got no such file or folder. ` +
        'What was there before is untouched.\n',
    );
    expect(code).toBe(1);
    expect(existsSync(report)).toBe(true);
  });
});
