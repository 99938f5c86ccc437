// Compiles assembly/ to WebAssembly and writes it, in base64, to src/simd/module-bytes.ts.
// With --check it only says whether that file is what the sources compile to.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const target = fileURLToPath(new URL('../src/simd/module-bytes.ts', import.meta.url));
const text = sourceOf(await compile());
if (!process.argv.includes('--check')) {
  writeFileSync(target, text);
} else if (readFileSync(target, 'utf8') !== text) {
  console.error(
    'src/simd/module-bytes.ts is not what assembly/ compiles to. Run `pnpm assemble` in packages/kernels.',
  );
  process.exitCode = 1;
}

async function compile() {
  const flags = '--runtime stub --initialMemory 1 --memoryBase 1024 -O3 --noAssert --enable simd';
  const { error, stderr, binary } = await run([
    'index.ts',
    ...['--baseDir', fileURLToPath(new URL('.', import.meta.url))],
    ...['--outFile', 'kernels.wasm', '--use', 'abort='],
    ...flags.replace('', '').split(' '),
  ]);
  if (error) throw new Error(`${error.message}\n${stderr}`);
  return binary;
}

async function run(args) {
  let binary = new Uint8Array();
  const { error, stderr } = await asc.main(args, {
    writeFile: (name, contents) => {
      if (name.endsWith('.wasm')) binary = contents;
    },
  });
  return { error, stderr: stderr.toString(), binary };
}

function sourceOf(binary) {
  const base64 = Buffer.from(binary).toString('base64');
  return [
    '// Written by assembly/compile.mjs. Do not edit: change assembly/ and run `pnpm assemble`.',
    '',
    `/** The hot loops in WebAssembly, ${binary.length} bytes, in base64. */`,
    `export const MODULE_BYTES = '${base64}';`,
    '',
  ].join('\n');
}
