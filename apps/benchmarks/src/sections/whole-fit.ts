import { type Cell, cell } from '../cells.ts';
import { geometricMean, type Ratio, ratioOf } from '../compare/ratios.ts';
import { type Reach, reachWith } from '../compare/reach.ts';
import { type Dataset, datasetOf } from '../data/dataset.ts';
import { faithful } from '../data/faithful.ts';
import type { Peer } from '../peers/peer.ts';
import { ours, scikitLearn } from '../peers/peers.ts';
import type { FitAnswer } from '../protocol/answers.ts';
import { sizes } from '../report/ratio-tables.ts';
import { ratioText } from '../report/ratio-text.ts';
import { table } from '../report/table.ts';
import type { Bench, Section } from './section.ts';

/** Sizes at which a fit to the end takes seconds, not minutes. */
const FIT_CELLS: readonly Cell[] = [
  cell(2_000, 2, 3),
  cell(10_000, 2, 4),
  cell(10_000, 4, 5),
  cell(5_000, 8, 8),
  cell(5_000, 16, 4),
];

/** Nats per row that a fit may stay below the best. */
const CLOSE = 1e-6;

/** Seconds that the rounds of one problem may take. */
const BUDGET = 15;

const MOST_ROUNDS = 11;

/** A fit of ours that looks harder than the default one, to tell what the best is. */
const THOROUGH = JSON.stringify({ restarts: 20, tolerance: 1e-9, maxIterations: 10_000 });

/** How long one attempt of theirs may take. */
const PATIENCE = 60;

interface Outcome {
  readonly ratio?: Ratio;
  readonly text: string;
  readonly settings: string;
}

/** Whole fits with full covariances, each program from its own default starts, to within 1e-6 nats a row of the best. */
export async function wholeFitSection(bench: Bench): Promise<Section> {
  const { options, peers, say } = bench;
  const threads = Math.max(...options.threads);
  const cells = options.quick ? FIT_CELLS.slice(0, 2) : FIT_CELLS;
  const problems = cells.flatMap((size) => options.kinds.map((kind) => datasetOf(size, 'full', kind)));
  const named = [
    { name: 'Old Faithful', dataset: faithful() },
    ...problems.map((dataset) => ({ name: dataset.kind, dataset })),
  ];
  const lines: string[][] = [];
  const medians: number[] = [];
  for (const { name, dataset } of peers.includes(scikitLearn) ? named : []) {
    const outcome = await compare(dataset, { bench, peer: scikitLearn, threads });
    if (outcome.ratio) medians.push(outcome.ratio.median);
    say(`whole fit, ${sizes(dataset)}, ${name}, scikit-learn / gaussmix: ${outcome.text}`);
    lines.push([sizes(dataset), name, outcome.text, outcome.settings]);
  }
  return {
    title: 'Whole fits with defaults, scikit-learn / ours',
    body: table(['n, d, K', 'data', 'ratio of times', 'what scikit-learn needs to get there'], lines),
    findings: [
      {
        what: 'whole fit with defaults to within 1e-6 of the best log-likelihood per row, scikit-learn / ours: geometric mean',
        ...{ must: 8, stretch: 20, measured: geometricMean(medians) },
        note: `${medians.length} of ${lines.length} problems, ${threads} and ${threads} threads`,
      },
    ],
  };
}

async function compare(
  dataset: Dataset,
  { bench, peer, threads }: { bench: Bench; peer: Peer; threads: number },
): Promise<Outcome> {
  const { crew, options } = bench;
  const problem = ['fit', 'full', dataset.components];
  const fitOurs = async (settings = '{}'): Promise<FitAnswer> =>
    (await crew.session(ours, threads, dataset)).ask([...problem, settings]);
  const fitTheirs = async ({ tolerance, starts }: Reach): Promise<FitAnswer> => {
    const session = await crew.session(peer, threads, dataset);
    return session.ask([...problem, tolerance, starts], PATIENCE);
  };
  try {
    const thorough = await fitOurs(THOROUGH);
    const our = await fitOurs();
    const best = Math.max(thorough.logLikelihood, our.logLikelihood);
    const { reach, highest } = await reachWith(fitTheirs, best - CLOSE * dataset.rows);
    const limit = Math.max(best, highest) - CLOSE * dataset.rows;
    if (our.logLikelihood < limit) {
      const short = ((limit - our.logLikelihood) / dataset.rows + CLOSE).toExponential(1);
      return { text: `none: ours ends ${short} nats a row below the best`, settings: '' };
    }
    if (reach === undefined) return { text: 'none: scikit-learn does not get there', settings: '' };
    const ratios: number[] = [];
    const until = performance.now() + 1000 * BUDGET * options.patience;
    do {
      const mine = await fitOurs();
      ratios.push((await fitTheirs(reach)).seconds / mine.seconds);
    } while (ratios.length < MOST_ROUNDS && performance.now() < until);
    const ratio = ratioOf(ratios);
    const settings = `tol=${reach.tolerance}, n_init=${reach.starts}`;
    return { ratio, text: ratioText(ratio), settings };
  } catch (error) {
    return { text: `none: ${(error as Error).message}`, settings: '' };
  }
}
