import type { Color, Layer } from './layer.ts';
import { scatter } from './scatter.ts';

const on: Color = [244, 92, 74];
const off: Color = [92, 46, 50];
const frame: Color = [44, 40, 48];

/** How many frames the sign keeps its state at least. */
const HOLD = 5;

/**
 * A shop sign with a loose contact: lit or dark, for no reason. Two colors for each pixel, far from each other.
 *
 * @param t  frame
 */
export function sign(seed: number, t: number): Layer {
  const color = scatter(seed, Math.floor(t / HOLD), 7) < 0.55 ? on : off;
  return (x, y) => {
    if (x < 54 || x >= 70 || y < 22.5 || y >= 27.5) return undefined;
    if (x < 55 || x >= 69 || y < 23.5 || y >= 26.5) return frame;
    return color;
  };
}
