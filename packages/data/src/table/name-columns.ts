/**
 * The names of the columns, no two alike: those of the header, without white space around them. A column without
 * one is called `x` and its number; a name that came before gets a number behind it, `width`, `width_2`.
 *
 * @param header  d cells, or the number of columns of a file without a header
 */
export function nameColumns(header: readonly string[] | number): string[] {
  const cells = typeof header === 'number' ? Array.from({ length: header }, () => '') : header;
  const given = new Set(cells.map((cell) => cell.trim()));
  const taken = new Set<string>();
  return cells.map((cell, j) => {
    const wanted = cell.trim() || `x${j + 1}`;
    let name = wanted;
    // A number must not make a name that stands elsewhere in the header.
    for (let copy = 2; taken.has(name) || (name !== cell.trim() && given.has(name)); copy++)
      name = `${wanted}_${copy}`;
    taken.add(name);
    return name;
  });
}
