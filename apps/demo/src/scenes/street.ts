import type { Color } from './layer.ts';
import { scatter } from './scatter.ts';

/** Where the houses end and the pavement begins, and where the pavement ends. */
const PAVEMENT = 36;
export const WATERLINE = 49;

interface House {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly wall: Color;
  readonly roof: Color;
}

const houses: readonly House[] = [
  { left: 0, right: 25, top: 15, wall: [158, 96, 80], roof: [92, 62, 60] },
  { left: 25, right: 49, top: 8, wall: [203, 168, 116], roof: [126, 84, 62] },
  { left: 49, right: 74, top: 17, wall: [126, 136, 152], roof: [76, 82, 96] },
  { left: 74, right: 96, top: 11, wall: [206, 196, 180], roof: [132, 92, 76] },
];

const pane: Color = [58, 66, 84];
const litPane: Color = [236, 206, 138];
const door: Color = [70, 54, 50];
const joint: Color = [168, 163, 157];
const curb: Color = [122, 118, 116];

/** What never moves: the sky, a row of houses with windows and doors, the pavement with its slabs. */
export function street(seed: number): (x: number, y: number) => Color {
  return (x, y) => {
    if (y >= PAVEMENT) return pavement(seed, x, y);
    const house = houses.find(({ left, right }) => x >= left && x < right);
    return house && y >= house.top ? front(seed, house, { x, y }) : sky(y);
  };
}

/** Blue above, pale at the roofs. */
function sky(y: number): Color {
  const down = Math.min(y / 20, 1);
  return [148 + 66 * down, 182 + 36 * down, 220 - 4 * down];
}

/** The front of a house: a roof, windows on a grid, one door, rough plaster in between. */
function front(seed: number, house: House, { x, y }: { x: number; y: number }): Color {
  const across = x - house.left;
  const down = y - house.top;
  if (down < 3) return grain(seed, house.roof, { x, y, by: 10 });
  if (across < 0.7) return house.roof;
  if (y >= PAVEMENT - 7 && across >= 8 && across < 11) return door;
  const column = Math.floor((across - 2) / 6);
  const row = Math.floor((down - 5) / 7);
  const inColumn = across >= 2 && across - 2 - 6 * column < 3 && 6 * column + 5 < house.right - house.left;
  const inRow = down >= 5 && down - 5 - 7 * row < 4 && y < PAVEMENT - 3;
  if (inColumn && inRow) return scatter(seed, 31 * house.left + column, row) < 0.2 ? litPane : pane;
  return grain(seed, house.wall, { x, y, by: 12 });
}

function pavement(seed: number, x: number, y: number): Color {
  if (y >= WATERLINE - 1) return curb;
  const row = Math.floor((y - PAVEMENT) / 4);
  const shift = row % 2 === 0 ? 0 : 5;
  if ((y - PAVEMENT) % 4 < 1 || (x + shift) % 10 < 1) return grain(seed, joint, { x, y, by: 8 });
  return grain(seed, [182, 177, 170], { x, y, by: 14 });
}

/** The color, lighter or darker by up to half of `by`, differently in each unit of the scene. */
function grain(seed: number, [red, green, blue]: Color, at: { x: number; y: number; by: number }): Color {
  const shift = at.by * (scatter(seed, Math.floor(at.x), Math.floor(at.y)) - 0.5);
  return [red + shift, green + shift, blue + shift];
}
