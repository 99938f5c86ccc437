/**
 * Adds a row without the origin to the sums of a cluster, or takes it away, bit for bit as `moveRows` of src/kmeans.
 *
 * @param row  d numbers
 * @param sums  d sums, and `apart` bytes behind each what its roundings have lost
 */
// @ts-ignore: decorator
@inline
function addRow(row: usize, origin: usize, sums: usize, apart: usize, d: i32, away: bool): void {
  let j = d;
  for (; j >= 2; j -= 2) {
    let x = f64x2.sub(v128.load(row), v128.load(origin));
    if (away) x = f64x2.neg(x);
    const sum = v128.load(sums);
    const next = f64x2.add(sum, x);
    const rounded = f64x2.sub(next, sum);
    const lost = f64x2.add(f64x2.sub(sum, f64x2.sub(next, rounded)), f64x2.sub(x, rounded));
    v128.store(sums, next);
    v128.store(sums + apart, f64x2.add(v128.load(sums + apart), lost));
    row += 16;
    origin += 16;
    sums += 16;
  }
  if (j > 0) {
    let x = load<f64>(row) - load<f64>(origin);
    if (away) x = -x;
    const sum = load<f64>(sums);
    const next = sum + x;
    const rounded = next - sum;
    const lost = sum - (next - rounded) + (x - rounded);
    store<f64>(sums, next);
    store<f64>(sums + apart, load<f64>(sums + apart) + lost);
  }
}

/**
 * Takes rows from the sums of one cluster to those of another.
 *
 * @param list  four bytes for each of n: which of the rows it is
 * @param labels  for each of n rows two numbers of four bytes: from where, -1 for nowhere, and to where
 * @param sums  K x d, and then K x d of what their roundings have lost
 */
export function moveRows(
  list: usize,
  rows: usize,
  origin: usize,
  labels: usize,
  sums: usize,
  n: i32,
  clusters: i32,
  d: i32,
): void {
  const bytes = <usize>d << 3;
  const apart = <usize>clusters * bytes;
  for (let i = 0; i < n; i++) {
    const from = load<i32>(labels);
    const to = load<i32>(labels, 4);
    const row = rows + <usize>load<u32>(list) * bytes;
    addRow(row, origin, sums + <usize>to * bytes, apart, d, false);
    if (from >= 0) addRow(row, origin, sums + <usize>from * bytes, apart, d, true);
    list += 4;
    labels += 8;
  }
}
