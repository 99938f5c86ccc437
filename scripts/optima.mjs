// node scripts/optima.mjs [--effort quick|normal|thorough] [--seed N] [DATASET...]: for iris, diabetes and faithful, all 14 families
// and 1 to 9 components, prints the log-likelihood of the optimum that a search finds, mclust's, and the best real one that
// any run of this script has found (kept in docs/best-optima.json).
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { families } from '@gaussmix/covariance';
import { asMatrix } from '@gaussmix/linalg';
import { fitCell, range, selectMixtureAsync } from '@gaussmix/model-selection';
import { isReal } from './lib/is-real.mjs';
import { root } from './lib/workspace.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { effort: { type: 'string', default: 'normal' }, seed: { type: 'string', default: '0' } },
});
const effort = /** @type {'quick' | 'normal' | 'thorough'} */ (values.effort);
const bestFile = join(root, 'docs/best-optima.json');
/** @type {{ cells: { dataset: string, model: string, components: number, logLikelihood?: number, real?: boolean }[] }} */
const { cells } = JSON.parse(readFileSync(join(root, 'reference/mclust-optima.json'), 'utf8'));
/** @type {Record<string, number>} */
const best = JSON.parse(readFileSync(bestFile, 'utf8'));

for (const dataset of positionals.length > 0 ? positionals : ['iris', 'diabetes', 'faithful']) {
  const x = readRows(dataset);
  const began = process.cpuUsage();
  const ours = await optimaOf(x);
  const { user, system } = process.cpuUsage(began);
  for (const [cell, found] of ours) {
    const key = `${dataset} ${cell}`;
    if (found.real) best[key] = Math.max(found.logLikelihood, best[key] ?? -Infinity);
  }
  print(dataset, ours);
  console.log(
    `\n${((user + system) / 1e6).toFixed(1)} s of one core, effort ${effort}, seed ${values.seed}.\n`,
  );
}
const sorted = Object.entries(best).sort(([a], [b]) => (a < b ? -1 : 1));
writeFileSync(bestFile, `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`);

/** @param {string} dataset */
function readRows(dataset) {
  const [, ...lines] = readFileSync(join(root, `reference/datasets/${dataset}.csv`), 'utf8')
    .trim()
    .split('\n');
  const rows = lines.map((line) => line.split(',').map(Number));
  return asMatrix(
    rows.map((row) => row.filter((value) => !Number.isNaN(value))),
    dataset,
  );
}

/**
 * What a search leaves in every cell: of the two rounds the fit that its table shows.
 *
 * @param {import('@gaussmix/linalg').Matrix} x
 */
async function optimaOf(x) {
  /** @type {import('@gaussmix/em').Fit[]} */
  const fits = [];
  const { table } = await selectMixtureAsync(x, {
    components: range(1, 9),
    covariances: families.map(({ structure }) => structure),
    seed: Number(values.seed),
    effort,
    runner: (spec) => {
      const result = fitCell(x, spec);
      if (result.fit) fits.push(result.fit);
      return result;
    },
  });
  /** @type {[string, { logLikelihood: number, real: boolean }][]} */
  const found = table.flatMap((cell, at) => {
    const fit = fits.find(({ logLikelihood }) => logLikelihood === cell.logLikelihood);
    const { name } = families[Math.floor(at / 9)];
    return fit ? [[`${name} ${cell.components}`, { ...fit, real: isReal(x, fit.mixture) }]] : [];
  });
  return new Map(found);
}

/**
 * @param {string} dataset
 * @param {Map<string, { logLikelihood: number, real: boolean }>} ours
 */
function print(dataset, ours) {
  const digits = 2;
  /** @param {{ logLikelihood?: number, real?: boolean } | undefined} cell */
  const text = (cell) =>
    cell?.logLikelihood === undefined ? '-' : cell.logLikelihood.toFixed(digits) + (cell.real ? '' : '*');
  const shortfalls = { ours: 0, mclust: 0, cells: 0 };
  console.log(`## ${dataset}\n\nours / mclust / best; * spurious\n`);
  console.log(`| | ${range(1, 9).join(' | ')} |\n|---|${'---|'.repeat(9)}`);
  for (const { name } of families) {
    const line = range(1, 9).map((components) => {
      const own = ours.get(`${name} ${components}`);
      const other = cells.find(
        (cell) => cell.dataset === dataset && cell.model === name && cell.components === components,
      );
      const most = best[`${dataset} ${name} ${components}`];
      if (most !== undefined) {
        shortfalls.cells++;
        if (!own?.real || own.logLikelihood < most - 1) shortfalls.ours++;
        if (!other?.real || Number(other.logLikelihood) < most - 1) shortfalls.mclust++;
      }
      return `${text(own)} / ${text(other)} / ${most?.toFixed(digits) ?? '-'}`;
    });
    console.log(`| ${name} | ${line.join(' | ')} |`);
  }
  console.log(
    `\nMore than 1 nat short of the best real optimum, or spurious: ours in ${shortfalls.ours} of ${shortfalls.cells} cells, ` +
      `mclust in ${shortfalls.mclust}.`,
  );
}
