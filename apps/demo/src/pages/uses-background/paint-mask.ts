import { componentColors } from '@gaussmix/plot/geometry';
import { rgbOf } from '../../charts/mix-colors.ts';
import type { Pixels } from './subtraction.ts';

const [missedColor, alarmColor] = componentColors(2);

/** What the colors of a mask say where it is compared with the truth. */
export const maskColors = { found: '#ffffff', alarms: alarmColor, missed: missedColor, still: '#000000' };

/** A mask as a picture: white on black, or compared with the truth. */
export function paintMask(mask: Uint8Array, truth?: Uint8Array): Pixels {
  const [found, alarms, missed, still] = [
    maskColors.found,
    maskColors.alarms,
    maskColors.missed,
    maskColors.still,
  ].map(rgbOf);
  const pixels = new Uint8ClampedArray(4 * mask.length).fill(255);
  mask.forEach((marked, i) => {
    const moves = truth === undefined ? marked : truth[i];
    const color = marked === 1 ? (moves === 1 ? found : alarms) : moves === 1 ? missed : still;
    pixels.set(color, 4 * i);
  });
  return pixels;
}
