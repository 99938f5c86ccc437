import { addBlock, type Block } from './block.ts';
import type { Canvas } from './figure-options.ts';
import { addPanel, figureRoot } from './figure-root.ts';
import type { Margins } from './panel.ts';

/** What stands in a figure of one chart. */
export interface FigureParts {
  /** What a screen reader says. */
  readonly description: string;
  readonly legend?: Block;
  readonly notes: Block;
  /** Draws the chart in the room that legend and notes leave. */
  readonly chart: (room: { width: number; height: number; margins: Margins }) => Element;
}

/** Pixels about a chart: to the left ticks and a title, below the same. */
export const chartMargins: Margins = { top: 10, right: 16, bottom: 44, left: 68 };

/** A figure of one chart, with its legend above and its notes below. */
export function stackedFigure(
  canvas: Canvas,
  { description, legend, notes, chart }: FigureParts,
): SVGSVGElement {
  const root = figureRoot(canvas, description);
  const top = legend ? legend.height + 4 : 0;
  const bottom = canvas.height - notes.height - (notes.height > 0 ? 6 : 0);
  const height = Math.max(80, bottom - top);
  if (legend) addBlock(root, legend, { x: chartMargins.left, y: 2 });
  addPanel(root, chart({ width: canvas.width, height, margins: chartMargins }), { x: 0, y: top });
  addBlock(root, notes, { x: chartMargins.left, y: top + height + 2 });
  return root;
}

/** The width of legend and notes of such a figure, in pixels. */
export function stackedWidth(canvas: Canvas): number {
  return canvas.width - chartMargins.left - chartMargins.right;
}
