import type { Canvas } from './figure-options.ts';
import { addPanel, figureRoot } from './figure-root.ts';
import { type PanelContent, plotPanel } from './panel.ts';

const margins = { top: 0, right: 0, bottom: 0, left: 0 };

/** A figure that one chart fills from edge to edge, for small pictures: its axes are a grid without ticks. */
export function bareFigure(
  canvas: Canvas,
  parts: { description: string; chart: PanelContent },
): SVGSVGElement {
  const root = figureRoot(canvas, parts.description);
  const show = { x: 'none', y: 'none' } as const;
  addPanel(root, plotPanel({ ...canvas, margins, ...parts.chart, show }), { x: 0, y: 0 });
  return root;
}
