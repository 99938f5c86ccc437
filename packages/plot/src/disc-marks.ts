import * as Plot from '@observablehq/plot';
import { luminance } from './oklab.ts';

/** A disc in a component's color with its label inside: at a mean, and in the legend. */
export interface Disc {
  readonly x: number;
  readonly y: number;
  readonly color: string;
  readonly label: string;
}

/** @param className  of the group of discs; that of their labels has "-labels" after it
 * @param radius  in pixels; below 6 labels are left out */
export function discMarks(discs: readonly Disc[], radius: number, className: string): Plot.Markish[] {
  const fill = { value: (disc: Disc) => disc.color, scale: null };
  const disc = Plot.dot(discs, {
    x: 'x',
    y: 'y',
    r: radius,
    fill,
    stroke: 'white',
    strokeWidth: 1.25,
    className,
  });
  if (radius < 6) return [disc];
  // White on a dark color, black on a light one: the better contrast of the two, with a lean to white.
  const textFill = { value: ({ color }: Disc) => (luminance(color) < 0.27 ? 'white' : 'black'), scale: null };
  const text = Plot.text(discs, {
    x: 'x',
    y: 'y',
    text: 'label',
    fill: textFill,
    fontSize: 10,
    fontWeight: 700,
    className: `${className}-labels`,
  });
  return [disc, text];
}
