import { addBlock, type Block } from './block.ts';
import type { SideMarks } from './end-labels.ts';
import type { Canvas } from './figure-options.ts';
import { addPanel, figureRoot } from './figure-root.ts';
import { noteBlock } from './note-block.ts';
import { leftMargin, type PanelContent, plotPanel } from './panel.ts';

/** What stands in a figure of one chart. */
export interface FigureParts {
  /** What a screen reader says. */
  readonly description: string;
  /** A legend with lines of a width in pixels. */
  readonly legend?: (width: number) => Block;
  /** What stands to the right of the chart. */
  readonly side?: SideMarks;
  /** One sentence each. */
  readonly notes: readonly string[];
  readonly chart: PanelContent;
}

/** A figure of one chart, with its legend above and its notes below. */
export function stackedFigure(canvas: Canvas, parts: FigureParts): SVGSVGElement {
  const { description, legend, side, notes, chart } = parts;
  const margins = { top: 10, right: side?.width ?? 16, bottom: 44, left: leftMargin([chart.y]) };
  const lineWidth = canvas.width - margins.left - margins.right;
  const above = legend?.(lineWidth);
  const below = noteBlock([notes.join(' ')], lineWidth);
  const top = above ? above.height + 4 : 0;
  const height = Math.max(80, canvas.height - below.height - 6 - top);

  const root = figureRoot(canvas, description);
  if (above) addBlock(root, above, { x: margins.left, y: 2 });
  const frame = { width: lineWidth, height: height - margins.top - margins.bottom };
  const { document, width } = canvas;
  const marks = [...chart.marks, ...(side?.marks(frame) ?? [])];
  addPanel(root, plotPanel({ document, width, height, margins, ...chart, marks }), { x: 0, y: top });
  addBlock(root, below, { x: margins.left, y: top + height + 2 });
  return root;
}
