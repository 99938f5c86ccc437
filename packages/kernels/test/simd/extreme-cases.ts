import { factorLength, type PackedMixture } from '../../src/index.ts';
import type { ParityCase } from './parity.ts';

const LARGEST = 1.7976931348623157e308;
const LEAST = 5e-324;

/** Blocks at the ends of the doubles, each in 1 to 5 dimensions, in every packing, with factors apart and shared. */
export function* extremeCases(): Generator<ParityCase> {
  for (const dimension of [1, 2, 3, 4, 5]) {
    for (const packing of ['diagonal', 'triangular', 'low-rank'] as const) {
      for (const shared of packing === 'low-rank' ? [false] : [false, true]) {
        const shape = { dimension, packing, shared };
        for (const { title, components, values } of EXTREMES) {
          const packed = mixtureOf(shape, components);
          // Also less than a panel, and one row alone.
          for (const count of new Set([values.length, Math.min(values.length, 3), 1])) {
            const rows = rowsOf(values.slice(0, count), dimension);
            yield { title: `${title}, ${describeShape(shape)}`, packed, rows, from: 0, to: count };
          }
        }
      }
    }
  }
}

/** Components along a line, each the same in every dimension, and rows at values on it. */
interface Extreme {
  readonly title: string;
  readonly components: readonly Component[];
  readonly values: readonly number[];
}

interface Component {
  readonly constant: number;
  readonly mean: number;
  /** 1 over the standard deviation. */
  readonly factor: number;
  /** Its share of the weights; 1 when absent. */
  readonly weight?: number;
}

const component = (mean: number, factor = 1, constant = -1): Component => ({ mean, factor, constant });
const without = (mean: number): Component => ({ mean, factor: 1, constant: -Infinity, weight: 0 });

const EXTREMES: readonly Extreme[] = [
  {
    title: 'rows beyond every component',
    components: [component(-1), component(1), component(3, 0.5)],
    values: [1e160, -1e160, 1e200, LARGEST, -LARGEST],
  },
  {
    title: 'rows beyond every component among others',
    components: [component(-1), component(1), component(3, 0.5)],
    values: [0.3, 1, 1e160, -2.7, 1e5, -1e308, 0.1],
  },
  {
    title: 'rows beyond some components',
    components: [component(0.1, 1e200), component(1), component(3, 1e170)],
    values: [2, 0.3, -7.1, 0.1, 3, 1.1, 5],
  },
  {
    title: 'whitening that overflows',
    components: [component(0, 1e300), component(1), component(2, LARGEST)],
    values: [1e10, 3, 2, 1e150, 0.7],
  },
  {
    title: 'deviations that overflow',
    components: [component(-1e308), component(1e308), component(0)],
    values: [1e308, -1e308, 0, 1, 1e308],
  },
  {
    title: 'squares just within the doubles',
    components: [component(0), component(1e150), component(-1e150, 0.5)],
    values: [1e153, 1.3e154, -1.1e154, 1e150, 3e149, 0],
  },
  {
    title: 'one row of two components',
    components: [component(0), component(0.1, 1, -3)],
    values: [0],
  },
  {
    title: 'shares of 2^-1000 to 0',
    components: [
      component(0, 1, 0),
      component(37.1),
      component(37.9),
      component(38.4),
      component(38.7),
      component(60),
    ],
    values: [0, 0.01, -0.2, 0.3, 37.5, 38.5, 20],
  },
  {
    title: 'shares about the cutoff',
    components: [
      component(0, 1, 0),
      component(8.8),
      component(9),
      component(9.1),
      component(9.25),
      component(9.4),
    ],
    values: [0, 0.1, -0.1, 0.2, -0.2, 0.3, 0.05, -0.05, 4.5],
  },
  {
    title: 'one component of weight 0',
    components: [without(0), component(0.5), component(1)],
    values: [0, 1, 9, 1e160],
  },
  {
    title: 'one component that has all',
    components: [without(0), component(0.5), without(1)],
    values: [0, 0.5, 9, -3],
  },
  { title: 'weights that are all 0', components: [without(0), without(3)], values: [0, 1, 2, 3, 4] },
  {
    title: 'components that are the same',
    components: [component(1), component(1), component(1), component(1)],
    values: [1, 1, -3, 40, 1e6, 1e155],
  },
  {
    title: 'a weight of 1e-300',
    components: [component(0, 1, -691.7), component(5, 1, 0)].map((c, k) => ({
      ...c,
      weight: k === 0 ? 1e-300 : 1,
    })),
    values: [0, 5, 2.5, -30, -40, -60, 1],
  },
  {
    title: 'rows at means',
    components: [component(-2), component(0), component(7)],
    values: [-2, 0, 7, 0, -2],
  },
  {
    title: 'zeros of both signs',
    components: [component(0), component(-0), component(-0, 2)],
    values: [0, -0, 0, -0, -0],
  },
  {
    title: 'numbers about 1e150',
    components: [component(1e150, 1e-150), component(-2e150, 3e-150), component(4e150, 1e-149)],
    values: [1e150, 0, -2e150, 3.3e150, 5e150, -1e148],
  },
  {
    title: 'numbers about 1e-150',
    components: [component(1e-150, 1e150), component(-2e-150, 3e150), component(4e-150, 1e149)],
    values: [1e-150, 0, -2e-150, 3.3e-150, 5e-150, -1e-152],
  },
  {
    title: 'deviations whose products are subnormal or 0',
    components: [component(0), component(1e-160), component(3e-170)],
    values: [1e-155, -1e-160, 1e-165, LEAST, -LEAST, 1e-308, 0],
  },
  {
    title: 'large constants',
    components: [component(0, 1, 1e300), component(1, 1, -1e300), component(2, 1, 1e16)],
    values: [0, 1, 5, 1e151],
  },
  {
    title: 'infinite constants',
    components: [component(0, 1, Infinity), component(1), component(2, 1, -Infinity)],
    values: [0, 1, 5],
  },
  {
    title: 'rows that are not finite',
    components: [component(0), component(1)],
    values: [0, NaN, 1, Infinity, -Infinity, 3],
  },
  { title: 'one row that is not finite', components: [component(0), component(1)], values: [NaN] },
  { title: 'one component', components: [component(0.1, 0.7)], values: [0, 1e5, 1e160, -3.3, 0.1] },
];

interface Shape {
  readonly dimension: number;
  readonly packing: PackedMixture['packing'];
  readonly shared: boolean;
}

function mixtureOf(
  { dimension: d, packing, shared }: Shape,
  components: readonly Component[],
): PackedMixture {
  const rank = packing === 'low-rank' ? 2 : 0;
  const own = components.map(({ factor }) => {
    const numbers = new Float64Array(factorLength(packing, d, rank));
    if (packing === 'diagonal') return numbers.fill(factor);
    if (packing === 'low-rank') {
      numbers.fill(factor, 0, d);
      for (let j = 0; j < d; j++) numbers.set([0.5, j % 2 === 0 ? 0.25 : -0.25], d + 2 * j);
      numbers.set([-0.25, 0, 0.125, -0.5], 3 * d);
      return numbers.fill(1 / factor / factor, 3 * d + 4);
    }
    for (let i = 0, at = 0; i < d; i++) {
      for (let j = 0; j < i; j++) numbers[at++] = 0.25 / factor / (i + 1);
      numbers[at++] = factor;
    }
    return numbers;
  });
  const total = components.reduce((sum, { weight = 1 }) => sum + weight, 0) || 1;
  return {
    components: components.length,
    dimension: d,
    packing,
    rank,
    shared,
    constants: Float64Array.from(components, ({ constant }) => constant),
    weights: Float64Array.from(components, ({ weight = 1 }) => weight / total),
    means: Float64Array.from(components.flatMap(({ mean }) => new Array<number>(d).fill(mean))),
    factors: Float64Array.from((shared ? own.slice(0, 1) : own).flatMap((numbers) => [...numbers])),
  };
}

/** A row for each value; its other numbers are those of its neighbors, so that not all dimensions are at the end. */
function rowsOf(values: readonly number[], d: number): Float64Array {
  return Float64Array.from({ length: values.length * d }, (_, index) => {
    const [i, j] = [Math.floor(index / d), index % d];
    return j === 0 || i % 2 === 0 ? values[i]! : values[(i + j) % values.length]!;
  });
}

function describeShape({ dimension, packing, shared }: Shape): string {
  return `d = ${dimension}, ${packing}, ${shared ? 'shared' : 'apart'}`;
}
