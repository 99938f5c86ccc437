import type { Block } from './block.ts';
import { noteBlock } from './note-block.ts';
import type { Margins } from './panel.ts';

/** Pixels: frames of one column share their left edge, those of one row their top. */
export interface MatrixLayout {
  readonly panel: { readonly width: number; readonly height: number };
  readonly gap: number;
  readonly margins: Margins;
}

/** Legend and notes, each with its upper left corner. */
export interface PlacedBlock {
  readonly block: Block;
  readonly at: { readonly x: number; readonly y: number };
}

/** What a matrix of m x m panels is laid out from. */
export interface MatrixParts {
  /** m */
  readonly columns: number;
  /** Of the figure, in pixels. */
  readonly width: number;
  readonly height: number;
  /** For the ticks and titles of the panels at the edges. */
  readonly margins: Margins;
  /** A legend with lines of a width in pixels. */
  readonly legend: (width: number) => Block;
  /** One sentence each. */
  readonly notes: readonly string[];
}

const gap = 10;

/** How wide each of m panels is beside one another, in pixels. */
export function panelWidth(columns: number, { width, margins }: { width: number; margins: Margins }): number {
  return (width - margins.left - margins.right - (columns - 1) * gap) / columns;
}

/**
 * Places panels and text. Legend and notes stand in the free corner right of the first panel when they are no higher
 * than it; else the legend stands above all panels and the notes below.
 */
export function matrixLayout(parts: MatrixParts): { layout: MatrixLayout; texts: readonly PlacedBlock[] } {
  const { width, height, margins } = parts;
  const layout = panelsBetween(parts, margins);
  const left = margins.left + layout.panel.width + gap + 14;
  const corner = textBlocks(parts, width - margins.right - left);
  if (corner.legend.height + corner.notes.height + 4 <= layout.panel.height) {
    const below = margins.top + corner.legend.height + 4;
    return {
      layout,
      texts: [
        { block: corner.legend, at: { x: left, y: margins.top } },
        { block: corner.notes, at: { x: left, y: below } },
      ],
    };
  }
  const { legend, notes } = textBlocks(parts, width - margins.left - margins.right);
  return {
    layout: panelsBetween(parts, {
      ...margins,
      top: margins.top + legend.height + 4,
      bottom: margins.bottom + notes.height + 4,
    }),
    texts: [
      { block: legend, at: { x: margins.left, y: 2 } },
      { block: notes, at: { x: margins.left, y: height - notes.height } },
    ],
  };
}

function panelsBetween({ columns, width, height }: MatrixParts, margins: Margins): MatrixLayout {
  const room = height - margins.top - margins.bottom - (columns - 1) * gap;
  return {
    panel: { width: panelWidth(columns, { width, margins }), height: Math.max(20, room / columns) },
    gap,
    margins,
  };
}

function textBlocks({ legend, notes }: MatrixParts, width: number): { legend: Block; notes: Block } {
  return { legend: legend(width), notes: noteBlock([notes.join(' ')], width) };
}
