// pnpm demo [--port 4173]: builds the demo and its reference, and serves them on this machine until Ctrl-C.
import { build, show } from './lib/run.mjs';

process.exitCode = (await build('--filter=@gaussmix/demo...'))
  ? await show(process.execPath, ['apps/demo/build/serve.mjs', ...process.argv.slice(2)])
  : 1;
