import { closed, LIST } from './lists';
import { pair } from './panels';

/** Lists the rows of one label. @returns rows in the lower half word, length of each list above */
export function listLabel(labels: usize, list: usize, label: f64, pairs: i32, filler: i32): i32 {
  const wanted = f64x2.splat(label);
  let even = list;
  let odd = list + LIST;
  for (let i = 0; i < pairs; i++) {
    const bits = i64x2.bitmask(f64x2.eq(v128.load(labels), wanted));
    store<u16>(even, i << 1);
    store<u16>(odd, (i << 1) | 1);
    even += (bits & 1) << 1;
    odd += bits & 2;
    labels += 16;
  }
  return closed(list, even, odd, filler);
}

/**
 * Marks the labels among listed rows.
 *
 * @param marks  bytes, `step` from one label to the next
 */
export function markLabels(labels: usize, list: usize, length: i32, marks: usize, step: i32, filler: i32): void {
  for (let i = 0; i < length; i++) {
    const even = <i32>load<u16>(list);
    const odd = <i32>load<u16>(list, LIST);
    if (even != filler) store<u8>(marks + <usize>(<i32>load<f64>(labels + (<usize>even << 3)) * step), 1);
    if (odd != filler) store<u8>(marks + <usize>(<i32>load<f64>(labels + (<usize>odd << 3)) * step), 1);
    list += 2;
  }
}

/**
 * Gathers listed rows about a mean.
 *
 * @param rows  row-major, d numbers each; the filler is the mean itself
 * @param deviations  receives x - mu, `step` bytes from one number of a row to the next
 */
export function gatherGroup(
  rows: usize, list: usize, length: i32, mean: usize, deviations: usize, d: i32, step: i32,
): void {
  const row = d << 3;
  for (let t = 0; t < length; t++) {
    let first = rows + <usize>load<u16>(list) * row;
    let second = rows + <usize>load<u16>(list, LIST) * row;
    let to = deviations;
    let m = mean;
    const even = mean + ((<usize>d & ~1) << 3);
    for (; m < even; m += 16) {
      const about = v128.load(m);
      const x = f64x2.sub(v128.load(first), about);
      const y = f64x2.sub(v128.load(second), about);
      v128.store(to, v128.shuffle<f64>(x, y, 0, 2));
      v128.store(to + step, v128.shuffle<f64>(x, y, 1, 3));
      first += 16;
      second += 16;
      to += <usize>step << 1;
    }
    if (d & 1) v128.store(to, f64x2.sub(pair(first, second), v128.load64_splat(m)));
    list += 2;
    deviations += 16;
  }
}

/**
 * Adds, for every component k, the responsibilities r_k of a group's rows, and their products r_k (x - mu_b).
 *
 * @param responsibilities  K times `perRow` bytes; 0 for the filler
 * @param weights  K vectors, R_bk
 * @param products  K times d vectors, filled up to a multiple of four, A_bk
 * @param room  for the responsibilities of the rows of one component
 * @param marks  K bytes, 0 where a component has no responsibility for any row of the group
 */
export function addGroup(
  list: usize, length: i32, responsibilities: usize, perRow: i32, components: i32,
  deviations: usize, d: i32, step: i32, weights: usize, products: usize, room: usize, marks: usize,
): void {
  const end = room + (<usize>length << 4);
  const tiles = (d + 3) >> 2;
  for (let k = 0; k < components; k++) {
    if (load<u8>(marks + k)) {
      let sum = v128.load(weights);
      let at = list;
      for (let r = room; r < end; r += 16) {
        const share = pair(
          responsibilities + (<usize>load<u16>(at) << 3),
          responsibilities + (<usize>load<u16>(at, LIST) << 3),
        );
        v128.store(r, share);
        sum = f64x2.add(sum, share);
        at += 2;
      }
      v128.store(weights, sum);
      addProducts(products, deviations, room, end, tiles, step);
    }
    responsibilities += perRow;
    weights += 16;
    products += <usize>tiles << 6;
  }
}

function addProducts(products: usize, deviations: usize, room: usize, end: usize, tiles: i32, step: i32): void {
  for (let tile = 0; tile < tiles; tile++) {
    let s0 = v128.load(products);
    let s1 = v128.load(products, 16);
    let s2 = v128.load(products, 32);
    let s3 = v128.load(products, 48);
    let x0 = deviations;
    let x1 = x0 + step;
    let x2 = x1 + step;
    let x3 = x2 + step;
    for (let r = room; r < end; r += 16) {
      const share = v128.load(r);
      s0 = f64x2.add(s0, f64x2.mul(share, v128.load(x0)));
      s1 = f64x2.add(s1, f64x2.mul(share, v128.load(x1)));
      s2 = f64x2.add(s2, f64x2.mul(share, v128.load(x2)));
      s3 = f64x2.add(s3, f64x2.mul(share, v128.load(x3)));
      x0 += 16;
      x1 += 16;
      x2 += 16;
      x3 += 16;
    }
    v128.store(products, s0);
    v128.store(products, s1, 16);
    v128.store(products, s2, 32);
    v128.store(products, s3, 48);
    products += 64;
    deviations += <usize>step << 2;
  }
}

/**
 * Folds the sums of group b into every component's count and deviations, and into the scatter that crosses groups.
 *
 * @param means  K times d numbers
 * @param counts  K numbers
 * @param deviations  K times d numbers
 * @param crossed  the lower triangle by rows
 * @param apart  room for d numbers, g_bk
 * @param beside  room for d numbers, u_bk
 */
export function foldGroup(
  b: i32, components: i32, d: i32, means: usize, weights: usize, products: usize,
  counts: usize, deviations: usize, crossed: usize, apart: usize, beside: usize,
): void {
  const row = <usize>d << 3;
  const own = means + b * row;
  const vectors = <usize>((d + 3) >> 2) << 6;
  for (let k = 0; k < components; k++) {
    const weight = load<f64>(weights) + load<f64>(weights, 8);
    if (weight != 0) {
      store<f64>(counts, load<f64>(counts) + weight);
      for (let j: usize = 0; j < row; j += 8) {
        const product = load<f64>(products + (j << 1)) + load<f64>(products + (j << 1), 8);
        const g = load<f64>(own + j) - load<f64>(means + j);
        store<f64>(apart + j, g);
        store<f64>(deviations + j, load<f64>(deviations + j) + (product + weight * g));
        store<f64>(beside + j, product + 0.5 * weight * g);
      }
      if (k != b) addCrossed(crossed, apart, beside, row);
    }
    weights += 16;
    products += vectors;
    means += row;
    counts += 8;
    deviations += row;
  }
}

/** crossed_ij += u_i g_j + g_i u_j. */
function addCrossed(crossed: usize, apart: usize, beside: usize, row: usize): void {
  for (let i: usize = 0; i < row; i += 8) {
    const u = v128.load64_splat(beside + i);
    const g = v128.load64_splat(apart + i);
    let j: usize = 0;
    for (; j < i; j += 16) {
      const added = f64x2.add(f64x2.mul(u, v128.load(apart + j)), f64x2.mul(g, v128.load(beside + j)));
      v128.store(crossed, f64x2.add(v128.load(crossed), added));
      crossed += 16;
    }
    if (j == i) {
      const added =
        load<f64>(beside + i) * load<f64>(apart + j) + load<f64>(apart + i) * load<f64>(beside + j);
      store<f64>(crossed, load<f64>(crossed) + added);
      crossed += 8;
    }
  }
}
