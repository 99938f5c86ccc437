import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { histogram } from '../src/histogram.ts';
import { reference, rowsOf } from './reference-mixtures.ts';

describe('histogram', () => {
  it.each(reference.histograms)('of $dataset has the bars that NumPy draws', (example) => {
    const rows = rowsOf(example.dataset, example.column + 1);
    const values = Float64Array.from(rows, (row) => row[example.column]!);
    const { edges, densities } = histogram(values, { width: 1, mostBins: example.bins });
    expect(densities.length).toBe(example.bins);
    example.edges.forEach((edge, i) => {
      expect(edges[i]).toBeCloseTo(edge, 13);
    });
    example.densities.forEach((density, i) => {
      expect(densities[i]).toBeCloseTo(density, 13);
    });
  });

  it('has area one', () => {
    const lists = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(lists, (list) => {
        const { edges, densities } = histogram(Float64Array.from(list), { width: 2 });
        const area = densities.reduce((sum, density, i) => sum + density * (edges[i + 1]! - edges[i]!), 0);
        // The bars' edges are rounded relative to 1e6, their width may be 1e-6 of that and less.
        if (edges[1]! - edges[0]! > 1e-3) expect(Math.abs(area - 1)).toBeLessThan(1e-6);
        expect(densities.every((density) => density >= 0 && density < Infinity)).toBe(true);
      }),
    );
  });

  it('of equal values is one bar of the width that was asked for', () => {
    expect(histogram(Float64Array.of(3, 3, 3), { width: 0.5 })).toEqual({
      edges: Float64Array.of(2.75, 3.25),
      densities: Float64Array.of(2),
    });
  });

  it('of values of which most are equal falls back on the rule that looks at their number alone', () => {
    // n = 27: 2 * 27^(1/3) = 6 bars.
    const values = Float64Array.from({ length: 27 }, (_, i) => (i < 25 ? 0 : i));
    expect(histogram(values, { width: 1 }).densities.length).toBe(6);
  });

  it('draws at most as many bars as it may', () => {
    const values = Float64Array.from({ length: 1000 }, (_, i) => (i === 0 ? 1e9 : i / 1000));
    expect(histogram(values, { width: 1 }).densities.length).toBe(100);
    expect(histogram(values, { width: 1, mostBins: 7 }).densities.length).toBe(7);
  });
});
