import type { Mixture } from '@gaussmix/distributions';
import { eStep, type Fit, fitMixture, type Initial, iterate } from '@gaussmix/em';
import { kmeans } from '@gaussmix/kmeans';
import type { Matrix } from '@gaussmix/linalg';
import { createRandom } from '@gaussmix/random';
import type { Model } from './half-steps.ts';
import { structureNamed } from './structure-named.ts';

/** Whose optima are looked for. Plain data, for a worker. */
export interface OptimaQuestion extends Omit<Model, 'covariance'> {
  readonly covariance: string;
  readonly deviation: number;
  readonly components: number;
  readonly seed: number;
}

/** Where starts of many kinds end. */
export interface Optima {
  /** How many starts came to an end without a component that collapsed. */
  readonly tried: number;
  /** The largest objective of them; NaN when there was none. */
  readonly best: number;
  /** The start that ends in the least local maximum, and its objective there; nothing when all end alike. */
  readonly bad?: { readonly start: Mixture; readonly objective: number };
}

/** Two ends that differ by less, in nats, are one. */
const distinct = 0.01;

const randomStarts = 16;

/** Iterations that a visitor will wait for. */
const longest = 600;

/** From nearby means: with so much of every row given away at random, and so many iterations to get back, or away. */
const shift = 0.05;
const patience = 600;

/**
 * Tries starts of many kinds, each to its end by plain EM, and keeps the worst that is a local maximum.
 *
 * @param question  of which rows, and by which model
 */
export function optima(question: OptimaQuestion): Optima {
  const ends = candidates(question).flatMap((initial, seed) => endOf(question, { initial, seed }) ?? []);
  const best = ends.reduce((most, { objective }) => Math.max(most, objective), -Infinity);
  if (ends.length === 0) return { tried: 0, best: Number.NaN };
  const worse = ends
    .filter(({ objective, fit }) => objective < best - distinct && fit.iterations <= longest)
    .sort((a, b) => a.objective - b.objective);
  const bad = worse.find((end) => isLocalMaximum(question, end));
  const found = { tried: ends.length, best };
  return bad ? { ...found, bad: { start: bad.start, objective: bad.objective } } : found;
}

interface End {
  readonly start: Mixture;
  readonly fit: Fit;
  readonly objective: number;
}

/** Starts at random, and those that people make by mistake: too many components on one group, too few on the others. */
function candidates({ rows, components, seed }: OptimaQuestion): Initial[] {
  const merged = components > 1 ? splitOnes(rows, { clusters: components - 1, seed }) : [];
  return [
    ...merged,
    ...Array.from(
      { length: randomStarts },
      (_, s): Initial => (s % 2 === 0 ? 'random-from-data' : 'k-means++'),
    ),
  ];
}

/** Clusters of one fewer, each time another one cut in two. */
function splitOnes(rows: Matrix, { clusters, seed }: { clusters: number; seed: number }): Initial[] {
  const d = rows.columns;
  const { labels } = kmeans(rows, { clusters, seed });
  return Array.from({ length: clusters }, (_, cut) => {
    const members = [...labels.keys()].filter((i) => labels[i] === cut);
    if (members.length < 2) return [];
    const data = Float64Array.from(members.flatMap((i) => [...rows.data.subarray(i * d, (i + 1) * d)]));
    const halves = kmeans({ data, rows: members.length, columns: d }, { clusters: 2, seed }).labels;
    const cutLabels = labels.slice();
    for (const [at, i] of members.entries()) if (halves[at] === 1) cutLabels[i] = clusters;
    return [{ labels: cutLabels }];
  }).flat();
}

/** @returns nothing where a component collapsed, or is left with hardly a row */
function endOf(question: OptimaQuestion, from: { initial: Initial; seed: number }): End | undefined {
  const options = { ...optionsOf(question), initial: from.initial, seed: question.seed + from.seed };
  try {
    const start = iterate(question.rows, { ...options, maxIterations: 0 }).next().value.mixture;
    const fit = fitMixture(question.rows, { ...options, initial: start });
    const fewest = question.rows.columns + 1;
    const healthy = fit.mixture.weights.every((weight) => weight * question.rows.rows >= fewest - 0.5);
    const collapsed = fit.warnings.some(({ code }) => code === 'collapsed');
    return healthy && !collapsed && fit.converged ? { start, fit, objective: fit.trace.at(-1)! } : undefined;
  } catch {
    return undefined;
  }
}

/** Whether EM comes back there from nearby: from a saddle it would leave. */
function isLocalMaximum(question: OptimaQuestion, { fit, objective }: End): boolean {
  const { rows, components } = question;
  const random = createRandom(`nearby ${question.seed}`);
  const { data } = eStep(fit.mixture, rows).responsibilities;
  const moved = data.slice();
  for (let i = 0; i < rows.rows; i++) {
    const favorite = random.integer(components);
    for (let k = 0; k < components; k++) {
      const at = i * components + k;
      moved[at] = (1 - shift) * data[at] + (k === favorite ? shift : 0);
    }
  }
  const responsibilities = { data: moved, rows: rows.rows, columns: components };
  try {
    const settings = { tolerance: 0, maxIterations: patience, initial: { responsibilities } };
    const again = fitMixture(rows, { ...optionsOf(question), ...settings });
    return Math.abs(again.trace.at(-1)! - objective) < distinct;
  } catch {
    return false;
  }
}

function optionsOf({ covariance, deviation, rows, components, assignment, regularization }: OptimaQuestion) {
  return {
    components,
    covariance: structureNamed(covariance, { d: rows.columns, deviation }),
    assignment,
    regularization,
    restarts: 1,
    maxIterations: 3000,
    tolerance: 1e-9,
    acceleration: 'none',
  } as const;
}
