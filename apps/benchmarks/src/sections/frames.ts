import { foregroundInto, mixtureField, updateFieldInto } from '@gaussmix/em';
import { createRandom } from '@gaussmix/random';
import { medianOf } from '../compare/ratios.ts';
import { digits } from '../report/ratio-text.ts';
import type { Bench, Section } from './section.ts';

const CELLS = 6000;
const COLORS = 3;
const FRAMES = 60;
const OPTIONS = { forgetting: 0.99, retain: 1, regularization: 16, novelty: { variance: 225 } };

/** A mixture for each pixel of a small camera, with the mask of what moves: a frame after the other, on one thread. */
export async function framesSection({ say }: Bench): Promise<Section> {
  const [first, ...frames] = noisyFrames();
  const field = mixtureField({ frame: first!, dimension: COLORS, components: 3, variance: 225 });
  const mask = new Uint8Array(CELLS);
  const times = frames.map((frame) => {
    const began = performance.now();
    updateFieldInto(field, frame, OPTIONS);
    foregroundInto(mask, field, { share: 0.9 });
    return performance.now() - began;
  });
  const measured = medianOf(times);
  say(`a frame of ${CELLS} pixels: ${digits(measured)} ms`);
  return {
    title: 'A mixture for every pixel',
    body: `${CELLS} pixels of ${COLORS} colors with three components each take ${digits(measured)} ms a frame, the mask of what moves included (median of ${frames.length} frames, one thread, plain TypeScript).`,
    findings: [
      {
        what: `a frame of ${CELLS} mixtures, online, one thread`,
        ...{ must: 40, stretch: 5, measured, lessIsBetter: true, unit: ' ms' },
      },
    ],
  };
}

/** Pixels that stay, flicker between two colors, or jump to any color. */
function noisyFrames(): Float64Array[] {
  const random = createRandom('frames');
  const valueAt = (cell: number): number => {
    const flicker = cell % 4 === 1 && random.uniform() < 0.4 ? 60 : 0;
    const jump = random.uniform() < 0.04 ? 200 * random.uniform() : 0;
    return 40 + flicker + jump + 2 * random.normal();
  };
  return Array.from({ length: FRAMES }, () =>
    Float64Array.from({ length: CELLS * COLORS }, (_, at) => valueAt(Math.floor(at / COLORS))),
  );
}
