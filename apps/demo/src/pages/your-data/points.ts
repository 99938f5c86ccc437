import type { Matrix } from '@gaussmix/linalg';
import type { Interval } from '../../charts/frame.ts';
import { cssOf, mixColors, rgbOf } from '../../charts/mix-colors.ts';

/** Points to be drawn. */
export interface PointsDemand {
  readonly columns: readonly [number, number];
  readonly x: Interval;
  readonly y: Interval;
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Device pixels for each. */
  readonly density: number;
  /** Of each component; empty for points that belong to none. */
  readonly colors: readonly string[];
  /** Of points that belong to none, such as "rgb(1, 2, 3)". */
  readonly gray: string;
  /** Whether the picture is one of many. */
  readonly small?: boolean;
}

/** A point on the picture, in CSS pixels. */
export type PointPen = (x: number, y: number, color: string) => void;

/** How large points are, and how much of what lies behind they hide, by how many there are. */
export function pointStyle(
  rows: number,
  small = false,
): { readonly radius: number; readonly opacity: number } {
  if (rows <= 2_000) return { radius: small ? 1.75 : 3, opacity: 0.8 };
  if (small) return { radius: 0.75, opacity: rows <= 20_000 ? 0.5 : 0.3 };
  if (rows <= 20_000) return { radius: 2, opacity: 0.6 };
  return { radius: 1.25, opacity: 0.4 };
}

/**
 * Hands every point to a pen, in the mixed color of its components.
 *
 * @param rows  n x d
 * @param posteriors  n x K, where there is a fit
 */
export function eachPoint(
  { rows, posteriors }: { readonly rows: Matrix; readonly posteriors?: Matrix },
  { columns: [across, up], x, y, width, height, colors, gray }: PointsDemand,
  pen: PointPen,
): void {
  const palette = colors.map(rgbOf);
  const { data, columns } = rows;
  const [perX, perY] = [width / (x[1] - x[0]), height / (y[1] - y[0])];
  const colored = posteriors !== undefined && posteriors.columns === colors.length;
  for (let i = 0; i < rows.rows; i++) {
    const color = colored ? cssOf(mixColors(palette, posteriors.data, i * colors.length)) : gray;
    pen((data[i * columns + across] - x[0]) * perX, (y[1] - data[i * columns + up]) * perY, color);
  }
}
