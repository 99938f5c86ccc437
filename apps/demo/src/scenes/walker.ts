import type { Color, Layer } from './layer.ts';
import { wave } from './wave.ts';

/** Somebody who crosses the street again and again. */
export interface Walker {
  /** Units of the scene per frame; negative from right to left. */
  readonly speed: number;
  /** First frame, and how many frames later the next crossing begins. */
  readonly start: number;
  readonly every: number;
  /** The height of the soles, in units of the scene. */
  readonly ground: number;
  readonly coat: Color;
  readonly trousers: Color;
  readonly skin: Color;
  readonly hair: Color;
}

/** How far beyond the edge a crossing begins, and how many units two steps take. */
const BEYOND = 6;
const STRIDE = 11;
const WIDTH = 96;

/**
 * The walker in frame t, seen from the side: a head, a coat, two legs and an arm that swing. Nothing where they are
 * out of the picture.
 */
export function walking(walker: Walker, t: number): Layer {
  if (t < walker.start) return () => undefined;
  const walked = Math.abs(walker.speed) * ((t - walker.start) % walker.every);
  const x0 = walker.speed > 0 ? walked - BEYOND : WIDTH + BEYOND - walked;
  const swing = wave(walked / STRIDE);
  const ahead = walker.speed > 0 ? 1 : -1;
  const sole = walker.ground - 0.5 * Math.abs(swing);
  return (x, y) => partAt(walker, { ahead: ahead * (x - x0), up: sole - y, swing });
}

interface Pose {
  /** Of the point, from the middle of the body in the direction of walking, and above the soles. */
  readonly ahead: number;
  readonly up: number;
  /** The stride: -1 to 1. */
  readonly swing: number;
}

function partAt(walker: Walker, { ahead, up, swing }: Pose): Color | undefined {
  if (Math.abs(ahead) > 5 || up < -1 || up > 19) return undefined;
  const arm = limb(ahead - 3 * swing * ((13 - up) / 5), up, { from: 8, to: 13, half: 0.7 });
  if (arm) return up < 8.8 ? walker.skin : shade(walker.coat, 0.82);
  if (ahead * ahead + (up - 16.4) * (up - 16.4) < 4) {
    return up > 17 || ahead < -0.7 ? walker.hair : walker.skin;
  }
  const half = up > 12.5 ? 1.7 : 2.2;
  if (up > 7 && up < 14.2 && Math.abs(ahead) < half) return walker.coat;
  const lean = 3.2 * swing * ((8 - up) / 8);
  if (limb(ahead - lean, up, { from: -0.2, to: 8, half: 1 })) return walker.trousers;
  if (limb(ahead + lean, up, { from: -0.2, to: 8, half: 1 })) return shade(walker.trousers, 0.75);
  return undefined;
}

/** Whether a point is on an upright limb around 0. */
function limb(ahead: number, up: number, { from, to, half }: { from: number; to: number; half: number }) {
  return up >= from && up < to && Math.abs(ahead) < half;
}

function shade([red, green, blue]: Color, by: number): Color {
  return [by * red, by * green, by * blue];
}
