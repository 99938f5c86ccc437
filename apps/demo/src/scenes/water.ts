import type { Color, Layer } from './layer.ts';
import { WATERLINE } from './street.ts';
import { wave } from './wave.ts';

const deep: Color = [54, 88, 100];
const glint: Color = [186, 204, 206];

/**
 * A canal: ripples run through each other, and where they meet high enough the sky glints. Each pixel is dark most
 * of the time and light for some of it.
 *
 * @param t  frame
 */
export function water(t: number): Layer {
  return (x, y) => {
    if (y < WATERLINE) return undefined;
    const near = y - WATERLINE + 3;
    const ripple = wave(x / (3 * near) + t / 11 + y * 0.37) + wave(x / 17 - t / 17 + y * 0.61);
    return ripple + 0.6 * wave(y / 2.3 - t / 7) > 1.1 ? glint : deep;
  };
}
