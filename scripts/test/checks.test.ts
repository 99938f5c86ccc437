import { describe, expect, it } from 'vitest';
import { check as assembly } from '../checks/assembly.mjs';
import { check as exportsCheck } from '../checks/exports.mjs';
import { check as fileSize } from '../checks/file-size.mjs';
import { check as hygiene } from '../checks/hygiene.mjs';
import { check as indexFiles } from '../checks/index-files.mjs';
import { check as layers } from '../checks/layers.mjs';
import { check as portable } from '../checks/portable.mjs';
import { check as shape } from '../checks/shape.mjs';
import { workspaceOf } from './workspace-of.ts';

const linalg = { name: '@gaussmix/linalg', dependencies: { '@gaussmix/kernels': 'workspace:^' } };

describe('layers', () => {
  it('pass what a layer allows', () => {
    const top = workspaceOf({
      'packages/linalg/package.json': linalg,
      'packages/linalg/src/a.ts': "import { exp } from '@gaussmix/kernels';\nimport { b } from './b.ts';",
    });
    expect(layers(top)).toEqual([]);
  });

  it('name the file and line of an import from above', () => {
    const top = workspaceOf({
      'packages/linalg/package.json': { ...linalg, dependencies: { '@gaussmix/em': 'workspace:^' } },
      'packages/linalg/src/a.ts': "\nimport type { Fit } from '@gaussmix/em';",
    });
    expect(layers(top)).toEqual([
      'packages/linalg/src/a.ts:2: @gaussmix/linalg may import @gaussmix/kernels, ml-matrix; got "@gaussmix/em". Move the code up a layer, or what it needs down.',
    ]);
  });

  it('refuse to leave a package by path, and to reach into another', () => {
    const top = workspaceOf({
      'packages/linalg/package.json': linalg,
      'packages/linalg/src/a.ts':
        "import '../../kernels/src/exp.ts';\nexport * from '@gaussmix/kernels/src/exp.ts';",
    });
    expect(layers(top)).toEqual([
      'packages/linalg/src/a.ts:1: "../../kernels/src/exp.ts" leaves packages/linalg. Import the other package by its name.',
      'packages/linalg/src/a.ts:2: "@gaussmix/kernels/src/exp.ts" reaches into a package. Import one of its entries.',
    ]);
  });

  it('compare the imports of src/ and test/ with the manifest', () => {
    const top = workspaceOf({
      'packages/em/package.json': {
        name: '@gaussmix/em',
        dependencies: { '@gaussmix/random': 'workspace:^', '@gaussmix/linalg': 'workspace:^' },
        devDependencies: { '@gaussmix/kmeans': 'workspace:^' },
      },
      'packages/em/src/a.ts': "import '@gaussmix/kernels';",
      'packages/em/test/a.test.ts': "import '@gaussmix/random';\nimport 'fast-check';",
      'packages/em/test-browser/a.test.ts': "import 'vitest';",
    });
    expect(layers(top)).toEqual([
      'packages/em/package.json: src/ imports @gaussmix/kernels. Add it to dependencies.',
      'packages/em/package.json: only tests import @gaussmix/random. Move it to devDependencies.',
      'packages/em/package.json: nothing in src/ imports @gaussmix/linalg. Remove it from dependencies.',
      'packages/em/package.json: test/ imports fast-check. Add it to devDependencies.',
      'packages/em/package.json: test/ imports vitest. Add it to devDependencies.',
      'packages/em/package.json: no test imports @gaussmix/kmeans. Remove it from devDependencies.',
    ]);
  });

  it('want every package in the table', () => {
    const top = workspaceOf({ 'packages/common/package.json': { name: '@gaussmix/common' } });
    expect(layers(top)).toEqual([
      'packages/common: @gaussmix/common has no layer. Add it to mayImport in scripts/checks/layers.mjs.',
    ]);
  });
});

describe('portable sources', () => {
  it('may use exact Math and its constants, and anything in tests but unseeded chance', () => {
    const top = workspaceOf({
      'packages/linalg/package.json': linalg,
      'packages/linalg/src/a.ts': 'export const a = Math.sqrt(Math.PI) * Math.max(1, 2);',
      'packages/linalg/test/a.test.ts': 'console.log(Math.exp(1) ** 2);',
    });
    expect(portable(top)).toEqual([]);
  });

  it('may not use what an engine rounds as it likes, nor Math in disguise', () => {
    const top = workspaceOf({
      'packages/linalg/package.json': linalg,
      'packages/linalg/src/a.ts':
        "const { exp } = Math;\nconst b = Math['pow'](2, 3);\nconst c = Math.hypot(3, 4);\nconst d = 2 ** 3;",
    });
    expect(portable(top)).toEqual([
      'packages/linalg/src/a.ts:1: Math must stand directly before its member (Math.sqrt), so that its use can be checked.',
      'packages/linalg/src/a.ts:2: Math must stand directly before its member (Math.sqrt), so that its use can be checked.',
      'packages/linalg/src/a.ts:3: Math.hypot may round differently between engines. Use exp, log or sincos from @gaussmix/kernels.',
      'packages/linalg/src/a.ts:4: ** may round differently between engines. Multiply, or use exp and log from @gaussmix/kernels.',
    ]);
  });

  it('may not print, exit or draw without a seed', () => {
    const top = workspaceOf({
      'packages/linalg/package.json': linalg,
      'packages/linalg/src/a.ts': "console.warn('b');\nprocess.exit(3);",
      'packages/linalg/test/b.test.ts': '\n\nMath.random();',
    });
    expect(portable(top)).toEqual([
      'packages/linalg/src/a.ts:1: console.warn: packages never print. Return the text, or report through a callback.',
      'packages/linalg/src/a.ts:2: process.exit: Throw a GaussmixError; the caller decides.',
      'packages/linalg/test/b.test.ts:3: Math.random cannot be repeated. Use createRandom(seed) from @gaussmix/random.',
    ]);
  });
});

describe('index files', () => {
  it('only re-export', () => {
    const top = workspaceOf({
      'packages/linalg/package.json': linalg,
      'packages/linalg/src/index.ts': "export * from './a.ts';\nexport const b = 2;",
    });
    expect(indexFiles(top)).toEqual([
      'packages/linalg/src/index.ts:2: index.ts only re-exports. Move this to a file named after it.',
    ]);
  });
});

describe('exports', () => {
  const door = { '.': { import: { types: './dist/index.d.ts', default: './dist/index.js' } } };
  const project = {
    'tsconfig.base.json': {
      compilerOptions: { module: 'NodeNext', allowImportingTsExtensions: true, noEmit: true },
    },
    'packages/linalg/package.json': { ...linalg, type: 'module', exports: door },
    'packages/linalg/src/index.ts': "export * from './a.ts';",
  };

  it('pass with a comment that says what comes back', () => {
    const top = workspaceOf({
      ...project,
      'packages/linalg/src/a.ts': [
        '/** Doubles x.\n * @returns 2 x */\nexport const double = (x: number) => 2 * x;',
        '/** Half of x. */\nexport const half = (x: number) => x / 2;',
        '/** Stops. */\nexport function stop(x: number): void {}',
      ].join('\n'),
    });
    expect(exportsCheck(top)).toEqual([]);
  });

  it('fail without a comment, without a word on the result, with too many parameters, and in methods too', () => {
    const top = workspaceOf({
      ...project,
      'packages/linalg/src/a.ts': [
        'export interface Bare { a: number }',
        '/** Adds. */',
        'export function sum(a: number, b: number, c: number, d: number): number { return a + b + c + d; }',
        '/** A box. */',
        'export class Box { open(): void {} private shut(): void {} }',
      ].join('\n'),
    });
    expect(exportsCheck(top)).toEqual([
      'packages/linalg/src/a.ts:3: @gaussmix/linalg: sum does not say what it returns. Begin with that, or add "@returns" with shape and units.',
      'packages/linalg/src/a.ts:3: @gaussmix/linalg: sum takes 4 positional parameters. Put all but the first few into an options object.',
      'packages/linalg/src/a.ts:1: @gaussmix/linalg: Bare has no doc comment. Say in a sentence what it is; a formula above code that has one.',
      'packages/linalg/src/a.ts:5: @gaussmix/linalg: Box .open has no doc comment. Say in a sentence what it is; a formula above code that has one.',
    ]);
  });

  it('are looked at behind entries that are folders too, and an entry without a source is one too many', () => {
    const target = (name: string) => ({ import: { default: `./dist/${name}.js` } });
    const top = workspaceOf({
      ...project,
      'packages/linalg/package.json': {
        ...linalg,
        exports: { './folder': target('folder'), './nothing': target('nothing') },
      },
      'packages/linalg/src/folder/index.ts': "export * from './b.ts';",
      'packages/linalg/src/folder/b.ts': 'export interface Bare { a: number }',
    });
    expect(exportsCheck(top)).toEqual([
      '@gaussmix/linalg/nothing: there is no packages/linalg/src/nothing.ts that it could be built from. Name the entry after its file, or after a folder with an index.ts.',
      'packages/linalg/src/folder/b.ts:1: @gaussmix/linalg/folder: Bare has no doc comment. Say in a sentence what it is; a formula above code that has one.',
    ]);
  });
});

describe('file size', () => {
  it('allows 300 lines of source and 500 of tests', () => {
    const lines = (count: number) => 'a;\n'.repeat(count);
    const top = workspaceOf({
      'packages/linalg/package.json': linalg,
      'packages/linalg/src/a.ts': lines(300),
      'packages/linalg/src/b.ts': lines(301),
      'packages/linalg/test/a.test.ts': lines(500),
      'packages/linalg/test/b.test.ts': lines(502),
    });
    expect(fileSize(top)).toEqual([
      'packages/linalg/src/b.ts: must be at most 300 lines, is 301. Find the second idea in it and give it a file.',
      'packages/linalg/test/b.test.ts: must be at most 500 lines, is 502. Find the second idea in it and give it a file.',
    ]);
  });
});

describe('shape', () => {
  it('names what is missing and what the manifest says otherwise', () => {
    const top = workspaceOf({
      'packages/random/package.json': {
        name: '@gaussmix/random',
        description: 'Chance',
        type: 'module',
        license: 'MIT',
        engines: { node: '>=20.19' },
        publishConfig: { access: 'public' },
        repository: { directory: 'packages/random' },
        scripts: { build: 'tsup', test: 'vitest run', typecheck: 'tsc --noEmit' },
        dependencies: { '@gaussmix/kernels': '^0.1.0', seedrandom: '3.0.5', 'ml-matrix': 'catalog:' },
      },
      'packages/random/README.md': '',
      'packages/random/tsconfig.json': '',
      'packages/random/tsup.config.ts': '',
      'packages/random/src/index.ts': '',
      'packages/random/test/read.ts': '',
    });
    const ranges =
      'Siblings are "workspace:^"; for others add the version to the catalog in pnpm-workspace.yaml.';
    expect(shape(top)).toEqual([
      'packages/random/vitest.config.ts is missing. Every package has README.md package.json tsconfig.json tsup.config.ts vitest.config.ts src test.',
      'packages/random/test holds no *.test.ts. A package comes with its tests.',
      'packages/random/package.json: "sideEffects" must be false, got undefined. Copy it from another package.',
      `packages/random/package.json: @gaussmix/kernels must not be "^0.1.0". ${ranges}`,
      `packages/random/package.json: seedrandom must not be "3.0.5". ${ranges}`,
    ]);
  });
});

describe('hygiene', () => {
  it('finds paths of a machine, tests switched off, work left over, types given up and British spelling', () => {
    // Put together here, so that this file itself is clean.
    const words = {
      home: ['', 'home', 'me'].join('/'),
      skip: ['it', 'skip'].join('.'),
      todo: 'TO'.concat('DO'),
    };
    const top = workspaceOf({
      'packages/em/src/a.ts': `// ${words.todo} tomorrow\nconst a = '${words.home}/data.csv';`,
      'packages/em/src/b.ts': `// ${'@ts'.concat('-ignore')}\nconst col${'our'} = 1;`,
      'packages/em/test/a.test.ts': `${words.skip}('b', () => {});`,
      'README.md': 'https://example.org/home/me has the norm of the center.',
    });
    expect(hygiene(top)).toEqual([
      `packages/em/src/a.ts:2: "${words.home}" is a path of one machine. Start from import.meta.url, or os.tmpdir() for scratch.`,
      `packages/em/src/a.ts:1: "${words.todo}" is left for later. Do it now, or open an issue.`,
      `packages/em/src/b.ts:1: "${'@ts'.concat('-ignore')}" gives up the type. Narrow it, or write a type guard.`,
      `packages/em/src/b.ts:2: "col${'our'}" is British spelling. Write it the American way.`,
      `packages/em/test/a.test.ts:1: "${words.skip}" switches a test off or lets it fail. Mend the code or the test.`,
    ]);
  });
});

describe('assembly', () => {
  const module = (bytes: number): Record<string, string> => ({
    'packages/kernels/src/simd/module-bytes.ts': `export const MODULE_BYTES =\n  '${Buffer.alloc(bytes, 7).toString('base64')}';`,
  });
  const upToDate = { 'packages/kernels/assembly/compile.mjs': '' };

  it('passes a module of less than 20,000 bytes that is what its sources compile to', async () => {
    expect(await assembly(workspaceOf({ ...module(19_999), ...upToDate }))).toEqual([]);
  });

  it('tells how large a module is that is too large, or missing', async () => {
    const problem = (size: number): string =>
      `packages/kernels/src/simd/module-bytes.ts: must hold under 20000 bytes, holds ${size}. Drop what is inlined twice.`;
    expect(await assembly(workspaceOf({ ...module(20_000), ...upToDate }))).toEqual([problem(20_000)]);
    expect(await assembly(workspaceOf({ ...module(0), ...upToDate }))).toEqual([problem(0)]);
  });

  it('passes on what the compiler says of a module that is out of date', async () => {
    const outdated = {
      'packages/kernels/assembly/compile.mjs':
        "console.error('Run `pnpm assemble`.');\nprocess.exitCode = 1;",
    };
    expect(await assembly(workspaceOf({ ...module(9), ...outdated }))).toEqual([
      'packages/kernels: Run `pnpm assemble`.',
    ]);
  });
});
