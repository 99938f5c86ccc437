/** The one look of all figures. Axes and text are currentColor, so that a page's light or dark scheme reaches them. */
export const theme = {
  fontFamily: 'system-ui, sans-serif',
  fontSize: 11,
  titleWeight: 600,
  /** Opacity of text that explains. */
  noteOpacity: 0.7,
  gridOpacity: 0.12,
  axisOpacity: 0.5,
  /** An estimate of the mean width of a character, in pixels: no DOM in Node can measure text. */
  characterWidth: 6.2,
  lineHeight: 16,
  legendRow: 22,
} as const;

/** Text cut to about a width in pixels, with an ellipsis where it was cut. */
export function fitText(text: string, width: number): string {
  const most = Math.max(1, Math.floor(width / theme.characterWidth));
  const characters = Array.from(text);
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
}

/** The same for the bold text of a title, which is wider. */
export function fitTitle(text: string, width: number): string {
  return fitText(text, width / 1.12);
}

/** About how wide a text is, in pixels. */
export function textWidth(text: string): number {
  return Array.from(text).length * theme.characterWidth;
}
