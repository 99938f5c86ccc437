import type { Fit, StructureLike } from '@gaussmix/em';
import { criteria } from '@gaussmix/model-selection';
import { type FitJob, fitsOf, labelOf, type Outcome, search } from './fit-job.ts';
import { cellWords } from './fit-teller.ts';
import { structureNamed } from './structure-named.ts';
import type { Watch } from './watch.ts';
import { workerPool } from './worker-pool.ts';

/**
 * Does a search with several fits at a time, each on a thread of its own. The same bits, however many threads.
 *
 * @throws GaussmixError for what is wrong with the data
 */
export async function runInPool(
  { job, threads }: { readonly job: FitJob; readonly threads: number },
  watch: Watch,
): Promise<Outcome> {
  const pool = workerPool({ input: { matrix: job.matrix }, count: threads });
  const names = new Map<StructureLike, string>(job.covariances.map((name) => [structureNamed(name), name]));
  const costs = new WeakMap<Fit, number>();
  const criterion = criteria[job.criterion];
  const teller = poolTeller(watch, fitsOf(job));
  try {
    return await search(job, {
      covariances: [...names.keys()],
      criterion: {
        name: criterion.name,
        cost: (fit, context) => costs.get(fit) ?? criterion.cost(fit, context as NonNullable<typeof context>),
      },
      runner: async (spec) => {
        const label = labelOf(spec.covariance);
        const progress = teller.begin(cellWords({ components: spec.components, covariance: label }));
        const done = await pool.run(
          {
            kind: 'cell',
            spec: { ...spec, covariance: names.get(spec.covariance)! },
            // Cross-validation fits several times: its costs are found where the fit was made.
            ...(job.criterion === 'cv' && { judge: { criterion: job.criterion, options: job.options } }),
          },
          progress.tell,
        );
        progress.end();
        if (done.kind !== 'cell') throw new Error('a thread answered what was not asked');
        if (done.result.fit && done.cost !== undefined) costs.set(done.result.fit, done.cost);
        return done.result;
      },
    });
  } finally {
    pool.close();
  }
}

/** Sums up what several fits at a time report. */
function poolTeller(watch: Watch, fits: number) {
  const shares = new Set<{ share: number }>();
  let done = 0;
  const tell = (what: string) => {
    const all = [...shares].reduce((sum, { share }) => sum + share, done);
    watch.tell(all / fits, `fit ${Math.min(done + 1, fits)} of ${fits}: ${what}`);
  };
  return {
    begin(what: string) {
      const own = { share: 0 };
      shares.add(own);
      return {
        tell(share: number) {
          own.share = share;
          tell(what);
        },
        end() {
          shares.delete(own);
          done++;
          tell(what);
        },
      };
    },
  };
}
