import { geometricMean } from '../compare/ratios.ts';
import { type BenchRecord, mediansOf } from '../compare/record.ts';
import type { Finding } from './section.ts';

const SCIKIT = 'scikit-learn';

/** The targets on seconds per iteration. */
export function iterationFindings(records: readonly BenchRecord[]): Finding[] {
  const pick = (where: Partial<BenchRecord>): BenchRecord[] =>
    records.filter((record) =>
      Object.entries(where).every(([key, value]) => record[key as keyof BenchRecord] === value),
    );
  const scikitLearn = records.map(({ peer }) => peer).filter((peer) => peer.startsWith(SCIKIT));
  return [
    ...[...new Set(scikitLearn)].flatMap((peer) => scikitLearnFindings(peer, pick)),
    ...[1, 2].map((threads) => ({
      what: `Armadillo / ours, full and diag: geometric mean, ${threads} and ${threads} threads`,
      ...{ must: 3, stretch: 6, measured: meanOf(pick({ peer: 'Armadillo', threads })) },
    })),
  ];
}

function scikitLearnFindings(peer: string, pick: (where: Partial<BenchRecord>) => BenchRecord[]): Finding[] {
  const others = pick({ peer }).filter(({ structure }) => structure !== 'full');
  const full = (kind: BenchRecord['kind'], threads: number): BenchRecord[] =>
    pick({ peer, structure: 'full', kind, threads });
  const what = `${peer} / ours, seconds per iteration`;
  const [two, one] = ['2 and 2 threads', '1 and 1 threads'];
  return [
    finding(`${what}, full, separated, ${two}: geometric mean`, [5, 10], meanOf(full('separated', 2))),
    finding(`${what}, full, separated, ${one}: geometric mean`, [3.5, 7], meanOf(full('separated', 1))),
    finding(`${what}, full, separated, ${two}: worst cell`, [1.5, 4], worstOf(full('separated', 2))),
    finding(`${what}, full, overlapping, ${two}: geometric mean`, [3, 5], meanOf(full('overlapping', 2))),
    finding(`${what}, full, overlapping, ${two}: worst cell`, [0.7, 1], worstOf(full('overlapping', 2))),
    ...[...new Set(others.map(({ threads }) => threads))].map((threads) => {
      const some = others.filter((record) => record.threads === threads);
      const names = [...new Set(some.map(({ structure }) => structure))].join(', ');
      return finding(
        `${what}, ${names}, ${threads} and ${threads} threads: geometric mean`,
        [4, 8],
        meanOf(some),
      );
    }),
  ];
}

function finding(what: string, [must, stretch]: readonly [number, number], measured: number): Finding {
  return { what, must, stretch, measured };
}

function meanOf(records: readonly BenchRecord[]): number {
  return geometricMean(mediansOf(records));
}

function worstOf(records: readonly BenchRecord[]): number {
  const medians = mediansOf(records);
  return medians.length > 0 ? Math.min(...medians) : Number.NaN;
}
