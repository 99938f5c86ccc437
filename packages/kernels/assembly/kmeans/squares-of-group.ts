import { pair } from '../mixture/panels';

/** Bytes of four numbers: one for each row of a group. */
export const GROUP: usize = 32;

/**
 * Four rows without the origin: number j of them stands at 32 j.
 *
 * @param list  four bytes for each of the four: which rows
 * @param rows  row-major, d numbers each
 */
// @ts-ignore: decorator
@inline
export function gatherGroup(list: usize, rows: usize, origin: usize, group: usize, d: i32): void {
  const bytes = <usize>d << 3;
  let first = rows + <usize>load<u32>(list) * bytes;
  let second = rows + <usize>load<u32>(list, 4) * bytes;
  let third = rows + <usize>load<u32>(list, 8) * bytes;
  let fourth = rows + <usize>load<u32>(list, 12) * bytes;
  for (let j = 0; j < d; j++) {
    const lost = v128.load64_splat(origin);
    v128.store(group, f64x2.sub(pair(first, second), lost));
    v128.store(group, f64x2.sub(pair(third, fourth), lost), 16);
    first += 8;
    second += 8;
    third += 8;
    fourth += 8;
    origin += 8;
    group += GROUP;
  }
}

/**
 * The squared distances of four rows to all centers, each summed in the order of the columns: to center k at 32 k.
 * Four centers at a time share the loads of the rows.
 *
 * @param centers  row-major, d numbers each
 */
export function squaresOfGroup(group: usize, centers: usize, squares: usize, clusters: i32, d: i32): void {
  const bytes = <usize>d << 3;
  let k = 0;
  for (; k + 4 <= clusters; k += 4) {
    let a0 = f64x2.splat(0);
    let a1 = a0;
    let b0 = a0;
    let b1 = a0;
    let c0 = a0;
    let c1 = a0;
    let d0 = a0;
    let d1 = a0;
    let x = group;
    let at = centers;
    for (let j = 0; j < d; j++) {
      const x0 = v128.load(x);
      const x1 = v128.load(x, 16);
      const a = v128.load64_splat(at);
      const b = v128.load64_splat(at + bytes);
      const c = v128.load64_splat(at + (bytes << 1));
      const e = v128.load64_splat(at + bytes * 3);
      a0 = f64x2.add(a0, square(f64x2.sub(x0, a)));
      a1 = f64x2.add(a1, square(f64x2.sub(x1, a)));
      b0 = f64x2.add(b0, square(f64x2.sub(x0, b)));
      b1 = f64x2.add(b1, square(f64x2.sub(x1, b)));
      c0 = f64x2.add(c0, square(f64x2.sub(x0, c)));
      c1 = f64x2.add(c1, square(f64x2.sub(x1, c)));
      d0 = f64x2.add(d0, square(f64x2.sub(x0, e)));
      d1 = f64x2.add(d1, square(f64x2.sub(x1, e)));
      x += GROUP;
      at += 8;
    }
    v128.store(squares, a0);
    v128.store(squares, a1, 16);
    v128.store(squares, b0, 32);
    v128.store(squares, b1, 48);
    v128.store(squares, c0, 64);
    v128.store(squares, c1, 80);
    v128.store(squares, d0, 96);
    v128.store(squares, d1, 112);
    squares += GROUP << 2;
    centers += bytes << 2;
  }
  for (; k < clusters; k++) {
    let a0 = f64x2.splat(0);
    let a1 = a0;
    let x = group;
    for (let j = 0; j < d; j++) {
      const a = v128.load64_splat(centers);
      a0 = f64x2.add(a0, square(f64x2.sub(v128.load(x), a)));
      a1 = f64x2.add(a1, square(f64x2.sub(v128.load(x, 16), a)));
      x += GROUP;
      centers += 8;
    }
    v128.store(squares, a0);
    v128.store(squares, a1, 16);
    squares += GROUP;
  }
}

// @ts-ignore: decorator
@inline
function square(x: v128): v128 {
  return f64x2.mul(x, x);
}
