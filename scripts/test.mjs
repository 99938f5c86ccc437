// pnpm test [ARGUMENT...]: builds what changed, then runs every test once. Arguments go to vitest.
import { build, show } from './lib/run.mjs';

process.exitCode = (await build()) ? await show('vitest', ['run', ...process.argv.slice(2)]) : 1;
