import { cell, nameOfCell } from '../cells.ts';
import { medianOf } from '../compare/ratios.ts';
import { datasetOf } from '../data/dataset.ts';
import { createPeakMeter } from '../peak/measure-peak.ts';
import { ours } from '../peers/peers.ts';
import type { RunAnswer } from '../protocol/answers.ts';
import type { Bench, Section } from './section.ts';

const CELL = cell(20_000, 64, 16);
const ROUNDS = 5;

/** How much of what the machine can multiply and add in registers an iteration does, where nothing can be left out. */
export async function peakSection({ crew, say }: Bench): Promise<Section> {
  const dataset = datasetOf(CELL, 'full', 'one-cloud');
  const session = await crew.session(ours, 1, dataset);
  const meter = createPeakMeter();
  const shares: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const peak = meter.measure();
    const { seconds } = await session.ask<RunAnswer>([
      'run',
      'full',
      CELL.components,
      dataset.startFile,
      2,
      1,
    ]);
    // The first round warms up.
    if (round > 0) shares.push((100 * multiplyAdds()) / seconds / peak);
  }
  const measured = medianOf(shares);
  say(`share of the SIMD128 multiply-add peak: ${measured.toFixed(1)} %`);
  return {
    title: "Share of the machine's SIMD128 multiply-add peak",
    body:
      `${nameOfCell(CELL)}, full, one thread, components so near each other (0.1 standard deviations) that no row can be left out ` +
      `of any: ${measured.toFixed(0)} %. The peak is a WebAssembly loop in registers, measured before each of ${ROUNDS} ` +
      'rounds; an iteration counts as n K d (d + 3) multiply-adds: d (d + 1) / 2 to whiten, d to square, d for the sums, ' +
      'd (d + 1) / 2 for the scatter.',
    findings: [
      {
        what: "share of this machine's SIMD128 multiply-add peak, full, d = 64, without pruning",
        ...{ must: 50, stretch: 75, measured, unit: ' %' },
      },
    ],
  };
}

function multiplyAdds(): number {
  const { rows, columns: d, components } = CELL;
  return rows * components * d * (d + 3);
}
