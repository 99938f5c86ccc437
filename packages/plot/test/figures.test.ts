import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import * as plot from '../src/index.ts';
import { mixturesWithRows } from './arbitraries.ts';
import { fitted } from './reference-mixtures.ts';
import { badAttributes, document, tickLabels } from './svg.ts';

const { densityFigure, figureToString, scatterFigure, scatterMatrixFigure, traceFigure } = plot;

describe('every figure', () => {
  it('holds numbers where numbers belong, at every place and scale, however thin a component', () => {
    fc.assert(
      fc.property(mixturesWithRows(), ({ mixture, x }) => {
        const figures = [
          densityFigure(mixture, x, { document, dimension: mixture.dimension - 1 }),
          scatterMatrixFigure(mixture, x, { document }),
          ...(mixture.dimension > 1 ? [scatterFigure(mixture, x, { document, dimensions: [1, 0] })] : []),
        ];
        for (const figure of figures) expect(badAttributes(figure)).toEqual([]);
        for (const axis of ['x', 'y'] as const) {
          const labels = tickLabels(figures[0]!, axis);
          expect(new Set(labels).size).toBe(labels.length);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('is the same twice, whatever was drawn between, in a document of its own', () => {
    const { mixture, x } = fitted('iris');
    const draw = (own: Document) => [
      figureToString(scatterFigure(mixture, x, { document: own })),
      figureToString(densityFigure(mixture, x, { document: own })),
      figureToString(scatterMatrixFigure(mixture, x, { document: own })),
    ];
    expect(draw(document)).toEqual(draw(parseHTML('<html></html>').document));
  });

  it('has text and axes in the color of the page, and no style sheet or identifier that could meet another', () => {
    const { mixture, x } = fitted('iris');
    const svg = scatterMatrixFigure(mixture, x, { document });
    expect(svg.getAttribute('fill')).toBe('currentColor');
    expect(svg.querySelectorAll('style, [id], [clip-path]').length).toBe(0);
    expect(svg.outerHTML).not.toContain('var(--');
  });

  it('says what it shows to those who cannot see it', () => {
    const svg = traceFigure([1, 2], { document });
    expect([svg.getAttribute('role'), svg.getAttribute('aria-label')]).toEqual([
      'img',
      'log-likelihood by iteration, 1 iterations',
    ]);
  });

  it('takes the size that it is given', () => {
    const svg = traceFigure([1, 2], { document, width: 321, height: 234 });
    expect(['width', 'height', 'viewBox'].map((name) => svg.getAttribute(name))).toEqual([
      '321',
      '234',
      '0 0 321 234',
    ]);
  });

  it.each([
    { width: 119, height: 300, message: 'traceFigure: width must be at least 120 pixels, got 119.' },
    { width: 300, height: Number.NaN, message: 'traceFigure: height must be at least 120 pixels, got NaN.' },
    {
      width: Number.POSITIVE_INFINITY,
      height: 300,
      message: 'traceFigure: width must be at least 120 pixels, got Infinity.',
    },
  ])('refuses the size $width x $height', ({ message, ...size }) => {
    expect(() => traceFigure([1, 2], { document, ...size })).toThrow(message);
  });

  it.each([
    { given: undefined, got: 'undefined' },
    { given: null, got: 'null' },
    { given: {}, got: 'object' },
  ])('refuses the document $got', ({ given, got }) => {
    expect(() => traceFigure([1, 2], { document: given as unknown as Document })).toThrow(
      `traceFigure: options.document must be a DOM document, got ${got}. ` +
        "In a page pass document; in Node pass parseHTML('').document of the package linkedom.",
    );
  });
});
