import { type Cell, nameOfCell, type StructureName } from '../cells.ts';
import { compareRuns } from '../compare/compare-runs.ts';
import type { BenchRecord } from '../compare/record.ts';
import { type Dataset, datasetOf } from '../data/dataset.ts';
import type { Peer } from '../peers/peer.ts';
import { ours } from '../peers/peers.ts';
import { ratioTables } from '../report/ratio-tables.ts';
import { comparisonText } from '../report/ratio-text.ts';
import { iterationFindings } from './iteration-findings.ts';
import type { Bench, Section } from './section.ts';

/** Seconds per iteration, each peer against us: the heart of the benchmark. */
export async function iterationsSection(bench: Bench): Promise<Section> {
  const records: BenchRecord[] = [];
  const { cells, structures, kinds } = bench.options;
  for (const cell of cells) {
    for (const structure of structures) {
      for (const kind of kinds) {
        records.push(...(await compareOn(datasetOf(cell, structure, kind), bench)));
      }
    }
  }
  return {
    title: 'Seconds per iteration, theirs / ours',
    body: ratioTables(records),
    findings: iterationFindings(records),
  };
}

async function compareOn(dataset: Dataset, bench: Bench): Promise<BenchRecord[]> {
  const { crew, options, say } = bench;
  const { structure, kind } = dataset;
  const records: BenchRecord[] = [];
  for (const threads of options.threads) {
    for (const peer of bench.peers.filter((candidate) => takesPart(candidate, dataset, threads))) {
      const budget = peer.seconds * options.patience;
      const place = { peer: peer.name, cell: dataset, structure, kind, threads };
      const comparison = await crewed(() =>
        Promise.all([crew.session(ours, threads, dataset), crew.session(peer, threads, dataset)]).then(
          ([our, their]) => compareRuns({ our, their }, dataset, budget),
        ),
      );
      records.push({ ...place, comparison });
      say(
        `${nameOfCell(dataset)} ${structure} ${kind}, ${threads} and ${threads} threads, ${peer.name} / gaussmix: ${comparisonText(comparison)}`,
      );
    }
  }
  return records;
}

function takesPart(peer: Peer, cell: Cell & { structure: StructureName }, threads: number): boolean {
  return peer.structures.includes(cell.structure) && peer.threads.includes(threads) && peer.cells(cell);
}

/** A program that dies costs its comparison, not the benchmark. */
async function crewed(compare: () => Promise<BenchRecord['comparison']>): Promise<BenchRecord['comparison']> {
  try {
    return await compare();
  } catch (error) {
    return { failure: (error as Error).message };
  }
}
