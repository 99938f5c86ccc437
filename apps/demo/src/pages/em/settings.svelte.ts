import { choice, integer, numbers, real } from '../../state/codecs.ts';
import { urlState } from '../../state/url-state.svelte.ts';
import { lineData, planeData } from './data-sets.ts';
import { lineStructures, planeStructures } from './structure-named.ts';

/** Half steps at most. */
export const mostSteps = 1200;

const mostPoints = 300;
const starts: readonly string[] = ['placed', 'k-means++', 'random', 'spread', 'bad'];
const valuesOf = (offers: readonly { readonly value: string }[]) => offers.map(({ value }) => value);
const anywhere = { min: -1e6, max: 1e6 };
const pairs = (list: readonly number[]) => list.length % 2 === 0 && list.length <= 2 * mostPoints;

/** What stands in the address: for the line (1) and the plane (2) apart, so that each keeps its own. */
const codecs = {
  d: choice('1', ['1', '2']),
  seed: integer(1, { min: 0, max: 999_999 }),
  step: integer(0, { min: 0, max: mostSteps }),
  speed: integer(2, { min: 1, max: 20 }),
  assignment: choice('soft', ['soft', 'hard']),
  beside: choice('none', ['none', 'other', 'gradient']),
  ridge: choice('0', ['0', '0.01', '0.1', 'auto']),
  deviation: real(1, { min: 0.05, max: 20 }),
  component: integer(1, { min: 1, max: 6 }),
  data1: choice('six', valuesOf(lineData)),
  data2: choice('three', valuesOf(planeData)),
  points1: numbers([], (list) => list.length <= mostPoints),
  points2: numbers([], pairs),
  k1: integer(2, { min: 1, max: 6 }),
  k2: integer(3, { min: 1, max: 6 }),
  covariance1: choice('V', valuesOf(lineStructures)),
  covariance2: choice('VVV', valuesOf(planeStructures)),
  start1: choice('placed', starts),
  start2: choice('spread', starts),
  means1: numbers([1, 5]),
  means2: numbers([], pairs),
  x1: real(4, anywhere),
  x2: real(4.2, anywhere),
  y2: real(3.6, anywhere),
};

/** What the visitor has chosen, in the address. Names without a number speak of the dimension that is shown. */
export function createSettings() {
  const values = urlState(codecs);
  const side = () => values.d as '1' | '2';
  return {
    values,
    get d(): 1 | 2 {
      return values.d === '1' ? 1 : 2;
    },
    get data() {
      return values[`data${side()}` as const];
    },
    set data(value) {
      values[`data${side()}` as const] = value;
    },
    get points() {
      return values[`points${side()}` as const];
    },
    set points(value) {
      if (value.length <= mostPoints * Number(values.d)) values[`points${side()}` as const] = value;
    },
    get k() {
      return values[`k${side()}` as const];
    },
    set k(value) {
      values[`k${side()}` as const] = value;
    },
    get covariance() {
      return values[`covariance${side()}` as const];
    },
    set covariance(value) {
      values[`covariance${side()}` as const] = value;
    },
    get start() {
      return values[`start${side()}` as const];
    },
    set start(value) {
      values[`start${side()}` as const] = value;
    },
    get means() {
      return values[`means${side()}` as const];
    },
    set means(value) {
      values[`means${side()}` as const] = value;
    },
    get regularization(): number | 'auto' {
      return values.ridge === 'auto' ? 'auto' : Number(values.ridge);
    },
    /** Where the new point is. */
    get asked(): readonly number[] {
      return values.d === '1' ? [values.x1] : [values.x2, values.y2];
    },
    /** Moves the new point. */
    ask([x, y]: readonly number[]): void {
      if (values.d === '1') values.x1 = x;
      else {
        values.x2 = x;
        values.y2 = y;
      }
    },
  };
}

/** What {@link createSettings} makes. */
export type Settings = ReturnType<typeof createSettings>;
