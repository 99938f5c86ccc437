import type { Mixture } from '@gaussmix/distributions';
import * as Plot from '@observablehq/plot';
import type { Block } from './block.ts';
import { discMarks } from './disc-marks.ts';
import { flowLayout } from './flow-layout.ts';
import { formatShare } from './format-number.ts';
import { fitText, textWidth, theme } from './theme.ts';

const discRadius = 8;

/** A legend lists this many components; the figure itself shows all. */
const mostEntries = 20;

export interface LegendOptions {
  /** K texts for the discs and, where they are not names enough, K names to stand beside them. */
  readonly labels: readonly string[];
  readonly names?: readonly string[];
  readonly colors: readonly string[];
  /** Of a line, in pixels. */
  readonly width: number;
}

/** The legend of a mixture: for each component a disc with its label, and its weight. */
export function componentLegend(mixture: Mixture, { labels, names, colors, width }: LegendOptions): Block {
  const shares = Array.from(mixture.weights.subarray(0, mostEntries), (weight, k) =>
    names ? `${fitText(names[k]!, width - 90)} ${formatShare(weight)}` : formatShare(weight),
  );
  const more = mixture.weights.length - shares.length;
  const heading = more > 0 ? `Weights (${more} more not listed)` : 'Weights';
  const widths = [textWidth(heading) + 10, ...shares.map((share) => 2 * discRadius + textWidth(share) + 22)];
  const places = flowLayout(widths, width);
  const middle = (line: number) => theme.legendRow * (line + 0.5);
  const discs = shares.map((share, k) => {
    const { left, line } = places[k + 1]!;
    return { x: left + discRadius + 1, y: middle(line), color: colors[k]!, label: labels[k]!, share };
  });
  const text = { textAnchor: 'start' } as const;
  return {
    width,
    height: theme.legendRow * (1 + places.at(-1)!.line),
    marks: [
      Plot.text([heading], {
        x: [0],
        y: [middle(0)],
        ...text,
        fillOpacity: theme.noteOpacity,
        className: 'gaussmix-legend-title',
      }),
      ...discMarks(discs, discRadius, 'gaussmix-legend'),
      Plot.text(discs, {
        x: 'x',
        y: 'y',
        dx: discRadius + 5,
        text: 'share',
        ...text,
        className: 'gaussmix-weights',
      }),
    ],
  };
}
