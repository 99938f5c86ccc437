/**
 * The files of an empty project that installs tarballs and uses every entry: ESM, CommonJS and types.
 *
 * @param {Record<string, string>} tarballs  by package
 * @param {string[]} doors  every entry, such as "@gaussmix/covariance/conformance"
 * @returns {Record<string, string>}  texts by file name
 */
export function consumerFiles(tarballs, doors) {
  const names = doors.map((door, i) => ({ door, name: `door${i}` }));
  const imports = names.map(({ door, name }) => `import * as ${name} from '${door}';`).join('\n');
  const requires = names.map(({ door, name }) => `const ${name} = require('${door}');`).join('\n');
  const importEquals = names.map(({ door, name }) => `import ${name} = require('${door}');`).join('\n');
  const complain = [
    `const doors = { ${names.map(({ door, name }) => `'${door}': ${name}`).join(', ')} };`,
    'for (const [door, names] of Object.entries(doors))',
    "  if (Object.keys(names).length === 0) throw new Error(door + ' exports nothing');",
  ].join('\n');
  const typed = `export const doors = [${names.map(({ name }) => `Object.keys(${name})`).join(', ')}];`;
  // Nothing that the packages do not bring along themselves: no types of Node, and library types are checked too.
  const strict = {
    strict: true,
    noEmit: true,
    skipLibCheck: false,
    target: 'ES2022',
    lib: ['ES2023', 'DOM'],
    types: [],
  };
  const project = (/** @type {object} */ options, /** @type {string[]} */ files) =>
    JSON.stringify({ compilerOptions: { ...strict, ...options }, files });
  return {
    'package.json': JSON.stringify({ private: true, dependencies: tarballs, overrides: tarballs }),
    'use.mjs': `${imports}\n${complain}\n`,
    'use.cjs': `${requires}\n${complain}\n`,
    'use.mts': `${imports}\n${typed}\n`,
    'use.cts': `${importEquals}\n${typed}\n`,
    'use.ts': `${imports}\n${typed}\n`,
    'node16.json': project({ module: 'node16', moduleResolution: 'node16' }, ['use.mts', 'use.cts']),
    'bundler.json': project({ module: 'preserve', moduleResolution: 'bundler' }, ['use.ts']),
  };
}
