// Builds the API reference of all packages from their sources into dist/reference, as part of the demo's build.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Application } from 'typedoc';
import ts from 'typescript';
import { demoAddress, fitToSite } from './fit-to-site.mjs';

const top = resolve(import.meta.dirname, '../../..');
const out = resolve(import.meta.dirname, '../dist/reference');
const repository = 'https://github.com/gaussmix/gaussmix';

const doors = entriesOfPackages();
const program = ts.createProgram(
  doors.map(({ source }) => source),
  { ...compilerOptions(), paths: Object.fromEntries(doors.map(({ name, source }) => [name, [source]])) },
);
const application = await Application.bootstrap({
  // Typedoc wants entry points; those that are documented are given below, by name.
  entryPoints: [doors[0].source],
  name: 'gaussmix',
  favicon: join(import.meta.dirname, '../public/icon.svg'),
  readme: join(import.meta.dirname, 'reference.md'),
  basePath: top,
  displayBasePath: top,
  disableGit: true,
  sourceLinkTemplate: `${repository}/blob/main/{path}#L{line}`,
  navigationLinks: { Demo: demoAddress, GitHub: repository },
  excludeInternal: true,
  excludePrivate: true,
  githubPages: false,
  includeVersion: false,
  lang: 'en',
  logLevel: 'Warn',
  // What is not exported is told where it is used.
  validation: { notExported: false, invalidLink: true, notDocumented: false },
});
const entryPoints = doors.map(({ name, source }) => {
  const sourceFile = program.getSourceFile(source);
  if (!sourceFile) throw new Error(`${source}, an entry of ${name}, does not exist`);
  return { displayName: name, program, sourceFile };
});
await application.initializeRepositories(entryPoints);
const project = application.converter.convert(entryPoints);
application.validate(project);
if (application.logger.hasErrors() || application.logger.hasWarnings()) process.exitCode = 1;
await application.generateDocs(project, out);
fitToSite(out);

/**
 * What can be imported from packages, the front door (which exports anew what others have) last, and the source behind it: `./dist/x.js` is built from `src/x.ts` or `src/x/index.ts`.
 *
 * @returns {{ name: string, source: string }[]}
 */
function entriesOfPackages() {
  return readdirSync(join(top, 'packages'))
    .map((folder) => join(top, 'packages', folder))
    .filter((folder) => existsSync(join(folder, 'package.json')))
    .sort((a, b) => Number(a.endsWith('gaussmix')) - Number(b.endsWith('gaussmix')))
    .flatMap((folder) => {
      const { name, exports } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      // What two entries export is filed under the smaller one.
      const doors = Object.entries(exports)
        .filter(([, target]) => typeof target === 'object')
        .sort(([a], [b]) => Number(a === '.') - Number(b === '.'));
      return doors.map(([key, target]) => {
        const stem = join(folder, target.import.default.replace(/^\.\/dist\/(.*)\.js$/, 'src/$1'));
        const source = existsSync(`${stem}.ts`) ? `${stem}.ts` : join(stem, 'index.ts');
        return { name: name + key.slice(1), source };
      });
    });
}

function compilerOptions() {
  const { config } = ts.readConfigFile(join(top, 'tsconfig.base.json'), ts.sys.readFile);
  return { ...ts.convertCompilerOptionsFromJson(config.compilerOptions, top).options, types: [] };
}
