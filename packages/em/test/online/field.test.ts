import { predict } from '@gaussmix/distributions';
import { createRandom } from '@gaussmix/random';
import { describe, expect, test } from 'vitest';
import {
  type FieldOptions,
  fieldMixture,
  foregroundInto,
  type MixtureField,
  mixtureField,
  onlineMixture,
  updateField,
  updateFieldInto,
  updateMixture,
} from '../../src/index.ts';
import { correctDigits, parametersOf } from '../support/closeness.ts';

/** Frames of cells that stay, flicker between two colors, drift, or jump, in whole steps of 1/16. */
function scene({
  cells,
  dimension: d,
  frames,
}: {
  cells: number;
  dimension: number;
  frames: number;
}): Float64Array[] {
  const random = createRandom(`scene of ${d}`);
  const colorOf = (cell: number, frame: number, j: number): number => {
    const flicker = cell % 4 === 1 && random.uniform() < 0.4 ? 60 : 0;
    const drift = cell % 4 === 2 ? frame / 8 : 0;
    const jump = random.uniform() < 0.04 ? 200 * random.uniform() : 0;
    return 40 + 20 * j + flicker + drift + jump + 2 * random.normal();
  };
  return Array.from({ length: frames }, (_, frame) =>
    Float64Array.from(
      { length: cells * d },
      (_, at) => Math.round(16 * colorOf(Math.floor(at / d), frame, at % d)) / 16,
    ),
  );
}

const novelty = { variance: 225 };

const ways: readonly (readonly [string, FieldOptions])[] = [
  ['forgetting nothing', {}],
  ['with forgetting', { forgetting: 0.97, regularization: 4 }],
  ['with novelty', { forgetting: 0.97, regularization: 4, novelty }],
  ['with hard assignment', { forgetting: 0.95, regularization: 4, novelty, assignment: 'hard' }],
  [
    'with what is retained',
    { forgetting: 0.9, retain: 2, regularization: 1, novelty: { ...novelty, weight: 0.1 } },
  ],
];

describe.each([1, 3])('a field of cells with %i columns', (dimension) => {
  const cells = 8;
  const [first, ...frames] = scene({ cells, dimension, frames: 150 });
  const start = { dimension, components: 3, variance: 225 };

  describe.each(['diag', 'spherical'] as const)('covariance %s', (covariance) => {
    test.each(ways)('does at each cell what updateMixture does, to rounding, %s', (_, options) => {
      const field = mixtureField({ ...start, frame: first! });
      const rowAt = (frame: Float64Array, cell: number) =>
        frame.slice(cell * dimension, (cell + 1) * dimension);
      let states = Array.from({ length: cells }, (_, cell) =>
        onlineMixture({ row: rowAt(first!, cell), components: 3, variance: 225 }, { covariance }),
      );
      let novel = 0;
      for (const frame of frames) {
        updateFieldInto(field, frame, { ...options, covariance });
        const before = states;
        states = states.map((state, cell) =>
          updateMixture(state, [rowAt(frame, cell)], { ...options, covariance }),
        );
        for (const [cell, { mixture }] of before.entries()) {
          novel += field.novel[cell]!;
          if (field.novel[cell] === 0)
            expect(predict(mixture, [rowAt(frame, cell)])[0]).toBe(field.labels[cell]);
        }
      }
      expect(novel > 0).toBe('novelty' in options);
      for (const [cell, state] of states.entries()) {
        const got = parametersOf(fieldMixture(field, cell));
        // A hundred and fifty updates, each of them rounding what the last one rounded in another order.
        expect(correctDigits(got, parametersOf(state.mixture))).toBeGreaterThan(10);
        expect(correctDigits(field.counts.slice(3 * cell, 3 * cell + 3), state.counts)).toBeGreaterThan(10);
      }
    });
  });

  test('is plain data, and a copy goes on with the same bits while the field stays', () => {
    let field = mixtureField({ ...start, frame: first! });
    for (const frame of frames.slice(0, 20)) field = updateField(field, frame, ways[2]![1]);
    const kept = structuredClone(field);
    const next = updateField(field, frames[20]!, ways[2]![1]);
    expect(field).toEqual(kept);
    updateFieldInto(kept, frames[20]!, ways[2]![1]);
    expect(next).toEqual(kept);
  });

  test('reads bytes with a stride as it reads the numbers themselves', () => {
    const wide = (frame: Float64Array): Uint8ClampedArray =>
      Uint8ClampedArray.from({ length: cells * 4 }, (_, at) =>
        at % 4 < dimension ? frame[Math.floor(at / 4) * dimension + (at % 4)]! : 255 - (at % 7),
      );
    const narrow = (frame: Float64Array): Float64Array => Float64Array.from(Uint8ClampedArray.from(frame));
    let bytes = mixtureField({ ...start, frame: wide(first!), stride: 4 });
    let numbers = mixtureField({ ...start, frame: narrow(first!) });
    for (const frame of frames.slice(0, 30)) {
      bytes = updateField(bytes, wide(frame), { ...ways[2]![1], stride: 4 });
      numbers = updateField(numbers, narrow(frame), ways[2]![1]);
    }
    expect(bytes).toEqual(numbers);
  });
});

describe('background subtraction', () => {
  const [width, height] = [12, 8];
  const settings = {
    forgetting: 0.99,
    regularization: 16,
    retain: 1,
    novelty: { variance: 225, weight: 0.05 },
  };
  const random = createRandom('walker');

  /** A gray wall, and a bright square of 3 x 3 that walks before it from frame 60 on. */
  function frameOf(frame: number): { readonly pixels: Uint8ClampedArray; readonly truth: Uint8Array } {
    const pixels = new Uint8ClampedArray(width * height * 4);
    const truth = new Uint8Array(width * height);
    const left = (frame - 60) % (width - 2);
    for (let cell = 0; cell < width * height; cell++) {
      const [x, y] = [cell % width, Math.floor(cell / width)];
      const inSquare = frame >= 60 && x >= left && x < left + 3 && y >= 2 && y < 5;
      truth[cell] = inSquare ? 1 : 0;
      for (let j = 0; j < 3; j++) pixels[4 * cell + j] = (inSquare ? 210 : 90) + 3 * random.normal();
    }
    return { pixels, truth };
  }

  test('finds a square that walks before a wall, to the pixel', () => {
    const start = { dimension: 3, stride: 4, components: 3, variance: 225 };
    const field = mixtureField({ ...start, frame: frameOf(0).pixels });
    const mask = new Uint8Array(field.cells);
    const errors: number[] = [];
    for (let frame = 1; frame < 120; frame++) {
      const { pixels, truth } = frameOf(frame);
      updateFieldInto(field, pixels, { ...settings, stride: 4 });
      foregroundInto(mask, field);
      errors.push(mask.reduce((sum, value, cell) => sum + Math.abs(value - truth[cell]!), 0));
    }
    // The noise has deviation 3, a component's is 5 with its regularization: 2.5 of them are 4.17 of the noise, which three
    // columns exceed with probability 5.9e-4.
    expect(errors.slice(20).reduce((sum, count) => sum + count, 0)).toBeLessThan(1e-3 * 99 * field.cells);
    expect(errors.slice(59, 69)).toEqual(new Array(10).fill(0));
  });

  test('takes what has stopped for background when it has been there for as long as its share says', () => {
    let field = mixtureField({ frame: [90], variance: 16 });
    const once = { ...settings, novelty: { variance: 16, weight: 0.05 } };
    const next = (value: number): number => {
      field = updateField(field, [value], once);
      const mask = new Uint8Array(1);
      foregroundInto(mask, field, { share: 0.7 });
      return mask[0]!;
    };
    for (let frame = 0; frame < 2000; frame++) expect(next(90)).toBe(0);
    const first = Array.from({ length: 60 }, () => next(210));
    // The memory is full, 100 rows, of which the wall keeps 95 and loses a hundredth at each frame after the first; it alone
    // is the background while it has more than 70: 95 * 0.99^n > 70 for n up to 30.
    expect(first.indexOf(0)).toBe(31);
    expect(first.slice(31)).toEqual(new Array(29).fill(0));
  });

  test('knows the wall when it is seen again', () => {
    let field: MixtureField = mixtureField({ frame: [90], variance: 225 });
    for (let frame = 0; frame < 200; frame++) field = updateField(field, [90], settings);
    for (let frame = 0; frame < 600; frame++) field = updateField(field, [210], settings);
    field = updateField(field, [90], settings);
    expect([field.novel[0], field.labels[0]]).toEqual([0, 0]);
    expect(fieldMixture(field, 0).means[0]![0]).toBeCloseTo(90, 12);
  });

  test('tells a cell that there is none of', () => {
    const field = mixtureField({ frame: [1, 2], variance: 1 });
    expect(() => fieldMixture(field, 2)).toThrow(
      'fieldMixture: cell must be a whole number from 0 to 1, got 2.',
    );
  });
});
