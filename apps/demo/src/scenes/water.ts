import type { Color, Layer } from './layer.ts';
import { WATERLINE } from './street.ts';
import { wave } from './wave.ts';

const deep: Color = [52, 84, 98];
const lit: Color = [74, 112, 122];
const glint: Color = [198, 214, 214];

/**
 * A canal: ripples run through each other, and where they meet high enough the sky glints. Each pixel changes
 * among three colors.
 *
 * @param t  frame
 */
export function water(t: number): Layer {
  return (x, y) => {
    if (y < WATERLINE) return undefined;
    const near = y - WATERLINE + 3;
    const height =
      wave(x / (3 * near) + t / 23 + y * 0.37) +
      wave(x / 17 - t / 31 + y * 0.61) +
      0.6 * wave(y / 2.3 - t / 11);
    if (height > 1.75) return glint;
    return height > 0.3 ? lit : deep;
  };
}
