/** Red, green and blue, 0 to 255 each. */
export type Rgb = readonly [number, number, number];

/** The parts of a color such as "#E69F00". */
export function rgbOf(color: string): Rgb {
  const value = Number.parseInt(color.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

/** A color as style sheets write it. */
export function cssOf([red, green, blue]: Rgb, alpha = 1): string {
  return `rgb(${Math.round(red)} ${Math.round(green)} ${Math.round(blue)} / ${alpha})`;
}

/**
 * Colors mixed as light is: the mean of their squares, which is close to what screens add up.
 *
 * @param colors  K colors
 * @param weights  K weights that sum to 1, from `at` on
 */
export function mixColors(colors: readonly Rgb[], weights: ArrayLike<number>, at = 0): Rgb {
  let red = 0;
  let green = 0;
  let blue = 0;
  colors.forEach((color, k) => {
    const weight = weights[at + k] ?? 0;
    red += weight * color[0] * color[0];
    green += weight * color[1] * color[1];
    blue += weight * color[2] * color[2];
  });
  return [Math.sqrt(red), Math.sqrt(green), Math.sqrt(blue)];
}
