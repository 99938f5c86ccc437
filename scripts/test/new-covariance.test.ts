import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { check as exportsCheck } from '../checks/exports.mjs';
import { check as lint } from '../checks/lint.mjs';
import { copyWorkspace } from '../lib/copy.mjs';
import { capture } from '../lib/run.mjs';

/** How the tests of covariance end in a copy: titles with the names of their groups. */
async function testCovariance(copy: string): Promise<{ passed: string[]; failed: string[] }> {
  const { stdout, output } = await capture('vitest', ['run', '--reporter=json'], {
    cwd: join(copy, 'packages/covariance'),
  });
  if (!stdout.includes('{"numTotalTestSuites"')) throw new Error(output);
  const report = JSON.parse(stdout.slice(stdout.indexOf('{"numTotalTestSuites"')));
  const tests: { fullName: string; status: string }[] = report.testResults.flatMap(
    (file: { assertionResults: unknown[] }) => file.assertionResults,
  );
  const titles = (status: string) =>
    tests.filter((test) => test.status === status).map((test) => test.fullName);
  return { passed: titles('passed'), failed: titles('failed') };
}

const newCovariance = (copy: string, ...words: string[]) =>
  capture(process.execPath, [join(copy, 'scripts/new.mjs'), ...words], { cwd: copy });

describe('pnpm new covariance', () => {
  let copy: string;
  beforeAll(() => {
    copy = copyWorkspace();
  });
  afterAll(() => rmSync(copy, { recursive: true }));

  it('writes a structure of which only the mathematics is missing, and is done once that is written', async () => {
    const { code, output } = await newCovariance(copy, 'covariance', 'equal-shape');
    expect(output).toContain('Wrote packages/covariance/src/structures/equal-shape.ts');
    expect(code).toBe(0);

    const types = await capture('tsc', ['--noEmit'], { cwd: join(copy, 'packages/covariance') });
    expect(types.output).toBe('');
    const problems = [...(await lint(join(copy, 'packages/covariance'))), ...exportsCheck(copy)];
    expect(problems.filter((problem) => problem.includes('equal-shape'))).toEqual([]);

    const skeleton = await testCovariance(copy);
    expect(skeleton.failed).not.toEqual([]);
    expect(skeleton.failed.filter((title) => !title.includes('equal-shape'))).toEqual([]);

    const structures = join(copy, 'packages/covariance/src/structures');
    const mathematics = readFileSync(join(structures, 'full.ts'), 'utf8');
    const written = mathematics.replace('const full', 'const equalShape').replace("'full'", "'equal-shape'");
    writeFileSync(join(structures, 'equal-shape.ts'), written);
    const finished = await testCovariance(copy);
    expect(finished.failed).toEqual([]);
    expect(finished.passed).toEqual(expect.arrayContaining(skeleton.failed));
  });

  it('refuses a name that is missing, not in kebab-case, used already or a word of the language', async () => {
    const complaint = async (...words: string[]) => {
      const { code, output } = await newCovariance(copy, ...words);
      expect(code).toBe(2);
      return output.trim();
    };
    expect(await complaint('kernel', 'a')).toBe(
      'pnpm new: the first word must be "covariance", got "kernel". Try pnpm new covariance equal-shape.',
    );
    expect(await complaint('covariance')).toBe(
      'pnpm new covariance: one name must follow, got 0. Try pnpm new covariance equal-shape.',
    );
    expect(await complaint('covariance', 'EqualVolume')).toBe(
      'pnpm new covariance: the name must be lower-case words joined by hyphens, got "EqualVolume". Try "equal-volume".',
    );
    expect(await complaint('covariance', 'tied')).toBe(
      'pnpm new covariance: packages/covariance/src/structures/tied.ts must not exist yet, but does. Choose another name, or edit that file.',
    );
    expect(await complaint('covariance', 'to-dense')).toBe(
      'pnpm new covariance: toDense must be free as the name of an export, but is taken. Choose another name.',
    );
    expect(await complaint('covariance', 'default')).toBe(
      'pnpm new covariance: default must be free as the name of an export, but is taken. Choose another name.',
    );
  });
});
