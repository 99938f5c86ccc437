import { createMixture, marginal } from '@gaussmix/distributions';
import { describe, expect, it } from 'vitest';
import { densityCurves } from '../src/density-curves.ts';
import { densityFigure } from '../src/density-figure.ts';
import { fitted } from './reference-mixtures.ts';
import { badAttributes, document, elements, numbersOf, texts } from './svg.ts';

describe('densityCurves', () => {
  const single = marginal(fitted('iris').mixture, [2]);

  it('of the components sum to that of the mixture', () => {
    const { positions, mixture, components } = densityCurves(single, 0, 8);
    positions.forEach((_, i) => {
      const sum = components.reduce((total, component) => total + component[i]!, 0);
      expect(Math.abs(sum - mixture[i]!)).toBeLessThanOrEqual(4e-16 * mixture[i]!);
    });
  });

  it('enclose an area of one, each component its weight', () => {
    const { positions, mixture, components } = densityCurves(single, -10, 20);
    const area = (curve: Float64Array) =>
      positions.reduce(
        (sum, x, i) => (i === 0 ? 0 : sum + ((x - positions[i - 1]!) * (curve[i]! + curve[i - 1]!)) / 2),
        0,
      );
    // The trapezoid rule on steps of a fifth of a deviation errs by 1/300 of the curve at most.
    expect(Math.abs(area(mixture) - 1)).toBeLessThan(1 / 300);
    components.forEach((component, k) => {
      expect(Math.abs(area(component) - single.weights[k]!)).toBeLessThan(1 / 300);
    });
  });

  it('reach the height of a component however thin', () => {
    const thin = createMixture({
      weights: [0.5, 0.5],
      means: [[0], [0.123]],
      covariances: [
        { form: 'identity', dimension: 1, variance: 1 },
        { form: 'identity', dimension: 1, variance: 1e-24 },
      ],
    });
    const { components } = densityCurves(thin, -3, 3);
    // 0.5 / (sigma sqrt(2 pi))
    expect(Math.max(...components[1]!) / 1e12).toBeCloseTo(0.5 / Math.sqrt(2 * Math.PI), 12);
  });
});

describe('densityFigure', () => {
  it('has bars, a curve for the mixture and one for each component', () => {
    const { mixture, x, columns } = fitted('iris');
    const svg = densityFigure(mixture, x, { document, columns, dimension: 2 });
    expect(elements(svg, 'gaussmix-histogram', 'rect').length).toBe(11);
    expect(elements(svg, 'gaussmix-mixture', 'path').length).toBe(1);
    expect(elements(svg, 'gaussmix-component', 'path').length).toBe(3);
    expect(texts(svg, 'gaussmix-x-title')).toEqual(['petal_length']);
    expect(texts(svg, 'gaussmix-y-title')).toEqual(['density']);
  });

  it('cuts a peak off that would flatten everything else, and says how high it is', () => {
    const mixture = createMixture({
      weights: [0.5, 0.5],
      means: [[0], [2]],
      covariances: [
        { form: 'identity', dimension: 1, variance: 1 },
        { form: 'identity', dimension: 1, variance: 1e-12 },
      ],
    });
    const svg = densityFigure(mixture, [-1, -0.5, 0, 0.5, 1, 2, 2, 2, 2, 2, 2], { document });
    const heights = elements(svg, 'gaussmix-mixture', 'path').flatMap((path) =>
      numbersOf(path).filter((_, i) => i % 2 === 1),
    );
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(0);
    // 0.5 / (1e-6 sqrt(2 pi)) = 199,471
    expect(texts(svg, 'gaussmix-notes').join(' ')).toContain('A peak rises beyond the axis, to 199,000.');
  });

  it('of a constant column has one bar', () => {
    const mixture = createMixture({
      weights: [1],
      means: [[5]],
      covariances: [{ form: 'identity', dimension: 1, variance: 1e-9 }],
    });
    const svg = densityFigure(mixture, [5, 5, 5], { document });
    expect(badAttributes(svg)).toEqual([]);
    expect(elements(svg, 'gaussmix-histogram', 'rect').length).toBe(1);
  });

  it('refuses a column that does not exist', () => {
    const { mixture, x } = fitted('faithful');
    expect(() => densityFigure(mixture, x, { document, dimension: 2 })).toThrow(
      'densityFigure: dimensions must be different whole numbers from 0 to 1, got [2].',
    );
  });
});
