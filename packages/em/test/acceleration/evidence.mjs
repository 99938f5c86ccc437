// How many passes acceleration saves, by problem: node packages/em/test/acceleration/evidence.mjs (once em is built).
// Counts, not clocks; the test beside this file holds them.

import { readFileSync } from 'node:fs';
import { createRandom } from '@gaussmix/random';

/** Plain EM is not followed further. */
export const PASSES = 1000;
/** The accelerated run is done long before. */
const ACCELERATED_PASSES = 400;
/** "There": so many nats below the limit. */
const NEAR = 1e-6;
/** Runs that end further apart have found different optima. */
const SAME = 1e-4;

const structures = ['full', 'tied', 'diag', 'spherical'];
const shapes = [
  [1, 2],
  [2, 3],
  [4, 4],
  [8, 3],
  [16, 2],
  [2, 8],
];

/** Overlapping and separated groups and real data, four structures, from k-means and from random rows. */
export function problems() {
  const made = [];
  for (const [kind, distance] of [
    ['overlapping', 2],
    ['separated', 8],
  ]) {
    for (const [columns, components] of shapes) {
      const x = groups({ rows: 150 + 40 * columns, columns, components, distance });
      made.push(...problemsOf(`${kind} d=${columns}`, { kind, x, components }));
    }
  }
  for (const [name, columns, counts] of [
    ['iris', [0, 1, 2, 3], [2, 3]],
    ['faithful', [0, 1], [2, 3, 4]],
    ['diabetes', [1, 2, 3], [3, 4]],
  ]) {
    const x = table(name).map((row) => columns.map((column) => Number(row[column])));
    for (const components of counts) made.push(...problemsOf(name, { kind: 'real', x, components }));
  }
  return made;
}

function problemsOf(name, { kind, x, components }) {
  return structures.flatMap((covariance) =>
    ['kmeans', 'random-from-data'].map((initial) => ({
      name: `${name} K=${components} ${covariance} ${initial}`,
      kind,
      x,
      options: { components, covariance, initial, restarts: 1, seed: 1 },
    })),
  );
}

/** Normal groups of unequal spread whose means are `distance` standard deviations apart on average. */
function groups({ rows, columns, components, distance }) {
  const random = createRandom(`${rows} ${columns} ${components} ${distance}`);
  const vector = (next) => Array.from({ length: columns }, next);
  const directions = Array.from({ length: components }, () => vector(() => random.normal()));
  const between = directions.flatMap((a, i) =>
    directions.slice(0, i).map((b) => Math.hypot(...a.map((value, j) => value - b[j]))),
  );
  const scale = distance / (between.reduce((sum, value) => sum + value, 0) / between.length);
  const spreads = directions.map(() => vector(() => 0.7 + 0.6 * random.uniform()));
  return Array.from({ length: rows }, () => {
    const k = random.integer(components);
    return directions[k].map((value, j) => value * scale + spreads[k][j] * random.normal());
  });
}

function table(name) {
  const url = new URL(`../../../../reference/datasets/${name}.csv`, import.meta.url);
  const [, ...lines] = readFileSync(url, 'utf8').trim().split('\n');
  return lines.map((line) => line.split(','));
}

/** Passes of plain and of accelerated EM from one start to the same limit. */
export function compare(fitMixture, { x, options, ...rest }) {
  const follow = (acceleration, maxIterations) =>
    fitMixture(x, { ...options, acceleration, maxIterations, tolerance: 1e-15 }).trace;
  const plain = follow('none', PASSES);
  const trace = follow('anderson', ACCELERATED_PASSES);
  const end = trace.at(-1);
  const plainEnd = plain.at(-1);
  const arrived = plain.length <= PASSES || plainEnd - plain.at(-200) < NEAR;
  const apart = Math.abs(end - plainEnd) > SAME && (arrived || plainEnd > end);
  const limit = apart ? end : Math.max(end, plainEnd);
  const passesOf = (objectives) => {
    const at = objectives.findIndex((objective) => objective >= limit - NEAR);
    return at < 0 ? Infinity : at;
  };
  return {
    problem: { x, options, ...rest },
    plain: passesOf(plain),
    accelerated: passesOf(trace),
    gained: apart ? end - plainEnd : 0,
    trace,
  };
}

/** exp of the mean logarithm. */
export function geometricMean(values) {
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
}

async function print() {
  const { fitMixture } = await import('@gaussmix/em');
  const stop = (problem, acceleration) => {
    const fit = fitMixture(problem.x, { ...problem.options, acceleration, maxIterations: 5000 });
    return `${fit.iterations}${fit.converged ? '' : ' (not yet)'}`;
  };
  console.log('| problem | plain EM | accelerated | ratio | stops: plain | accelerated | other optimum |');
  console.log('|---|---|---|---|---|---|---|');
  const all = problems().map((problem) => compare(fitMixture, problem));
  for (const { problem, plain, accelerated, gained } of all) {
    const ratio = gained === 0 ? (Math.min(plain, PASSES) / Math.max(accelerated, 1)).toFixed(1) : '';
    const stops = [stop(problem, 'none'), stop(problem, 'anderson')];
    const cells = [problem.name, plain, accelerated, ratio, ...stops, gained === 0 ? '' : gained.toFixed(3)];
    console.log(`| ${cells.join(' | ')} |`);
  }
  for (const kind of ['overlapping', 'separated', 'real']) {
    const same = all.filter(({ problem, gained }) => problem.kind === kind && gained === 0);
    const mean = geometricMean(
      same.map(({ plain, accelerated }) => Math.max(1, Math.min(plain, PASSES)) / Math.max(1, accelerated)),
    );
    const worst = Math.max(...same.map(({ plain, accelerated }) => accelerated - 3 - 1.1 * plain));
    console.log(
      `${kind}: ${same.length} problems, geometric mean ${mean.toFixed(2)}, worst ${worst.toFixed(1)} passes beyond 1.1 times plain EM's and 3`,
    );
  }
  const other = all.filter(({ gained }) => gained !== 0).map(({ gained }) => gained);
  console.log(
    `other optima: ${other.filter((gained) => gained > 0).length} better, ${other.filter((gained) => gained < 0).length} worse, ${other.reduce((sum, gained) => sum + gained, 0).toFixed(2)} nats in all`,
  );
}

if (process.argv[1] && import.meta.url.endsWith(process.argv[1].split(/[\\/]/).at(-1))) await print();
