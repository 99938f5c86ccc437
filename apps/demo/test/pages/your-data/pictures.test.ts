import { createMixture, scoreSamples } from '@gaussmix/distributions';
import { describe, expect, it } from 'vitest';
import { around } from '../../../src/pages/your-data/around.ts';
import { climbPicture, recordClimb } from '../../../src/pages/your-data/climb.ts';
import { densityCurves } from '../../../src/pages/your-data/density-curves.ts';
import { binsFor, histogramOf } from '../../../src/pages/your-data/histogram.ts';
import { choiceOf, codecs, demandOf, tickedColumns } from '../../../src/pages/your-data/page-state.ts';
import { eachPoint } from '../../../src/pages/your-data/points.ts';
import {
  structureNames,
  structureOptions,
  structuresToTry,
} from '../../../src/pages/your-data/structures.ts';
import { valuesFrom } from '../../../src/state/url-state.svelte.ts';

describe('histogramOf', () => {
  it('counts a column into bars of area 1, ends included', () => {
    const rows = { data: Float64Array.of(0, 9, 1, 9, 2, 9, 4, 9), rows: 4, columns: 2 };
    const { densities } = histogramOf(rows, { column: 0, extent: [0, 4], bins: 2 });
    // 0 and 1 below 2, 2 and 4 from 2 on, each bar 2 wide
    expect(densities).toEqual([0.25, 0.25]);
  });

  it('takes about the square root of the rows as the number of bins, within reason', () => {
    expect([5, 400, 1e6].map(binsFor)).toEqual([10, 20, 60]);
  });
});

describe('eachPoint', () => {
  const rows = { data: Float64Array.of(1, 10, 3, 30), rows: 2, columns: 2 };
  const demand = {
    ...{ columns: [0, 1] as const, x: [1, 3] as const, y: [10, 30] as const, width: 200, height: 100 },
    ...{ density: 1, gray: 'rgb(9, 9, 9)' },
  };

  it('puts points where the axes say, y upwards, gray without a fit', () => {
    const seen: unknown[] = [];
    eachPoint({ rows }, { ...demand, colors: [] }, (...point) => seen.push(point));
    expect(seen).toEqual([
      [0, 100, 'rgb(9, 9, 9)'],
      [200, 0, 'rgb(9, 9, 9)'],
    ]);
  });

  it('colors points by their posteriors', () => {
    const posteriors = { data: Float64Array.of(1, 0, 0, 1), rows: 2, columns: 2 };
    const colors: string[] = [];
    eachPoint({ rows, posteriors }, { ...demand, colors: ['#ff0000', '#0000ff'] }, (_x, _y, color) =>
      colors.push(color),
    );
    expect(colors).toEqual(['rgb(255 0 0 / 1)', 'rgb(0 0 255 / 1)']);
  });
});

describe('densityCurves', () => {
  it('adds components up to the density of the column', () => {
    const mixture = createMixture({
      weights: [0.25, 0.75],
      means: [
        [0, 5],
        [4, 6],
      ],
      covariances: [
        { form: 'diagonal', variances: Float64Array.of(1, 2) },
        { form: 'diagonal', variances: Float64Array.of(4, 3) },
      ],
    });
    const { whole, parts } = densityCurves(mixture, { column: 1, extent: [0, 10] });
    const alone = createMixture({
      weights: [0.25, 0.75],
      means: [[5], [6]],
      covariances: [
        { form: 'identity', dimension: 1, variance: 2 },
        { form: 'identity', dimension: 1, variance: 3 },
      ],
    });
    expect(whole[0].x).toBe(0);
    expect(whole.at(-1)?.x).toBe(10);
    const expected = scoreSamples(
      alone,
      whole.map(({ x }) => [x]),
    );
    whole.forEach(({ y }, i) => {
      expect(y).toBeCloseTo(Math.exp(expected[i]), 14);
      expect(parts[0][i].y + parts[1][i].y).toBe(y);
    });
  });
});

describe('a climb', () => {
  it('keeps runs apart by their numbers', () => {
    const recorder = recordClimb();
    for (const [restart, logLikelihood] of [
      [0, -9],
      [0, -8],
      [1, -20],
      [1, -7],
      [0, -6],
    ])
      recorder.note({ restart, logLikelihood });
    expect(recorder.climb).toEqual([[-9, -8], [-20, -7], [-6]]);
  });

  it('lays runs side by side, per row, with gaps, and always shows the fit that came of them', () => {
    const { passes, points, shown } = climbPicture(
      [
        [-9, -8],
        [-7.5, -7],
      ],
      { rows: 2, kept: -4 },
    );
    expect(passes).toBe(4);
    expect(points).toEqual([
      { x: 1, y: -4.5 },
      { x: 2, y: -4 },
      { x: 2, y: Number.NaN },
      { x: 3, y: -3.75 },
      { x: 4, y: -3.5 },
      { x: 4, y: Number.NaN },
    ]);
    expect(shown[0]).toBeLessThan(-4.5);
    expect(shown[1]).toBeGreaterThan(-2);
  });

  it('leaves out what lies far below, and thins what is long', () => {
    const far = climbPicture([[-1000, ...Array.from({ length: 9 }, (_, i) => -10 - i)]], {
      rows: 1,
      kept: -10,
    });
    expect(far.points[0].y).toBeNaN();
    expect(far.points.filter(({ y }) => !Number.isNaN(y))).toHaveLength(9);
    const long = climbPicture([Array.from({ length: 9000 }, (_, i) => i)], { rows: 1, kept: 9000 });
    expect(long.points.length).toBeLessThan(3005);
    expect(long.points.at(-2)).toEqual({ x: 9000, y: 8999 });
  });
});

describe('the state of the page', () => {
  const columns = [
    { name: 'a', kind: 'number', content: '', wanted: true },
    { name: 'b', kind: 'text', content: '', wanted: false },
    { name: 'c', kind: 'number', content: '', wanted: true },
  ] as const;

  it('ticks what looks useful, unless the address says which', () => {
    expect(tickedColumns(columns, []).map(({ name }) => name)).toEqual(['a', 'c']);
    expect(tickedColumns(columns, [0])).toEqual([]);
    expect(tickedColumns(columns, [2, 3]).map(({ name }) => name)).toEqual(['b', 'c']);
  });

  it('encodes the words among the columns that are ticked', () => {
    const values = valuesFrom(codecs, '?columns=1_2&standardize=0&pca=1');
    expect(choiceOf(columns, values)).toEqual({
      columns: ['a', 'b'],
      encoded: ['b'],
      standardize: false,
      pca: 1,
    });
  });

  it('refuses places that do not ascend', () => {
    expect(valuesFrom(codecs, '?columns=2_1').columns).toEqual([]);
    expect(valuesFrom(codecs, '?columns=1_1').columns).toEqual([]);
    expect(valuesFrom(codecs, '?columns=1_2.5').columns).toEqual([]);
  });

  it('asks for one fit, or for a search over shapes that differ in so many columns', () => {
    expect(demandOf(valuesFrom(codecs, '?components=5&structure=VEV&seed=7'), 4)).toEqual({
      ...{ search: false, components: 5, structures: ['VEV'], seed: 7 },
    });
    const all = valuesFrom(codecs, '?search=1&upTo=9&families=all');
    expect(demandOf(all, 4)).toMatchObject({ search: true, components: 9, structures: structureNames });
    expect(demandOf(all, 1).structures).toEqual(['full', 'tied']);
    expect(structuresToTry(false, 2)).toEqual(['full', 'tied', 'diag', 'spherical']);
  });

  it('describes every shape, each once', () => {
    const labels = structureOptions().map(({ label }) => label);
    expect(new Set(labels).size).toBe(14);
    expect(labels[0]).toBe('full: ellipsoids');
    expect(labels[3]).toBe('spherical: balls of any size');
  });
});

describe('around', () => {
  it('leaves room at both ends, also about a single number', () => {
    expect(around([0, 100])).toEqual([-6, 106]);
    expect(around([50, 50])).toEqual([47, 53]);
    expect(around([0, 0])).toEqual([-1, 1]);
  });
});
