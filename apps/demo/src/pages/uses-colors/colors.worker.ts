import type { Mixture } from '@gaussmix/distributions';
import type { Matrix } from '@gaussmix/linalg';
import { expose, transfer } from 'comlink';
import { decodePicture } from './decode-picture.ts';
import { colorsOf, countColors, drawRows, type Picture } from './picture.ts';
import {
  colorCenters,
  colorMixture,
  type FitDemand,
  paintByCenters,
  paintByMixture,
  paintSoftly,
} from './quantize.ts';

/** How many pixels are learned from; all are painted. */
const learned = 4000;

let picture: Picture | undefined;
let colors: Matrix | undefined;
let mixture: Mixture | undefined;

function opened() {
  if (!picture || !colors) throw new Error('No picture is open.');
  return { picture, colors };
}

/** The colors that are learned from, and no more components than there are colors. */
function lesson({ components, seed }: FitDemand) {
  const sample = drawRows(opened().colors, learned, seed);
  return { sample, components: countColors(sample, components), seed };
}

const work = {
  /** Reads a picture: the file, or where it is. */
  async open(source: Blob | string): Promise<Picture> {
    const next = await decodePicture(source);
    picture = next;
    colors = colorsOf(next);
    return next;
  },
  /** The colors that are learned from. */
  sample: (seed: number) => drawRows(opened().colors, learned, seed),
  byCenters(demand: FitDemand) {
    const { picture, colors } = opened();
    const { sample, ...rest } = lesson(demand);
    const centers = colorCenters(sample, rest);
    const painted = paintByCenters(picture, colors, centers);
    return transfer({ ...painted, centers }, [painted.pixels.buffer]);
  },
  byMixture(demand: FitDemand, tell: (iterations: number) => void) {
    const { picture, colors } = opened();
    let told = performance.now();
    const { sample, ...rest } = lesson(demand);
    const fitted = colorMixture(sample, {
      ...rest,
      tell(iterations) {
        if (performance.now() - told < 100) return;
        told = performance.now();
        tell(iterations);
      },
    });
    mixture = fitted;
    const painted = paintByMixture(picture, colors, fitted);
    return transfer({ ...painted, mixture: fitted }, [painted.pixels.buffer]);
  },
  /** The picture in colors mixed by posterior, by the last mixture. */
  softly() {
    const { picture, colors } = opened();
    if (!mixture) throw new Error('No mixture has been fitted to this picture.');
    const painted = paintSoftly(picture, colors, mixture);
    return transfer(painted, [painted.pixels.buffer]);
  },
};

/** What the page asks its worker for. */
export type ColorsWork = typeof work;

expose(work);
