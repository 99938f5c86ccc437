import type { Color } from './layer.ts';
import { scatterBits } from './scatter.ts';
import { wave } from './wave.ts';

/** The standard deviation of the noise of the sensor, in steps of 256. */
const NOISE = 2.6;

/** Frames in which the light goes down, up and back. */
const DAY = 2400;

/** What the sensor makes of a color at a pixel: red, green, blue, before rounding to bytes. */
export type Camera = (color: Color, pixel: number) => Color;

/**
 * A cheap camera in frame t: the light changes slowly, and each channel of each pixel has noise, nearly normal,
 * the same for the same seed and frame.
 */
export function camera(seed: number, t: number): Camera {
  const light = 1 + 0.1 * wave(t / DAY);
  const warmth = 0.02 * wave(t / DAY + 0.2);
  return ([red, green, blue], pixel) => [
    red * (light + warmth) + noise(seed, t, 3 * pixel),
    green * light + noise(seed, t, 3 * pixel + 1),
    blue * (light - warmth) + noise(seed, t, 3 * pixel + 2),
  ];
}

/** The sum of four uniform bytes has mean 510 and standard deviation sqrt(4 (256^2 - 1) / 12) = 147.8. */
function noise(seed: number, t: number, channel: number): number {
  const bits = scatterBits(seed, t, channel);
  const sum = (bits & 255) + ((bits >>> 8) & 255) + ((bits >>> 16) & 255) + (bits >>> 24);
  return (NOISE * (sum - 510)) / 147.8;
}
