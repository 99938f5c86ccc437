/**
 * The assignment of rows to columns with the greatest total gain, no column used twice. With more rows than
 * columns some rows have none.
 *
 * Kuhn's Hungarian method by shortest augmenting paths: rows come in one after the other, each on the path that
 * costs least by the prices (potentials) of rows and columns. O(r c min(r, c)).
 * Kuhn (1955), Naval Research Logistics Quarterly 2, 83-97; Jonker and Volgenant (1987), Computing 38, 325-340.
 *
 * @param gains  gains[row][column], r x c
 * @returns the column of each row, undefined where it has none
 */
export function bestMatching(gains: readonly (readonly number[])[]): (number | undefined)[] {
  const r = gains.length;
  const c = gains[0]?.length ?? 0;
  if (r <= c) return assign(r, c, (row, column) => -gains[row]![column]!);
  const rowOfColumn = assign(c, r, (column, row) => -gains[row]![column]!);
  const columnOfRow = new Array<number | undefined>(r).fill(undefined);
  rowOfColumn.forEach((row, column) => {
    columnOfRow[row] = column;
  });
  return columnOfRow;
}

/** The cheapest column for each of r rows, r <= c. */
function assign(r: number, c: number, cost: (row: number, column: number) => number): number[] {
  const rowPrice = new Float64Array(r);
  const columnPrice = new Float64Array(c);
  const rowOf = new Int32Array(c).fill(-1);
  for (let row = 0; row < r; row++) {
    // Dijkstra over the columns: slack[j] is the least reduced cost of a path from the new row to column j.
    const slack = new Float64Array(c).fill(Infinity);
    const before = new Int32Array(c).fill(-1);
    const reached = new Uint8Array(c);
    let column = -1;
    let at = row;
    let length = 0;
    while (at !== -1) {
      let nearest = -1;
      for (let j = 0; j < c; j++) {
        if (reached[j]) continue;
        const path = length + cost(at, j) - rowPrice[at]! - columnPrice[j]!;
        if (path < slack[j]!) {
          slack[j] = path;
          before[j] = column;
        }
        if (nearest === -1 || slack[j]! < slack[nearest]!) nearest = j;
      }
      column = nearest;
      length = slack[column]!;
      reached[column] = 1;
      at = rowOf[column]!;
    }
    rowPrice[row]! += length;
    for (let j = 0; j < c; j++) {
      if (!reached[j] || j === column) continue;
      rowPrice[rowOf[j]!]! += length - slack[j]!;
      columnPrice[j]! -= length - slack[j]!;
    }
    while (column !== -1) {
      const previous = before[column]!;
      rowOf[column] = previous === -1 ? row : rowOf[previous]!;
      column = previous;
    }
  }
  const columnOf = new Array<number>(r).fill(-1);
  rowOf.forEach((row, column) => {
    if (row !== -1) columnOf[row] = column;
  });
  return columnOf;
}
