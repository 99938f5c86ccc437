import { createMixture, predictProba } from '@gaussmix/distributions';
import { describe, expect, it } from 'vitest';
import { componentColors } from '../src/component-colors.ts';
import { scatterFigure } from '../src/scatter-figure.ts';
import { fitted } from './reference-mixtures.ts';
import { document, elements, numbersOf, texts, tickLabels } from './svg.ts';

const tiny = { form: 'identity', dimension: 2, variance: 1e-6 } as const;

describe('scatterFigure', () => {
  it('has a point for each row, two ellipses and a mean for each component, and names its axes', () => {
    const { mixture, x, columns } = fitted('iris');
    const svg = scatterFigure(mixture, x, { document, columns, dimensions: [2, 3] });
    expect(elements(svg, 'gaussmix-points', 'circle').length).toBe(150);
    expect(elements(svg, 'gaussmix-ellipses', 'path').length).toBe(6);
    expect(elements(svg, 'gaussmix-means', 'circle').length).toBe(3);
    expect(texts(svg, 'gaussmix-means-labels')).toEqual(['0', '1', '2']);
    expect(texts(svg, 'gaussmix-x-title')).toEqual(['petal_length']);
    expect(texts(svg, 'gaussmix-y-title')).toEqual(['petal_width']);
    expect(texts(svg, 'gaussmix-notes')).toEqual(['Ellipses hold 50% and 95% of each component.']);
    expect([svg.getAttribute('width'), svg.getAttribute('height')]).toEqual(['640', '480']);
  });

  it('lists the weights beside the labels', () => {
    const { mixture, x } = fitted('faithful');
    const svg = scatterFigure(mixture, x, { document, labels: ['1', '2'] });
    expect(texts(svg, 'gaussmix-legend-labels')).toEqual(['1', '2']);
    expect(texts(svg, 'gaussmix-means-labels')).toEqual(['1', '2']);
    expect(texts(svg, 'gaussmix-weights')).toEqual(['64%', '36%']);
    expect(texts(svg, 'gaussmix-x-title')).toEqual(['column 1']);
  });

  it('numbers components whose names have no room in a disc, and gives the names in the legend', () => {
    const { mixture, x } = fitted('faithful');
    const svg = scatterFigure(mixture, x, { document, labels: ['long', 'short'] });
    expect(texts(svg, 'gaussmix-means-labels')).toEqual(['0', '1']);
    expect(texts(svg, 'gaussmix-weights')).toEqual(['long 64%', 'short 36%']);
  });

  it('colors a point by its posterior probabilities, computed or given', () => {
    const { mixture, x } = fitted('faithful');
    const fills = (posteriors?: number[][]) =>
      elements(
        scatterFigure(mixture, x, { document, ...(posteriors && { posteriors }) }),
        'gaussmix-points',
        'circle',
      ).map((circle) => circle.getAttribute('fill'));
    const computed = predictProba(mixture, x);
    const rows = Array.from({ length: x.length }, (_, i) =>
      Array.from(computed.data.subarray(2 * i, 2 * i + 2)),
    );
    expect(fills()).toEqual(fills(rows));
    const [first, second] = componentColors(2);
    expect(fills(rows.map((_, i) => (i === 0 ? [1, 0] : [0, 1])))).toEqual(
      rows.map((_, i) => (i === 0 ? first : second)),
    );
    expect(new Set(fills(rows.map(() => [0.5, 0.5])))).toEqual(new Set(['#8B8F81']));
  });

  it('draws each point where its row lies between the ticks', () => {
    // Two rows at the lower left and upper right, one halfway: equal steps on both axes.
    const mixture = createMixture({
      weights: [1],
      means: [[1, 10]],
      covariances: [{ form: 'diagonal', variances: Float64Array.of(0.01, 1) }],
    });
    const x = [
      [0, 0],
      [1, 10],
      [2, 20],
    ];
    const points = elements(scatterFigure(mixture, x, { document }), 'gaussmix-points', 'circle');
    const [left, middle, right] = points.map((point) => Number(point.getAttribute('cx')));
    const [low, center, high] = points.map((point) => Number(point.getAttribute('cy')));
    expect(left! + right!).toBeCloseTo(2 * middle!, 1);
    expect(low! + high!).toBeCloseTo(2 * center!, 1);
    expect(left).toBeLessThan(right!);
    expect(low).toBeGreaterThan(high!);
    const [mean] = elements(scatterFigure(mixture, x, { document }), 'gaussmix-means', 'circle');
    expect([mean?.getAttribute('cx'), mean?.getAttribute('cy')].map(Number)).toEqual([middle, center]);
  });

  it('keeps every ellipse inside its frame', () => {
    const mixture = createMixture({
      weights: [0.5, 0.5],
      means: [
        [0, 0],
        [3, 3],
      ],
      covariances: [
        { form: 'identity', dimension: 2, variance: 100 },
        { form: 'identity', dimension: 2, variance: 1e-12 },
      ],
    });
    const svg = scatterFigure(mixture, [[0, 0]], { document });
    const numbers = elements(svg, 'gaussmix-ellipses', 'path').flatMap(numbersOf);
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...numbers)).toBeLessThanOrEqual(640);
  });

  it('shows at least the extent that it is given, so that axes are the same for figures of other reach', () => {
    const { mixture, x } = fitted('faithful');
    const few = x.slice(0, 20);
    const extent = [
      [-5, 12],
      [10, 150],
    ] as const;
    const grid = (rows: number[][], options: { extent?: typeof extent }) => {
      const svg = scatterFigure(mixture, rows, { document, ...options });
      return ['x', 'y'].map((axis) => svg.querySelector(`[aria-label="${axis}-grid"]`)?.outerHTML);
    };
    expect(grid(few, { extent })).toEqual(grid(x, { extent }));
    expect(grid(x, { extent })).not.toEqual(grid(x, {}));
    // A point in the middle of the extent is drawn in the middle of the chart, which fills a bare figure.
    const lone = createMixture({ weights: [1], means: [[3.5, 80]], covariances: [tiny] });
    const bare = scatterFigure(lone, [[3.5, 80]], { document, extent, bare: true, width: 300, height: 200 });
    const [point] = elements(bare, 'gaussmix-points', 'circle');
    expect([point?.getAttribute('cx'), point?.getAttribute('cy')]).toEqual(['150', '100']);
  });

  it('widens the extent for rows and ellipses that reach beyond', () => {
    const { mixture, x } = fitted('faithful');
    const inside = [
      [3, 3],
      [70, 70],
    ] as const;
    const svg = scatterFigure(mixture, x, { document, extent: inside });
    expect(svg.outerHTML).toBe(scatterFigure(mixture, x, { document }).outerHTML);
  });

  it('is the chart alone when bare: no ticks, titles, legend, notes or labels', () => {
    const { mixture, x } = fitted('iris');
    const svg = scatterFigure(mixture, x, { document, bare: true, maxPoints: 60, width: 240, height: 180 });
    expect(elements(svg, 'gaussmix-points', 'circle').length).toBe(60);
    expect(elements(svg, 'gaussmix-ellipses', 'path').length).toBe(6);
    expect(elements(svg, 'gaussmix-means', 'circle').length).toBe(3);
    expect(svg.querySelectorAll('[aria-label="x-grid"] line').length).toBeGreaterThan(1);
    expect(svg.querySelectorAll('text').length).toBe(0);
    expect(svg.getAttribute('aria-label')).toBe('Scatter of column 1 and column 2 with component ellipses');
  });

  it('leaves rows out where there are too many, and says so', () => {
    const { mixture, x } = fitted('faithful');
    const svg = scatterFigure(mixture, x, { document, maxPoints: 100 });
    expect(elements(svg, 'gaussmix-points', 'circle').length).toBe(100);
    expect(texts(svg, 'gaussmix-notes').join(' ')).toBe(
      '100 of 272 points are drawn, the extremes among them. Ellipses hold 50% and 95% of each component.',
    );
  });

  it('has ticks that differ where data lie far from zero, and says what was taken off', () => {
    const { mixture, x } = fitted('faithful');
    const far = (row: ArrayLike<number>) => Array.from(row, (value) => value + 1e8);
    const moved = createMixture({ ...mixture, means: mixture.means.map(far), origin: [1e8, 1e8] });
    const svg = scatterFigure(moved, x.map(far), { document, columns: ['eruptions', 'waiting'] });
    for (const axis of ['x', 'y'] as const) {
      const labels = tickLabels(svg, axis);
      expect(labels.length).toBeGreaterThan(3);
      expect(new Set(labels).size).toBe(labels.length);
    }
    expect(texts(svg, 'gaussmix-x-title')).toEqual(['eruptions (+ 100,000,000)']);
  });

  it('shows twenty components, each with a color and a label of its own', () => {
    const mixture = createMixture({
      weights: Array.from({ length: 20 }, () => 0.05),
      means: Array.from({ length: 20 }, (_, k) => [k, (k * k) % 7]),
      covariances: Array.from({ length: 20 }, () => ({ form: 'identity', dimension: 2, variance: 0.04 })),
    });
    const svg = scatterFigure(
      mixture,
      Array.from(mixture.means, (mean) => Array.from(mean)),
      { document },
    );
    const fills = elements(svg, 'gaussmix-means', 'circle').map((circle) => circle.getAttribute('fill'));
    expect(new Set(fills).size).toBe(20);
    expect(texts(svg, 'gaussmix-means-labels')).toEqual(Array.from({ length: 20 }, (_, k) => String(k)));
  });

  it.each([
    {
      what: 'columns that do not exist',
      options: { dimensions: [1, 4] as const },
      message: 'scatterFigure: dimensions must be different whole numbers from 0 to 3, got [1, 4].',
    },
    {
      what: 'too few names of columns',
      options: { columns: ['a', 'b', 'c'] },
      message: 'scatterFigure: columns must name every column (4), got 3.',
    },
    {
      what: 'too many names of components',
      options: { labels: ['a', 'b', 'c', 'd', 'e'] },
      message: 'scatterFigure: labels must name every component (3), got 5.',
    },
    {
      what: 'posteriors of other rows',
      options: { posteriors: [[1, 0, 0]] },
      message: 'scatterFigure: posteriors must have a row for each row of x (150), got 1.',
    },
    {
      what: 'posteriors of other components',
      options: { posteriors: { data: new Float64Array(300), rows: 150, columns: 2 } },
      message: 'scatterFigure: posteriors must have a column for each component (3), got 2.',
    },
    {
      what: 'an extent that ends before it begins',
      options: {
        extent: [
          [1, 2],
          [4, 3],
        ] as const,
      },
      message:
        'scatterFigure: extent must be [low, high] across and up, finite and low not above high, got [[1, 2], [4, 3]].',
    },
    {
      what: 'an extent without end',
      options: {
        extent: [
          [0, Infinity],
          [5, 6],
        ] as const,
      },
      message:
        'scatterFigure: extent must be [low, high] across and up, finite and low not above high, got [[0, Infinity], [5, 6]].',
    },
    {
      what: 'a limit below five points',
      options: { maxPoints: 4 },
      message: 'scatterFigure: maxPoints must be a whole number of at least 5, got 4.',
    },
  ])('refuses $what', ({ options, message }) => {
    const { mixture, x } = fitted('iris');
    expect(() => scatterFigure(mixture, x, { document, ...options })).toThrow(message);
  });

  it('refuses rows of another dimension', () => {
    expect(() => scatterFigure(fitted('iris').mixture, [[1, 2]], { document })).toThrow(
      'scatterFigure: x must have as many columns as the mixture (4), got 2.',
    );
  });

  it('refuses a mixture of one column', () => {
    const mixture = createMixture({
      weights: [1],
      means: [[0]],
      covariances: [{ form: 'identity', dimension: 1, variance: 1 }],
    });
    expect(() => scatterFigure(mixture, [1, 2], { document })).toThrow(
      'scatterFigure: dimensions must be different whole numbers from 0 to 0, got [0, 1].',
    );
  });
});
