import type { Color, Layer } from './layer.ts';
import { scatter } from './scatter.ts';
import { wave } from './wave.ts';

const crown = { x: 15, y: 17, width: 13, height: 13 };
const trunk: Color = [84, 64, 50];
const leaves: readonly Color[] = [
  [58, 92, 48],
  [104, 140, 72],
];

/**
 * A tree whose crown sways. At its rim and in its gaps a pixel sees a dark leaf, a light one or the house behind
 * in turn: no single normal distribution fits that.
 *
 * @param t  frame
 */
export function tree(seed: number, t: number): Layer {
  const sway = 1.2 * wave(t / 41) + 0.8 * wave(t / 13.7);
  const nod = 0.5 * wave(t / 19 + 0.3);
  return (x, y) => leafAt(seed, x - sway * bend(y), y - nod) ?? trunkAt(x, y);
}

/** The top moves most, the foot not at all. */
function bend(y: number): number {
  return Math.max(0, Math.min(1, (44 - y) / 30));
}

/** The leaf at a point of the crown at rest; between the leaves there are gaps, more of them at the rim. */
function leafAt(seed: number, x: number, y: number): Color | undefined {
  const across = (x - crown.x) / crown.width;
  const down = (y - crown.y) / crown.height;
  const out = across * across + down * down;
  if (out > 1) return undefined;
  const clump = scatter(seed, Math.floor(x / 2), Math.floor(y / 2));
  if (clump < 0.1 + 0.35 * out * out) return undefined;
  return leaves[Math.floor(leaves.length * scatter(seed + 1, Math.floor(x), Math.floor(y)))];
}

function trunkAt(x: number, y: number): Color | undefined {
  const half = y > 45 ? 2.2 : 1.5;
  return y > 24 && y < 47 && Math.abs(x - 15) < half ? trunk : undefined;
}
