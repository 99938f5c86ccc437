import * as Plot from '@observablehq/plot';
import { addPanel } from './figure-root.ts';

/** A legend or some notes: marks whose coordinates are pixels from the block's upper left corner. */
export interface Block {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Plot.Markish[];
}

/**
 * Puts a block into a figure.
 *
 * @param at  its upper left corner, in pixels
 */
export function addBlock(root: SVGSVGElement, block: Block, at: { x: number; y: number }): void {
  if (block.marks.length === 0) return;
  const drawn = Plot.plot({
    document: root.ownerDocument,
    width: block.width,
    height: block.height,
    margin: 0,
    x: { type: 'identity', axis: null },
    y: { type: 'identity', axis: null },
    marks: [...block.marks],
  });
  addPanel(root, drawn, at);
}
