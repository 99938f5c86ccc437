/**
 * Rows in panels of four: number j of rows 4g .. 4g + 3 stands at 32 (stride g + j), so that two vectors of two
 * rows are next to each other. What is beyond the rows is left as it was.
 *
 * @param rows  row-major, d numbers each
 * @param n  how many
 * @param stride  numbers of a row that a panel has room for, at least d
 */
export function toPanels(rows: usize, panels: usize, n: i32, d: i32, stride: i32): void {
  const row = <usize>d << 3;
  const groups = n >> 2;
  for (let g = 0; g < groups; g++) {
    let from = rows;
    let to = panels;
    for (let j = 0; j < d; j++) {
      v128.store(to, pair(from, from + row));
      v128.store(to, pair(from + (row << 1), from + row * 3), 16);
      from += 8;
      to += 32;
    }
    rows += row << 2;
    panels += <usize>stride << 5;
  }
  for (let i = 0; i < (n & 3); i++) {
    for (let j = 0; j < d; j++) store<f64>(panels + (<usize>j << 5) + (<usize>i << 3), load<f64>(rows + (<usize>j << 3)));
    rows += row;
  }
}

/** Two numbers as one vector. */
// @ts-ignore: decorator
@inline
export function pair(first: usize, second: usize): v128 {
  return v128.load64_lane(second, v128.load64_zero(first), 1);
}
