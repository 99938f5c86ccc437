import { hexOfOklab, oklabOf } from './oklab.ts';

/**
 * A function from posterior probabilities to the color of a row: the mean of the components' colors in OKLab,
 * weighted by the posteriors. A sure row has its component's color; one between two components lies between
 * their colors and is grayer.
 *
 * @param colors  K colors "#RRGGBB"
 * @returns  a function of an array and the index where K posteriors begin in it, to "#RRGGBB"
 */
export function colorMixer(colors: readonly string[]): (posteriors: Float64Array, start?: number) => string {
  const labs = colors.map(oklabOf);
  return (posteriors, start = 0) => {
    let [lightness, a, b, total] = [0, 0, 0, 0];
    for (let k = 0; k < labs.length; k++) {
      const weight = posteriors[start + k]!;
      const lab = labs[k]!;
      lightness += weight * lab[0];
      a += weight * lab[1];
      b += weight * lab[2];
      total += weight;
    }
    return hexOfOklab([lightness / total, a / total, b / total]);
  };
}
