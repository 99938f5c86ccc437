import { createRandom } from '@gaussmix/random';
import { type Camera, camera } from './camera.ts';
import type { Color, Layer } from './layer.ts';
import { sign } from './sign.ts';
import { street } from './street.ts';
import { tree } from './tree.ts';
import { type Walker, walking } from './walker.ts';
import { water } from './water.ts';

/** One picture, and what in it is not background. */
export interface SceneFrame {
  /** width x height x 4 bytes: red, green, blue, opaque. */
  readonly pixels: Uint8ClampedArray<ArrayBuffer>;
  /** width x height: 1 where a walker is seen, else 0. */
  readonly truth: Uint8Array<ArrayBuffer>;
}

/** A scene that can be asked for any of its frames. */
export interface MovingScene {
  readonly width: number;
  readonly height: number;
  /** The frame t, a whole number from 0, in a new array. The same (seed, t) gives the same bytes. */
  frame(t: number): SceneFrame;
}

/** For how many frames nobody is there, so that one can learn the background. */
export const EMPTY_FRAMES = 60;

/** The scene is drawn in units: 96 across and 60 down. */
const UNITS = { across: 96, down: 60 };

const walkers: readonly Walker[] = [
  {
    speed: -1.2,
    start: 130,
    every: 190,
    ground: 46.5,
    coat: [176, 48, 56],
    trousers: [52, 50, 66],
    skin: [214, 164, 130],
    hair: [60, 42, 34],
  },
  {
    speed: 0.85,
    start: EMPTY_FRAMES,
    every: 240,
    ground: 43,
    coat: [44, 74, 128],
    trousers: [84, 76, 68],
    skin: [150, 104, 78],
    hair: [30, 28, 30],
  },
];

/**
 * A street by a canal, for background subtraction: a still background with grain; a swaying tree, glinting water and
 * a sign with a loose contact, where a pixel has several colors by turns; light that changes slowly; the noise of a
 * sensor; and two walkers, who are the foreground.
 *
 * @param width   pixels across
 * @param height  pixels down; 5/8 of the width keeps the shapes
 */
export function movingScene(options: { width: number; height: number; seed: number | string }): MovingScene {
  const { width, height } = options;
  const seed = createRandom(options.seed).integer(4294967296);
  const still = street(seed);
  const backdrop = Array.from({ length: width * height }, (_, pixel) => {
    const { x, y } = placeOf(pixel, { width, height });
    return still(x, y);
  });
  return {
    width,
    height,
    frame: (t) => exposure({ width, height, backdrop }, layersAt(seed, t), camera(seed, t)),
  };
}

interface Layers {
  readonly before: readonly Layer[];
  readonly walkers: readonly Layer[];
  readonly behind: readonly Layer[];
}

/** What stands before the backdrop in frame t, from front to back: the tree hides the walkers. */
function layersAt(seed: number, t: number): Layers {
  return {
    before: [tree(seed, t)],
    walkers: walkers.map((walker) => walking(walker, t)),
    behind: [sign(seed, t), water(t)],
  };
}

interface Stage {
  readonly width: number;
  readonly height: number;
  readonly backdrop: readonly Color[];
}

function exposure(stage: Stage, layers: Layers, camera: Camera): SceneFrame {
  const count = stage.width * stage.height;
  const pixels = new Uint8ClampedArray(4 * count);
  const truth = new Uint8Array(count);
  for (let pixel = 0; pixel < count; pixel++) {
    const { x, y } = placeOf(pixel, stage);
    const before = firstOf(layers.before, x, y);
    const walker = before ? undefined : firstOf(layers.walkers, x, y);
    const color = before ?? walker ?? firstOf(layers.behind, x, y) ?? stage.backdrop[pixel]!;
    pixels.set(camera(color, pixel), 4 * pixel);
    pixels[4 * pixel + 3] = 255;
    if (walker) truth[pixel] = 1;
  }
  return { pixels, truth };
}

/** The middle of a pixel, in units of the scene. */
function placeOf(pixel: number, { width, height }: { width: number; height: number }) {
  const column = pixel % width;
  const row = (pixel - column) / width;
  return { x: ((column + 0.5) * UNITS.across) / width, y: ((row + 0.5) * UNITS.down) / height };
}

function firstOf(layers: readonly Layer[], x: number, y: number): Color | undefined {
  for (const layer of layers) {
    const color = layer(x, y);
    if (color) return color;
  }
  return undefined;
}
