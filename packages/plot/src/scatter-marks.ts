import type { Mixture } from '@gaussmix/distributions';
import type { Matrix } from '@gaussmix/linalg';
import * as Plot from '@observablehq/plot';
import { type Axis, placesOn } from './axis.ts';
import { onAxis } from './axis-units.ts';
import { discMarks } from './disc-marks.ts';
import { ellipseLevel } from './ellipse-level.ts';
import { ellipsePoints } from './ellipse-points.ts';

/** The shares of a component that its two ellipses hold. */
export const ellipseShares = [0.5, 0.95] as const;

export const ellipseNote = 'Ellipses hold 50% and 95% of each component.';

/** What a scatter of two columns is drawn from. */
export interface ScatterLayers {
  /** n x 2: the rows to draw, in the data's units. */
  readonly points: Matrix;
  /** n colors */
  readonly pointColors: readonly string[];
  /** The marginal of the two columns. */
  readonly mixture: Mixture;
  /** K colors and labels */
  readonly colors: readonly string[];
  readonly labels: readonly string[];
  readonly x: Axis;
  readonly y: Axis;
  /** Of the disc at each mean, in pixels. */
  readonly discRadius: number;
}

/** Points, ellipses above them, and means on top. */
export function scatterMarks(layers: ScatterLayers): Plot.Markish[] {
  return [pointMark(layers), ...ellipseMarks(layers), ...meanMarks(layers)];
}

function pointMark({ points, pointColors, x, y, discRadius }: ScatterLayers): Plot.Markish {
  const column = (j: number) => Float64Array.from({ length: points.rows }, (_, i) => points.data[i * 2 + j]!);
  // Many points are drawn smaller and let others shine through.
  const crowd = points.rows > 1000 ? 2 : points.rows > 250 ? 1 : 0;
  const small = discRadius < 6 ? 0.75 : 0;
  return Plot.dot(pointColors, {
    x: placesOn(x, column(0)),
    y: placesOn(y, column(1)),
    r: [3, 2.5, 1.75][crowd]! - small,
    fill: { value: pointColors, scale: null },
    fillOpacity: [0.75, 0.65, 0.5][crowd]!,
    className: 'gaussmix-points',
  });
}

function ellipseMarks({ mixture, colors, x, y }: ScatterLayers): Plot.Markish[] {
  return [...ellipseShares].reverse().map((share, ring) => {
    const outlines = mixture.covariances.map((covariance, k) =>
      ellipsePoints(covariance, mixture.means[k]!, { level: ellipseLevel(share) }),
    );
    const vertices = outlines.flatMap(({ data, rows }, k) =>
      Array.from({ length: rows + 1 }, (_, i) => ({
        x: onAxis(data[2 * (i % rows)]!, x.units),
        y: onAxis(data[2 * (i % rows) + 1]!, y.units),
        component: k,
      })),
    );
    const color = { value: ({ component }: { component: number }) => colors[component]!, scale: null };
    return Plot.line(vertices, {
      x: 'x',
      y: 'y',
      z: 'component',
      stroke: color,
      fill: color,
      fillOpacity: 0.06,
      strokeWidth: ring === 0 ? 1.25 : 1.75,
      className: 'gaussmix-ellipses',
    });
  });
}

function meanMarks({ mixture, colors, labels, x, y, discRadius }: ScatterLayers): Plot.Markish[] {
  const discs = mixture.means.map((mean, k) => ({
    x: onAxis(mean[0]!, x.units),
    y: onAxis(mean[1]!, y.units),
    color: colors[k]!,
    label: labels[k]!,
  }));
  return discMarks(discs, discRadius, 'gaussmix-means');
}
