import { type AsyncFitOptions, fitMixtureAsync, splitAndMerge } from '@gaussmix/em';
import { GaussmixError } from '@gaussmix/kernels';
import type { MatrixLike } from '@gaussmix/linalg';
import type { CellResult, CellSpec } from './cell.ts';
import { concludeSearch, type Judged, judge, type MixtureSelection } from './conclude-search.ts';
import { failedResult } from './failed-result.ts';
import { planSearch, type SearchOptions } from './plan-search.ts';
import { better, firstRound, secondRound, seeks } from './reuse.ts';

/**
 * Where one cell is fitted. Every cell is handed over at once, and most once more when all are done, so a pool can queue
 * them as it likes:
 *
 *   (spec) => pool.run({ x, spec })                   on a worker that returns `fitCell(x, spec)`
 *   (spec, fitHere) => limit(() => fitHere(spec))     on this thread, when `limit` says so
 *
 * @param spec  plain data when its covariance is given by name
 * @param fitHere  fits the cell on this thread, leaving the event loop free between E-steps
 */
export type CellRunner = (
  spec: CellSpec,
  fitHere: (spec: CellSpec) => Promise<CellResult>,
) => CellResult | Promise<CellResult>;

/** What a search in the background can be told besides. */
export interface AsyncSearchOptions extends SearchOptions, Pick<AsyncFitOptions, 'engine'> {
  /** Where each cell is fitted; on this thread, one after the other, when absent. */
  readonly runner?: CellRunner;
  /** Ends the search: the promise is rejected with the signal's reason, and `onCell` is not called again. */
  readonly signal?: AbortSignal;
}

/**
 * What `selectMixture` does, where the caller wants it done: the same answer, bit for bit, in whatever
 * order and place the cells are fitted.
 *
 * @param x  n x d
 * @param options  what to search, the criterion, the options of `fitMixtureAsync`, and who runs the cells
 * @returns a promise of the fit that won, its line, and the whole table
 * @throws what `selectMixture` throws, the signal's reason, and what the runner throws
 */
export async function selectMixtureAsync(
  x: MatrixLike,
  options: AsyncSearchOptions,
): Promise<MixtureSelection> {
  const { runner = oneAfterAnother(), signal, engine, ...searchOptions } = options;
  const search = planSearch('selectMixtureAsync', x, searchOptions);
  signal?.throwIfAborted();
  const ended = new AbortController();
  const end = () => ended.abort(signal?.reason);
  signal?.addEventListener('abort', end);

  const fitHere = async ({ options: shared, ...cell }: CellSpec): Promise<CellResult> => {
    const own = { moves: splitAndMerge, engine, signal: ended.signal };
    const fitOptions = { ...shared, ...search.callbacks, ...cell, ...own };
    return fitMixtureAsync(search.x, fitOptions).then((fit) => ({ fit }), failedResult);
  };
  const runCell = async (spec: CellSpec): Promise<CellResult> => {
    const result = checkedResult(await runner(spec, fitHere));
    ended.signal.throwIfAborted();
    return result;
  };
  const runRounds = async (): Promise<Judged[]> => {
    const alone = !search.specs.some(seeks);
    const known: CellResult[] = [];
    const judged = (result: CellResult, at: number): Judged => judge(search, at, { result, known });
    const first = await Promise.all(
      firstRound(search.specs).map(async (spec, at) => {
        known[at] = await runCell(spec);
        return alone ? judged(known[at], at) : undefined;
      }),
    );
    const second = secondRound(search.specs, known);
    return Promise.all(
      first.map(async (done, at) => {
        const again = second[at];
        return done ?? judged(again ? better(known[at]!, await runCell(again)) : known[at]!, at);
      }),
    );
  };
  try {
    return concludeSearch(search, await Promise.race([runRounds(), rejection(ended.signal)]));
  } finally {
    end(); // the cells that still run, after an error in one of them, stop at their next E-step
    signal?.removeEventListener('abort', end);
  }
}

/** Starts each cell on this thread when the one before is done. */
function oneAfterAnother(): CellRunner {
  let before: Promise<unknown> = Promise.resolve();
  return (spec, fitHere) => {
    const result = before.then(() => fitHere(spec));
    before = result.catch(() => undefined);
    return result;
  };
}

/** Never resolves, and rejects when the signal does. */
function rejection(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

function checkedResult(result: CellResult): CellResult {
  if (result?.fit !== undefined || typeof result?.error === 'string') return result;
  throw new GaussmixError(
    'runner',
    `selectMixtureAsync: the runner must return what fitCell returned, got ${typeof result}.`,
  );
}
