// pnpm bench [ARGUMENT...]: builds what changed, then runs the benchmark. Arguments go to apps/benchmarks; try --help.
import { build, show } from './lib/run.mjs';

const filters = ['--filter=@gaussmix/benchmarks...', '--filter=@gaussmix/cli...'];
process.exitCode = (await build(...filters))
  ? await show(process.execPath, ['apps/benchmarks/dist/main.js', ...process.argv.slice(2)])
  : 1;
