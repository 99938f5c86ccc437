import { compareRuns } from '../compare/compare-runs.ts';
import { geometricMean, medianOf, type Ratio } from '../compare/ratios.ts';
import type { BenchRecord } from '../compare/record.ts';
import { datasetOf } from '../data/dataset.ts';
import { ours } from '../peers/peers.ts';
import { ratioTable } from '../report/ratio-tables.ts';
import type { Bench, Section } from './section.ts';

/** Cells whose iterations on one thread are shorter than this are not counted: they end before threads pay. */
const WORTH_SHARING = 0.01;

/** Seconds that a cell may take. */
const BUDGET = 2;

/** What a second thread brings us, on full covariances. */
export async function threadsSection({ options, crew, say }: Bench): Promise<Section> {
  const records: BenchRecord[] = [];
  const counted: Ratio[] = [];
  for (const cell of options.cells) {
    for (const kind of options.kinds) {
      const dataset = datasetOf(cell, 'full', kind);
      const our = await crew.session(ours, 2, dataset);
      const their = await crew.session(ours, 1, dataset);
      const comparison = await compareRuns({ our, their }, dataset, BUDGET * options.patience);
      records.push({ peer: 'one thread', cell, structure: 'full', kind, threads: 2, comparison });
      if (!('ratio' in comparison)) continue;
      const single = comparison.ourSeconds * comparison.ratio.median;
      if (single >= WORTH_SHARING) counted.push(comparison.ratio);
      say(`${cell.rows} x ${cell.columns}, ${kind}: 2 threads over 1: ${comparison.ratio.median.toFixed(2)}`);
    }
  }
  const medians = counted.map(({ median }) => median);
  return {
    title: 'Two threads of ours over one',
    body: `${ratioTable(records)}\n\nIterations of 10 ms and more on one thread: ${counted.length} of ${records.length}.`,
    findings: [
      {
        what: '2 threads over 1 thread, cells with over 10 ms per iteration: geometric mean',
        ...{ must: 1.8, stretch: 1.95, measured: geometricMean(medians) },
        ...(medians.length > 0
          ? { note: `worst ${Math.min(...medians).toFixed(2)}, median ${medianOf(medians).toFixed(2)}` }
          : {}),
      },
    ],
  };
}
