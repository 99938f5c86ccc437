import { type PackedMixture, rowPosterior } from '../../src/index.ts';

/** A mixture and rows, so many as it takes to show what is left out. */
export interface Sample {
  readonly packed: PackedMixture;
  readonly rows: Float64Array;
}

/** Spherical normal components on a line through the space, and rows drawn from them. */
export interface SampleRequest {
  readonly d: number;
  readonly weights: readonly number[];
  /** Distance of neighbors in deviations of the wider one. */
  readonly apart: number;
  /** Their standard deviations. */
  readonly spreads: readonly number[];
  /** The shares in which rows are drawn; the weights when absent. */
  readonly drawn?: readonly number[];
  /** Whether one factor serves all; the spreads are then equal. */
  readonly shared?: boolean;
}

const ROWS = 4000;

/** Rows of a mixture, with their mixture. @returns 4,000 rows, always the same */
export function sampleOf({
  d,
  weights,
  apart,
  spreads,
  drawn = weights,
  shared = false,
}: SampleRequest): Sample {
  const components = weights.length;
  const means = new Float64Array(components * d);
  for (let k = 1; k < components; k++) {
    means[k * d] = means[(k - 1) * d]! + apart * Math.max(spreads[k]!, spreads[k - 1]!);
  }
  const factors = spreads
    .slice(0, shared ? 1 : components)
    .flatMap((spread) => new Array<number>(d).fill(1 / spread));
  const packed: PackedMixture = {
    components,
    dimension: d,
    packing: 'diagonal',
    shared,
    constants: Float64Array.from(
      weights,
      (weight, k) => Math.log(weight) - (d / 2) * Math.log(2 * Math.PI) - d * Math.log(spreads[k]!),
    ),
    weights: Float64Array.from(weights),
    means,
    factors: Float64Array.from(factors),
  };
  return { packed, rows: draw(packed, drawn, spreads) };
}

function draw(
  { dimension: d, means }: PackedMixture,
  drawn: readonly number[],
  spreads: readonly number[],
): Float64Array {
  let state = 7;
  const uniform = (): number => {
    state = (Math.imul(1664525, state) + 1013904223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
  const normal = (): number => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
  const rows = new Float64Array(ROWS * d);
  let k = 0;
  let end = drawn[0]! * ROWS;
  for (let i = 0; i < ROWS; i++) {
    while (i >= end && k < drawn.length - 1) end += drawn[++k]! * ROWS;
    for (let j = 0; j < d; j++) rows[i * d + j] = means[k * d + j]! + spreads[k]! * normal();
  }
  return rows;
}

/** How much an E-step that leaves out what does not matter may differ from one that counts all. */
export interface Differences {
  /** How many times a component was left out for a row. */
  omitted: number;
  /** The largest over components, of N_k. */
  counts: number;
  /** The largest over components and columns, of sqrt(N_k S_ii). */
  deviations: number;
  /** The largest over components, or over all together, and pairs of columns, of sqrt(S_ii S_jj). */
  scatters: number;
  /** In ln p(x), the largest over rows. */
  nats: number;
  /** In sum_k tau_k ln tau_k, the largest over rows. */
  entropy: number;
}

/**
 * The sums of the sizes of all differences of terms, which bound the difference of the sums. A difference of two
 * posteriors is a double exactly, or one of them is 0, so these sums of positive numbers are right to 12 digits, where the
 * difference of two sums would be lost in their roundings.
 */
export function differencesOf({ packed, rows }: Sample): Differences {
  const { components, dimension: d, means } = packed;
  const [all, part] = [rowPosterior(packed, 'all'), rowPosterior(packed, 'what-matters')];
  const moments = Array.from({ length: components }, () => new Moments(d));
  const differences = Array.from({ length: components }, () => new Moments(d));
  let [omitted, nats, entropy] = [0, 0, 0];
  for (let at = 0; at < rows.length; at += d) {
    const [whole, some] = [all(rows, at), part(rows, at)];
    // ln p(x) is the largest joint log-density, the same in both, less ln max tau.
    nats = Math.max(nats, Math.abs(whole.logMax - some.logMax));
    entropy = Math.max(entropy, Math.abs(whole.entropy - some.entropy));
    for (let k = 0; k < components; k++) {
      const deviation = rows.slice(at, at + d).map((x, j) => Math.abs(x - means[k * d + j]!));
      const [tau, kept] = [whole.posteriors[k]!, some.posteriors[k]!];
      if (kept === 0 && tau > 0) omitted++;
      moments[k]!.add(kept, deviation);
      differences[k]!.add(Math.abs(tau - kept), deviation);
    }
  }
  const pooled = [moments, differences].map((parts) =>
    parts.reduce((sum, part) => sum.plus(part), new Moments(d)),
  );
  const pairs = [...moments.map((moment, k) => [moment, differences[k]!]), pooled] as [Moments, Moments][];
  const largest = (ratio: (moment: Moments, difference: Moments) => number): number =>
    Math.max(...pairs.map(([moment, difference]) => ratio(moment, difference)));
  return {
    omitted,
    nats,
    entropy,
    counts: largest((moment, difference) => difference.count / moment.count),
    deviations: largest((moment, difference) =>
      Math.max(
        ...difference.sums.map((sum, i) => sum / Math.sqrt(moment.count * moment.scatter[i * d + i]!)),
      ),
    ),
    scatters: largest((moment, difference) =>
      Math.max(
        ...difference.scatter.map((entry, at) => {
          const [i, j] = [Math.floor(at / d), at % d];
          return entry / Math.sqrt(moment.scatter[i * d + i]! * moment.scatter[j * d + j]!);
        }),
      ),
    ),
  };
}

/** Sums of the sizes of a component's terms. */
class Moments {
  count = 0;
  readonly sums: Float64Array;
  readonly scatter: Float64Array;

  constructor(d: number) {
    this.sums = new Float64Array(d);
    this.scatter = new Float64Array(d * d);
  }

  add(weight: number, deviation: Float64Array): void {
    const d = deviation.length;
    this.count += weight;
    for (let i = 0; i < d; i++) {
      this.sums[i]! += weight * deviation[i]!;
      for (let j = 0; j < d; j++) this.scatter[i * d + j]! += weight * deviation[i]! * deviation[j]!;
    }
  }

  plus(other: Moments): Moments {
    const sum = new Moments(this.sums.length);
    sum.count = this.count + other.count;
    for (let i = 0; i < sum.sums.length; i++) sum.sums[i] = this.sums[i]! + other.sums[i]!;
    for (let i = 0; i < sum.scatter.length; i++) sum.scatter[i] = this.scatter[i]! + other.scatter[i]!;
    return sum;
  }
}
