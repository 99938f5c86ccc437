import { describe, expect, it } from 'vitest';
import { BLOCK_ROWS, exp, log, momentLayout, type PackedMixture } from '../../src/index.ts';
import { compileKernels } from '../../src/simd/index.ts';
import { Room } from '../../src/simd/room.ts';
import { simdAccumulator } from '../../src/simd/simd-accumulator.ts';

// How much work a block of rows takes, counted: a clock would say something else on every machine.

const COMPONENTS = 8;
const DIMENSION = 16;
const ALL = COMPONENTS * BLOCK_ROWS;

describe('What cannot matter is not done', () => {
  it('each row enters the scatter of one component where components are far apart', () => {
    const { squared } = workOf('full', 40);
    // Lists of even and of odd rows are as long as each other, to a multiple of four.
    expect(squared).toBeGreaterThanOrEqual(BLOCK_ROWS);
    expect(squared).toBeLessThan(BLOCK_ROWS + COMPONENTS * 64);
  });

  it('each row enters every scatter where components lie on each other', () => {
    expect(workOf('full', 0).squared).toBe(ALL);
  });

  it('each row is squared once for a pooled scatter, wherever the components lie', () => {
    for (const apart of [0, 40]) {
      expect(workOf('pooled', apart).squared).toBeLessThan(BLOCK_ROWS + COMPONENTS * 64);
    }
  });

  it('exponentials are taken of what counts', () => {
    expect(workOf('full', 40).exponentials).toBeLessThan(BLOCK_ROWS + COMPONENTS * 64);
    expect(workOf('full', 0).exponentials).toBe(ALL);
  });
});

/** Rows that entered scatters, and exponentials that were taken, in one full block. */
function workOf(scatter: 'full' | 'pooled', apart: number): { squared: number; exponentials: number } {
  const room = new Room(compileKernels()!);
  const work = { squared: 0, exponentials: 0 };
  const { addScatter, sharesOfAll, sharesOfListed } = room.exports;
  Object.assign(room, {
    exports: {
      ...room.exports,
      addScatter(...numbers: number[]) {
        work.squared += 2 * numbers[3]!;
        return addScatter(...numbers);
      },
      sharesOfAll(...numbers: number[]) {
        work.exponentials += 4 * numbers[6]!;
        return sharesOfAll(...numbers);
      },
      sharesOfListed(...numbers: number[]) {
        work.exponentials += 2 * numbers[6]!;
        return sharesOfListed(...numbers);
      },
    },
  });
  const packed = along(apart);
  const layout = momentLayout(COMPONENTS, DIMENSION, scatter);
  const block = { rows: rowsOf(packed), from: 0, to: BLOCK_ROWS };
  simdAccumulator(room, packed, { layout, assignment: 'soft' })(new Float64Array(layout.length), block);
  return work;
}

/** Components of unit covariance whose means stand so far apart along the first column. */
function along(apart: number): PackedMixture {
  const factors = new Float64Array((COMPONENTS * DIMENSION * (DIMENSION + 1)) / 2);
  for (let k = 0, entry = 0; k < COMPONENTS; k++) {
    for (let i = 0; i < DIMENSION; i++) {
      entry += i;
      factors[entry++] = 1;
    }
  }
  const means = new Float64Array(COMPONENTS * DIMENSION);
  for (let k = 0; k < COMPONENTS; k++) means[k * DIMENSION] = k * apart;
  const constant = -log(COMPONENTS) - (DIMENSION / 2) * log(2 * Math.PI);
  return {
    components: COMPONENTS,
    dimension: DIMENSION,
    packing: 'triangular',
    shared: false,
    constants: new Float64Array(COMPONENTS).fill(constant),
    weights: new Float64Array(COMPONENTS).fill(1 / COMPONENTS),
    means,
    factors,
  };
}

/** Rows near the means by turns, so that even and odd rows meet every component. */
function rowsOf({ means }: PackedMixture): Float64Array {
  const rows = new Float64Array(BLOCK_ROWS * DIMENSION);
  for (let i = 0; i < BLOCK_ROWS; i++) {
    const k = (i * 5 + (i >> 3)) % COMPONENTS;
    for (let j = 0; j < DIMENSION; j++) {
      rows[i * DIMENSION + j] = means[k * DIMENSION + j]! + exp(-((i * 7 + j * 3) % 5)) - 0.3;
    }
  }
  return rows;
}
