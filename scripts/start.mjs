// pnpm start [ARGUMENT...]: builds the command, then selects and fits a mixture on Old Faithful, and
// leaves a model and a report. Arguments go to `gaussmix fit`.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build, show } from './lib/run.mjs';
import { root } from './lib/workspace.mjs';

const fit = [
  ...['apps/cli/bin/gaussmix.mjs', 'fit', 'examples/faithful.csv'],
  ...['--components', '1..6', '--covariance', 'full,tied,diag,spherical', '--criterion', 'bic'],
  ...['--out', 'old-faithful.model.json', '--report', 'old-faithful.html'],
];

if (process.stderr.isTTY && !existsSync(join(root, 'apps/cli/dist'))) console.error('Building (once) ...');
process.exitCode = (await build('--filter=@gaussmix/cli...'))
  ? await show(process.execPath, [...fit, ...process.argv.slice(2)])
  : 1;
