import { GaussmixError, log } from '@gaussmix/kernels';
import type { MixtureField } from './mixture-field.ts';

/** What belongs to the background. */
export interface BackgroundOptions {
  /**
   * The share of the rows that the background makes at least, above 0 and below 1: a small one for a still scene, a large one
   * where trees wave. 0.7 when absent.
   */
  readonly share?: number;
}

/**
 * Tells foreground from background by the last rows of a field. At each cell components are ordered by weight over standard
 * deviation (the geometric mean of the columns'), and the first of them that together have more than `share` of the weight
 * are the background: what is seen often and varies little.
 *
 * @param out  one number for each cell: 1 where the last row was of another component or novel, else 0
 * @throws GaussmixError "share" or "shape"
 *
 * O(cells K (K + d)). Stauffer & Grimson (1999), section 3.2.
 */
export function foregroundInto(
  out: Uint8Array | Uint8ClampedArray,
  field: MixtureField,
  { share = 0.7 }: BackgroundOptions = {},
): void {
  const { cells, components: K, dimension: d, counts, variances, labels, novel } = field;
  if (!(share > 0 && share < 1)) {
    throw new GaussmixError('share', `foregroundInto: share must be above 0 and below 1, got ${share}.`);
  }
  if (out.length !== cells) {
    throw new GaussmixError(
      'shape',
      `foregroundInto: out must hold a number for each cell (${cells}), got ${out.length}.`,
    );
  }
  const ranks = new Float64Array(K);
  for (let cell = 0; cell < cells; cell++) {
    let total = 0;
    for (let k = 0; k < K; k++) {
      const i = cell * K + k;
      let logDeterminant = 0;
      for (let j = 0; j < d; j++) logDeterminant += log(variances[i * d + j]!);
      ranks[k] = log(counts[i]!) - (0.5 * logDeterminant) / d;
      total += counts[i]!;
    }
    // A component is of the background unless those before it have the share already.
    const label = labels[cell]!;
    let before = 0;
    for (let k = 0; k < K; k++) {
      const earlier = ranks[k]! > ranks[label]! || (ranks[k]! === ranks[label]! && k < label);
      if (earlier) before += counts[cell * K + k]!;
    }
    out[cell] = novel[cell] === 1 || before > share * total ? 1 : 0;
  }
}
