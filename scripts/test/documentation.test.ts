import { describe, expect, it } from 'vitest';
import { commandsOf, matches } from '../lib/commands.mjs';
import { format, instrument } from '../lib/example.mjs';
import { blocksOf } from '../lib/markdown.mjs';
import { workspaceOf } from './workspace-of.ts';

const example = (code: string) => ({ page: 'README.md', line: 10, language: 'ts', code });

describe('blocks of a page', () => {
  it('have a language, a line and their code without the indent', () => {
    const top = workspaceOf({ 'a.md': 'Text\n\n```ts\na;\n```\n\n- item\n\n  ````sh\n  b\n    c\n  ````\n' });
    expect(blocksOf('a.md', top)).toEqual([
      { page: 'a.md', line: 4, language: 'ts', code: 'a;' },
      { page: 'a.md', line: 10, language: 'sh', code: 'b\n  c' },
    ]);
  });

  it('must be closed', () => {
    const top = workspaceOf({ 'a.md': 'Text\n```ts\na;\n' });
    expect(() => blocksOf('a.md', top)).toThrow('a.md:2: a fence that is never closed');
  });
});

describe('examples', () => {
  it('claim values of expressions, of one const, and of what they print', () => {
    const { module, claims } = instrument(
      example(
        "const a = 1 + 1; // => 2\na * 3;\n// => 6\nconsole.log('x'); // => x\nlet b;\n[a, b]; // => [\n//    2, undefined ]",
      ),
    );
    expect(claims).toEqual([
      { line: 10, expected: '2' },
      { line: 11, expected: '6' },
      { line: 13, expected: 'x' },
      { line: 15, expected: '[ 2, undefined ]' },
    ]);
    expect(module).toContain('recorded.push({ value: ([a, b]), printed: false })');
    expect(module).toContain("recorded.push({ value: ('x'), printed: true })");
  });

  it('may not hide a claim where it is not checked', () => {
    expect(() => instrument(example('for (const a of [1]) {\n  a; // => 1\n}'))).toThrow(
      'README.md:10: 1 "// =>" in this example, but 0 of them stand behind a statement at the top level. Move the others there.',
    );
    expect(() => instrument(example('\nconst [a] = [1]; // => 1'))).toThrow(
      'README.md:11: "// =>" must follow an expression, one console.log(value) or one const, got "const [a] = [1];"',
    );
  });

  it('print values on one line, text with quotes unless it was printed', () => {
    expect(format({ value: Float64Array.of(0.5, 2), printed: false })).toBe('Float64Array(2) [ 0.5, 2 ]');
    expect(format({ value: { a: [[1, { b: 'c' }]] }, printed: false })).toBe("{ a: [ [ 1, { b: 'c' } ] ] }");
    expect(format({ value: 'c', printed: true })).toBe('c');
  });
});

describe('commands', () => {
  it('are the lines that call gaussmix, continued ones joined', () => {
    const code = 'npm i gaussmix\ngaussmix fit a.csv \\\n  --json\ncat a.csv | gaussmix fit -';
    expect(commandsOf({ page: 'README.md', line: 5, language: 'sh', code })).toEqual([
      { where: 'README.md:6', command: 'gaussmix fit a.csv  --json', output: [] },
      { where: 'README.md:8', command: 'cat a.csv | gaussmix fit -', output: [] },
    ]);
  });

  it('in a console are followed by their output', () => {
    const code = '$ gaussmix describe m.json\nweight\n...\n$ ls\nm.json';
    expect(commandsOf({ page: 'README.md', line: 5, language: 'console', code })).toEqual([
      { where: 'README.md:5', command: 'gaussmix describe m.json', output: ['weight', '...'] },
    ]);
  });

  it('match the output shown, whose "..." stands for any lines', () => {
    expect(matches('a (1)  \nb\nc\n\n', ['a (1)', '...', 'c'])).toBe(true);
    expect(matches('a\nc\n', ['a', '...', 'c', ''])).toBe(true);
    expect(matches('a\nb\n', ['a'])).toBe(false);
    expect(matches('axb\n', ['a.b'])).toBe(false);
  });
});
