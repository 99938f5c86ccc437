import type { Cell, Kind, StructureName } from '../cells.ts';
import type { Comparison } from './compare-runs.ts';

/** One comparison of the benchmark. */
export interface BenchRecord {
  readonly peer: string;
  readonly cell: Cell;
  readonly structure: StructureName;
  readonly kind: Kind;
  readonly threads: number;
  readonly comparison: Comparison;
}

/** The median ratios of the comparisons that came to one. */
export function mediansOf(records: readonly BenchRecord[]): number[] {
  return records.flatMap(({ comparison }) => ('ratio' in comparison ? [comparison.ratio.median] : []));
}
