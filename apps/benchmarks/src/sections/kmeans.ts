import { setTimeout as pause } from 'node:timers/promises';
import { type Cell, cell, nameOfCell } from '../cells.ts';
import { apart } from '../compare/agreement.ts';
import { geometricMean, type Ratio, ratioOf } from '../compare/ratios.ts';
import { type Dataset, datasetOf } from '../data/dataset.ts';
import type { Peer } from '../peers/peer.ts';
import { mlKMeans, ours, scikitLearn } from '../peers/peers.ts';
import type { KMeansAnswer } from '../protocol/answers.ts';
import type { Session } from '../protocol/session.ts';
import { sizes } from '../report/ratio-tables.ts';
import { ratioText } from '../report/ratio-text.ts';
import { table } from '../report/table.ts';
import type { Bench, Section } from './section.ts';

const KMEANS_CELLS: readonly Cell[] = [
  cell(200_000, 2, 4),
  cell(100_000, 8, 8),
  cell(100_000, 16, 16),
  cell(20_000, 64, 16),
];

/** Moves of the centers at most: overlapping data would go on for hundreds. */
const MOST_MOVES = 20;

/** How far sums of squares may be apart, relatively. */
const INERTIA_TOLERANCE = 1e-9;

const MOST_ROUNDS = 7;

/** Lloyd's algorithm from the same centers, the whole call, to convergence or 20 moves, one thread each. */
export async function kmeansSection(bench: Bench): Promise<Section> {
  const { options, say } = bench;
  const wanted = [scikitLearn.name, mlKMeans.name];
  const peers = bench.peers.filter(({ name }) => wanted.includes(name));
  const medians = new Map<string, number[]>(wanted.map((name) => [name, []]));
  const lines: string[][] = [];
  for (const size of options.quick ? KMEANS_CELLS.slice(0, 2) : KMEANS_CELLS) {
    for (const kind of options.kinds) {
      const dataset = datasetOf(size, 'full', kind);
      const texts: string[] = [];
      for (const peer of peers) {
        const outcome = await compare(peer, dataset, bench);
        texts.push(typeof outcome === 'string' ? outcome : ratioText(outcome));
        if (typeof outcome !== 'string') medians.get(peer.name)!.push(outcome.median);
        say(`k-means ${nameOfCell(size)} ${kind}, ${peer.name} / gaussmix: ${texts.at(-1)}`);
      }
      lines.push([sizes(size), kind, ...texts]);
    }
  }
  const measured = (name: string): number => geometricMean(medians.get(name)!);
  return {
    title: 'K-means, theirs / ours',
    body: table(['n, d, K', 'data', ...peers.map(({ name }) => name)], lines),
    findings: [
      {
        what: 'k-means, ml-kmeans / ours: geometric mean',
        must: 10,
        stretch: 30,
        measured: measured(wanted[1]!),
      },
      {
        what: 'k-means, scikit-learn / ours: geometric mean',
        must: 1,
        stretch: 2,
        measured: measured(wanted[0]!),
      },
    ],
  };
}

async function compare(peer: Peer, dataset: Dataset, { crew, options }: Bench): Promise<Ratio | string> {
  try {
    const our = await crew.session(ours, 1, dataset);
    const their = await crew.session(peer, 1, dataset);
    await ask(our, dataset);
    const theirs = await ask(their, dataset);
    const rounds = Math.floor((peer.seconds * options.patience) / theirs.seconds);
    const ratios: number[] = [];
    for (let round = 0; round < Math.max(1, Math.min(rounds, MOST_ROUNDS)); round++) {
      const mine = await ask(our, dataset);
      const other = await ask(their, dataset);
      const difference = apart(mine.inertia, other.inertia);
      if (!(difference <= INERTIA_TOLERANCE))
        return `none: sums of squares differ by ${difference.toExponential(1)}`;
      ratios.push(other.seconds / mine.seconds);
    }
    return ratioOf(ratios);
  } catch (error) {
    return `none: ${(error as Error).message}`;
  }
}

async function ask(session: Session, { components, centersFile }: Dataset): Promise<KMeansAnswer> {
  await pause(60);
  return session.ask<KMeansAnswer>(['kmeans', components, centersFile, MOST_MOVES]);
}
