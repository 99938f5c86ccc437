import * as Plot from '@observablehq/plot';
import type { Block } from './block.ts';
import { flowLayout } from './flow-layout.ts';
import { textWidth, theme } from './theme.ts';

/**
 * Sentences that go with a figure, broken into lines.
 *
 * @param width  of a line, in pixels
 */
export function noteBlock(notes: readonly string[], width: number): Block {
  const lines = notes.flatMap((note) => breakLines(note, width));
  const placed = lines.map((text, line) => ({ text, y: theme.lineHeight * (line + 0.5) }));
  const look = { textAnchor: 'start', fillOpacity: theme.noteOpacity, className: 'gaussmix-notes' } as const;
  return {
    width,
    height: lines.length * theme.lineHeight,
    marks: lines.length === 0 ? [] : [Plot.text(placed, { x: () => 0, y: 'y', text: 'text', ...look })],
  };
}

function breakLines(text: string, width: number): string[] {
  const words = text.split(' ');
  const places = flowLayout(
    words.map((word) => textWidth(`${word} `)),
    width,
  );
  const lines: string[][] = [];
  places.forEach(({ line }, i) => {
    lines[line] = [...(lines[line] ?? []), words[i]!];
  });
  return lines.map((line) => line.join(' '));
}
