import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runAlone } from '../lib/check.mjs';
import { capture } from '../lib/run.mjs';

export const title = 'the loops in WebAssembly are what their sources compile to, and under 20 kB';

/** What a page has to load at most, in bytes, before base64. */
const limit = 20_000;

/**
 * @param {string} top
 */
export async function check(top) {
  const folder = join(top, 'packages/kernels');
  const text = readFileSync(join(folder, 'src/simd/module-bytes.ts'), 'utf8');
  const size = Buffer.from(/'([\w+/=]*)'/.exec(text)?.[1] ?? '', 'base64').length;
  const { code, output } = await capture('node', ['assembly/compile.mjs', '--check'], { cwd: folder });
  return [
    ...(size > 0 && size < limit
      ? []
      : [
          `packages/kernels/src/simd/module-bytes.ts: must hold under ${limit} bytes, holds ${size}. Drop what is inlined twice.`,
        ]),
    ...(code === 0 ? [] : [`packages/kernels: ${output.trim()}`]),
  ];
}

await runAlone(import.meta.url, { title, check });
