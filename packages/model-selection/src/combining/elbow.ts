/**
 * Where a curve bends: the number c, counted from 1, for which two straight lines by least squares, through the
 * values 1 to c and through the values c to K, leave the least sum of squares; the first of equals.
 *
 * @param values  K of them, for 1, 2, ..., K
 * @returns from 2 to K - 1; K where K is 1 or 2
 *
 * Baudry et al. (2010), Journal of Computational and Graphical Statistics 19(2), 332-353, section 4; mclust's
 * clustCombiOptim with reg = 2.
 */
export function elbow(values: readonly number[]): number {
  if (values.length <= 2) return values.length;
  let best = 2;
  let least = Infinity;
  for (let c = 2; c < values.length; c++) {
    const left = squaresAboutLine(values.slice(0, c)) + squaresAboutLine(values.slice(c - 1));
    if (left >= least) continue;
    least = left;
    best = c;
  }
  return best;
}

/** What a straight line through evenly spaced values leaves over. */
function squaresAboutLine(values: readonly number[]): number {
  const middle = (values.length - 1) / 2;
  const mean = values.reduce((sum, y) => sum + y, 0) / values.length;
  const along = values.reduce((sum, y, i) => sum + (i - middle) * (y - mean), 0);
  const spread = values.reduce((sum, _, i) => sum + (i - middle) * (i - middle), 0);
  const slope = along / spread;
  return values.reduce((sum, y, i) => {
    const residual = y - mean - slope * (i - middle);
    return sum + residual * residual;
  }, 0);
}
