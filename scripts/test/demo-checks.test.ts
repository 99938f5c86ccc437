import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { check as demoSize } from '../checks/demo-size.mjs';
import { check as hygiene } from '../checks/hygiene.mjs';
import { check as layers } from '../checks/layers.mjs';
import { check as shape } from '../checks/shape.mjs';
import { workspaceOf } from './workspace-of.ts';

describe('Svelte components', () => {
  it('have layers: what their scripts import is looked at, on the line where it stands', () => {
    const top = workspaceOf({
      'apps/demo/package.json': {
        name: '@gaussmix/demo',
        dependencies: { svelte: 'catalog:', '@gaussmix/em': 'workspace:^' },
      },
      'apps/demo/src/a.svelte': [
        "<script module>import { mount } from 'svelte';</script>",
        '<script lang="ts">',
        "  import { fitMixture } from '@gaussmix/em';",
        "  import React from 'react';",
        '</script>',
        "<p>import { x } from 'nowhere';</p>",
      ].join('\n'),
    });
    expect(layers(top)).toEqual([
      expect.stringMatching(/^apps\/demo\/src\/a\.svelte:4: @gaussmix\/demo may import .*; got "react"\./),
      'apps/demo/package.json: src/ imports react. Add it to dependencies.',
    ]);
  });

  it('are held to American spelling, save in the name of an ARIA attribute', () => {
    const british = ['colo', 'ur'].join('');
    const top = workspaceOf({
      'apps/demo/src/a.svelte': `<p aria-labelledby="b">A dot</p>\n<p>The ${british}</p>`,
    });
    expect(hygiene(top)).toEqual([
      `apps/demo/src/a.svelte:2: "${british}" is British spelling. Write it the American way.`,
    ]);
  });
});

describe('An app with a vite.config.ts', () => {
  it('is built by Vite and checked by svelte-check', () => {
    const top = workspaceOf({
      'apps/demo/package.json': {
        name: '@gaussmix/demo',
        private: true,
        description: 'A demo',
        type: 'module',
        license: 'MIT',
        engines: { node: '>=20.19' },
        repository: { directory: 'apps/demo' },
        scripts: { build: 'tsup', test: 'vitest run', typecheck: 'svelte-check --fail-on-warnings' },
      },
      'apps/demo/README.md': '',
      'apps/demo/tsconfig.json': '',
      'apps/demo/vite.config.ts': '',
      'apps/demo/vitest.config.ts': '',
      'apps/demo/src/a.ts': '',
      'apps/demo/test/a.test.ts': '',
    });
    expect(shape(top)).toEqual([
      'apps/demo/package.json: "scripts.build" must be "vite build && node build/reference.mjs", got "tsup". Copy it from another package.',
    ]);
  });
});

describe('The size of the demo', () => {
  /** Text that gzip can make no smaller than so many bytes. */
  const noise = (bytes: number) =>
    createHash('shake256', { outputLength: bytes }).update('noise').digest('base64');
  const dist = 'apps/demo/dist';

  it('counts what scripts import, statically or not, and workers, once each', () => {
    const top = workspaceOf({
      [`${dist}/index.html`]: '<script src="./assets/a.js"></script>',
      [`${dist}/assets/a.js`]:
        'import "./b.js"; import("./c.js"); new Worker(new URL("d.js", import.meta.url))',
      [`${dist}/assets/b.js`]: 'import "./c.js";',
      [`${dist}/assets/c.js`]: '',
      [`${dist}/assets/d.js`]: `"${noise(200_000)}"`,
      [`${dist}/assets/unused.js`]: `"${noise(900_000)}"`,
      [`${dist}/em/index.html`]: '<script src="../assets/b.js"></script>',
      [`${dist}/reference/index.html`]: '<script src="../assets/unused.js"></script>',
    });
    const problems = demoSize(top);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(
      /^\(landing page\): must load at most 150\.0 kB of JavaScript, loads [\d.]+ kB\. The largest: assets\/d\.js [\d.]+ kB, assets\/a\.js 0\.1 kB, assets\/b\.js 0\.0 kB, assets\/c\.js 0\.0 kB\. Import from a smaller entry/,
    );
  });
});
