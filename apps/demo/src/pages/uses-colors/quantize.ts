import { type Mixture, predict, predictProba } from '@gaussmix/distributions';
import { fitMixture } from '@gaussmix/em';
import { kmeans, nearestCenters } from '@gaussmix/kmeans';
import type { Matrix } from '@gaussmix/linalg';
import { palettePng } from './palette-png.ts';
import type { Picture } from './picture.ts';

/** Red, green and blue, 0 to 255, whole numbers. */
export type Color = readonly [number, number, number];

/** A picture painted anew. */
export interface Painting {
  readonly pixels: Uint8ClampedArray<ArrayBuffer>;
  /** How far a channel of a pixel is off: the root of the mean square, in steps of 256. */
  readonly error: number;
}

/** A picture painted in the colors of a palette. */
export interface Quantized extends Painting {
  readonly palette: readonly Color[];
  /** The share of the pixels that each color paints. */
  readonly shares: readonly number[];
  /** Of the file, a PNG with the palette. */
  readonly bytes: number;
}

/** What is fitted to the colors. */
export interface FitDemand {
  readonly components: number;
  readonly seed: number;
  /** Called with the iterations done so far. */
  readonly tell?: (iterations: number) => void;
}

/** A step of 8 bits squared: no color is known better than that. */
const oneStep = 1;
const blockRows = 16_384;

/** A mixture with full covariances of colors, heaviest component first. */
export function colorMixture(colors: Matrix, { components, seed, tell }: FitDemand): Mixture {
  let done = 0;
  return fitMixture(colors, {
    components,
    seed,
    effort: 'quick',
    maxIterations: 120,
    tolerance: 1e-5,
    regularization: oneStep,
    onIteration: () => tell?.(++done),
  }).mixture;
}

/** The centers that k-means finds among colors: K x 3. */
export function colorCenters(colors: Matrix, { components, seed }: FitDemand): Matrix {
  return kmeans(colors, { clusters: components, seed, restarts: 5 }).centers;
}

/** Each pixel in the mean color of the component that it most probably belongs to. */
export function paintByMixture(picture: Picture, colors: Matrix, mixture: Mixture): Quantized {
  return paint(picture, predict(mixture, colors), mixture.means.map(colorOf));
}

/** Each pixel in the color of the nearest center. */
export function paintByCenters(picture: Picture, colors: Matrix, centers: Matrix): Quantized {
  const palette = Array.from({ length: centers.rows }, (_, k) =>
    colorOf(centers.data.subarray(3 * k, 3 * k + 3)),
  );
  return paint(picture, nearestCenters(colors, centers), palette);
}

/** Each pixel in the mean of all palette colors, weighted by how probably it belongs to each. */
export function paintSoftly({ pixels }: Picture, colors: Matrix, mixture: Mixture): Painting {
  const painted = pixels.slice();
  for (let first = 0; first < colors.rows; first += blockRows) {
    const rows = Math.min(blockRows, colors.rows - first);
    const block = { data: colors.data.subarray(3 * first, 3 * (first + rows)), rows, columns: 3 };
    const { data, columns: K } = predictProba(mixture, block);
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < 3; j++) {
        let value = 0;
        for (let k = 0; k < K; k++) value += data[i * K + k] * mixture.means[k][j];
        painted[4 * (first + i) + j] = value;
      }
    }
  }
  return { pixels: painted, error: rootMeanSquare(pixels, painted) };
}

function paint(picture: Picture, labels: Int32Array, palette: readonly Color[]): Quantized {
  const painted = picture.pixels.slice();
  const counts = new Float64Array(palette.length);
  labels.forEach((label, i) => {
    painted.set(palette[label], 4 * i);
    counts[label]++;
  });
  return {
    pixels: painted,
    error: rootMeanSquare(picture.pixels, painted),
    palette,
    shares: Array.from(counts, (count) => count / labels.length),
    bytes: palettePng({ ...picture, palette, indexes: labels }).length,
  };
}

function colorOf(mean: ArrayLike<number>): Color {
  const byte = (value: number) => Math.min(255, Math.max(0, Math.round(value)));
  return [byte(mean[0]), byte(mean[1]), byte(mean[2])];
}

/** Over the three channels of all pixels; opacity does not count. */
function rootMeanSquare(truth: Uint8ClampedArray, painted: Uint8ClampedArray): number {
  let sum = 0;
  for (let at = 0; at < truth.length; at++) {
    if (at % 4 === 3) continue;
    const off = truth[at] - painted[at];
    sum += off * off;
  }
  return Math.sqrt(sum / (0.75 * truth.length));
}
