import { createMixture, marginal, sample } from '@gaussmix/distributions';
import { describe, expect, it } from 'vitest';
import { scatterMatrixFigure } from '../src/scatter-matrix-figure.ts';
import { fitted } from './reference-mixtures.ts';
import { badAttributes, document, elements, texts } from './svg.ts';

describe('scatterMatrixFigure', () => {
  it('has a scatter for each pair of columns and the densities of each column', () => {
    const { mixture, x, columns } = fitted('iris');
    const svg = scatterMatrixFigure(mixture, x, { document, columns });
    expect(elements(svg, 'gaussmix-points', 'circle').length).toBe(6 * 150);
    expect(elements(svg, 'gaussmix-ellipses', 'path').length).toBe(6 * 2 * 3);
    expect(svg.querySelectorAll('.gaussmix-histogram').length).toBe(4);
    expect(elements(svg, 'gaussmix-mixture', 'path').length).toBe(4);
    expect(elements(svg, 'gaussmix-component', 'path').length).toBe(4 * 3);
    expect(texts(svg, 'gaussmix-x-title')).toEqual(columns);
    expect(texts(svg, 'gaussmix-y-title')).toEqual(['density', ...columns.slice(1)]);
  });

  it('of two columns is one scatter with both densities', () => {
    const { mixture, x, columns } = fitted('faithful');
    const svg = scatterMatrixFigure(mixture, x, { document, columns });
    expect(elements(svg, 'gaussmix-points', 'circle').length).toBe(272);
    expect(svg.querySelectorAll('.gaussmix-histogram').length).toBe(2);
  });

  it('of one column is its density', () => {
    const { mixture, x } = fitted('faithful');
    const waiting = x.map((row) => row.slice(1));
    const svg = scatterMatrixFigure(marginal(mixture, [1]), waiting, { document, columns: ['waiting'] });
    expect(elements(svg, 'gaussmix-points', 'circle').length).toBe(0);
    expect(svg.querySelectorAll('.gaussmix-histogram').length).toBe(1);
    expect(texts(svg, 'gaussmix-x-title')).toEqual(['waiting']);
  });

  it('of thirty columns and 100,000 rows shows what it can, and says what it leaves out', () => {
    const mixture = createMixture({
      weights: [0.5, 0.5],
      // The means differ by j in column j: most in the last ones.
      means: [new Float64Array(30), Float64Array.from({ length: 30 }, (_, j) => j)],
      covariances: [1, 2].map(() => ({ form: 'identity' as const, dimension: 30, variance: 1 })),
    });
    const columns = Array.from({ length: 30 }, (_, j) => `c${j}`);
    const { rows } = sample(mixture, 100_000, { seed: 1 });
    const svg = scatterMatrixFigure(mixture, rows, { document, columns });
    expect(texts(svg, 'gaussmix-x-title')).toEqual(['c25', 'c26', 'c27', 'c28', 'c29']);
    expect(elements(svg, 'gaussmix-points', 'circle').length).toBe(10 * 2000);
    expect(texts(svg, 'gaussmix-notes').join(' ')).toBe(
      'The 5 of 30 columns in which components differ most. ' +
        '2,000 of 100,000 points are drawn, the extremes among them. ' +
        'Ellipses hold 50% and 95% of each component. Dashed: the mixture.',
    );
  });

  it('of a collapsed component keeps the other densities readable, and says that a peak is cut off', () => {
    const mixture = createMixture({
      weights: [0.5, 0.5],
      means: [
        [0, 0],
        [3, 3],
      ],
      covariances: [
        { form: 'identity', dimension: 2, variance: 1 },
        { form: 'diagonal', variances: Float64Array.of(1e-20, 4) },
      ],
    });
    const svg = scatterMatrixFigure(mixture, sample(mixture, 200, { seed: 1 }).rows, { document });
    expect(badAttributes(svg)).toEqual([]);
    expect(texts(svg, 'gaussmix-notes').join(' ')).toContain(
      'A peak that rises beyond its panel is cut off.',
    );
  });

  it.each([1, 2.5, Number.NaN])('refuses to show at most %d columns', (maxDimensions) => {
    const { mixture, x } = fitted('iris');
    expect(() => scatterMatrixFigure(mixture, x, { document, maxDimensions })).toThrow(
      `scatterMatrixFigure: maxDimensions must be a whole number of at least 2, got ${maxDimensions}. Try densityFigure for one column.`,
    );
  });

  it('refuses a limit that cannot hold the extremes of the columns shown', () => {
    const { mixture, x } = fitted('iris');
    expect(() => scatterMatrixFigure(mixture, x, { document, maxPoints: 8 })).toThrow(
      'scatterMatrixFigure: maxPoints must be a whole number of at least 9, got 8.',
    );
  });
});

describe('a narrow scatter matrix', () => {
  const { mixture, x, columns } = fitted('iris');
  const svg = scatterMatrixFigure(mixture, x, { document, columns, width: 340, height: 400 });

  it('shows fewer columns, and says so', () => {
    expect(svg.querySelectorAll('.gaussmix-histogram').length).toBe(3);
    expect(texts(svg, 'gaussmix-notes').join(' ')).toContain(
      'The 3 of 4 columns in which components differ most.',
    );
  });

  it('has its legend above all panels and its notes below, where the corner has no room for them', () => {
    const box = (element: Element | null | undefined) => {
      const block = element?.closest('svg');
      return { top: Number(block?.getAttribute('y')), height: Number(block?.getAttribute('height')) };
    };
    const panels = Array.from(svg.querySelectorAll('.gaussmix-histogram'), box);
    const legend = box(svg.querySelector('.gaussmix-weights'));
    const notes = box(svg.querySelector('.gaussmix-notes'));
    expect(legend.top + legend.height).toBeLessThanOrEqual(Math.min(...panels.map(({ top }) => top)));
    expect(notes.top + notes.height).toBe(400);
    // 44 pixels below the last frame are for ticks and title; the panel's own box reaches to the end.
    const lastFrame = panels[2]!.top + panels[0]!.height;
    expect(notes.top).toBeGreaterThanOrEqual(lastFrame + 44);
  });
});
