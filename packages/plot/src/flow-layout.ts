/**
 * Places items of given widths one after another in lines, as words in a paragraph.
 *
 * @param widths  in pixels, with the gap that follows
 * @param available  the width of a line; an item wider than it has a line of its own
 * @returns for each item its left edge and its line, from 0
 */
export function flowLayout(widths: readonly number[], available: number): { left: number; line: number }[] {
  let [left, line] = [0, 0];
  return widths.map((width) => {
    if (left > 0 && left + width > available) {
      left = 0;
      line++;
    }
    const place = { left, line };
    left += width;
    return place;
  });
}
