import { readFile } from 'node:fs/promises';
import { packageConfig } from '../../tsup.base.ts';

/** What stands around the generator in seedrandom's file: a function called with whatever modules there may be. */
const footer = /\}\)\(\s*this,[\s\S]*$/;

/**
 * seedrandom's xor4096 as an ES module. As the script for all kinds of modules that it is, it would bring each page that
 * bundles it a quarter of a kilobyte of what bundlers wrap around such scripts.
 */
const asModule = {
  name: 'seedrandom-as-module',
  setup(build: { onLoad(on: { filter: RegExp }, load: (file: { path: string }) => Promise<object>): void }) {
    build.onLoad({ filter: /seedrandom[\\/]lib[\\/]xor4096\.js$/ }, async ({ path }) => {
      const script = await readFile(path, 'utf8');
      if (!footer.test(script))
        throw new Error(`${path}: the end of the script must be as in seedrandom 3.0.5.`);
      const call = '})(undefined, holder, undefined);\nexport default holder.exports;\n';
      return { contents: `const holder = { exports: {} };\n${script.replace(footer, call)}`, loader: 'js' };
    });
  },
};

export default packageConfig(undefined, { noExternal: ['seedrandom'], esbuildPlugins: [asModule] });
