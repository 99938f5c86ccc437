import { describe, expect, it } from 'vitest';
import { criterionFigure } from '../src/criterion-figure.ts';
import { badAttributes, document, elements, texts, tickLabels } from './svg.ts';

const cells = [
  { components: 2, covariance: 'full', value: 20 },
  { components: 1, covariance: 'full', value: 30 },
  { components: 3, covariance: 'full', value: null },
  { components: 4, covariance: 'full', value: 25 },
  { components: 1, covariance: 'diag', value: 40 },
  { components: 2, covariance: 'diag', value: 35 },
  { components: 3, covariance: 'diag', value: 33 },
  { components: 4, covariance: 'diag', value: Number.NaN },
];

describe('criterionFigure', () => {
  it('has a line for each structure and a symbol for each cell that did not fail', () => {
    const svg = criterionFigure(cells, { document, criterion: 'bic' });
    expect(elements(svg, 'gaussmix-line', 'path').length).toBe(2);
    expect(elements(svg, 'gaussmix-cells', 'circle, path').length).toBe(6);
    expect(texts(svg, 'gaussmix-structures')).toEqual(['full', 'diag']);
    expect(texts(svg, 'gaussmix-y-title')).toEqual(['BIC']);
    expect(tickLabels(svg, 'x')).toEqual(['1', '2', '3', '4']);
    expect(badAttributes(svg)).toEqual([]);
  });

  it('marks the smallest value and names the cells that failed', () => {
    const svg = criterionFigure(cells, { document, criterion: 'bic' });
    expect(texts(svg, 'gaussmix-best-label')).toEqual(['full, 2']);
    expect(texts(svg, 'gaussmix-notes')).toEqual([
      'Ringed: the smallest BIC, which is best. Left out: full 3, diag 4.',
    ]);
  });

  it('breaks a line where a cell failed', () => {
    const [full] = elements(criterionFigure(cells, { document, criterion: 'bic' }), 'gaussmix-line', 'path');
    // One piece from 1 to 2 and, alone, 4: two times "move to".
    expect(full?.getAttribute('d')?.match(/M/g)?.length).toBe(2);
  });

  it('does not list more failures than there is room for', () => {
    const many = Array.from({ length: 9 }, (_, i) => ({
      components: i + 1,
      covariance: 'full',
      value: i === 0 ? 1 : null,
    }));
    expect(texts(criterionFigure(many, { document, criterion: 'aic' }), 'gaussmix-notes').join(' ')).toBe(
      'Ringed: the smallest AIC, which is best. Left out: full 2, full 3, full 4, full 5, full 6, full 7 and 2 more.',
    );
  });

  it('draws a single cell, and a hundred numbers of components with ticks for some', () => {
    const one = criterionFigure([{ components: 3, covariance: 'full', value: -5 }], {
      document,
      criterion: 'bic',
    });
    expect(tickLabels(one, 'x')).toEqual(['3']);
    expect(badAttributes(one)).toEqual([]);
    const hundred = Array.from({ length: 100 }, (_, i) => ({
      components: i + 1,
      covariance: 'full',
      value: -i,
    }));
    expect(tickLabels(criterionFigure(hundred, { document, criterion: 'bic' }), 'x').length).toBeLessThan(20);
  });

  it('refuses cells of which all failed', () => {
    const failed = [1, 2, 3].map((components) => ({ components, covariance: 'full', value: null }));
    expect(() => criterionFigure(failed, { document, criterion: 'bic' })).toThrow(
      'criterionFigure: at least one cell must have a finite value, got 3 without.',
    );
  });

  describe('of more structures than there are colors', () => {
    const names = [
      'EII',
      'VII',
      'EEI',
      'VEI',
      'EVI',
      'VVI',
      'EEE',
      'VEE',
      'EVE',
      'VVE',
      'EEV',
      'VEV',
      'EVV',
      'VVV',
    ];
    // Lines fall from 1000 to 100 + 5 i at two components, and end at 170.
    const many = names.flatMap((covariance, i) => [
      { components: 1, covariance, value: 1000 },
      { components: 2, covariance, value: 100 + 5 * i },
      { components: 3, covariance, value: 170 },
    ]);
    const svg = criterionFigure(many, { document, criterion: 'bic', width: 960, height: 560 });
    const numberOf = (element: Element, name: string) => Number(element.getAttribute(name));

    it('names each at the end of its line, none over another', () => {
      expect(texts(svg, 'gaussmix-structures').sort()).toEqual([...names].sort());
      const rows = elements(svg, 'gaussmix-structures', 'text')
        .map((text) => Number(/,([\d.]+)\)/.exec(text.getAttribute('transform')!)![1]))
        .sort((a, b) => a - b);
      // Lines of text of 11 pixels.
      rows.slice(1).forEach((row, i) => {
        expect(row - rows[i]!).toBeGreaterThan(11);
      });
      expect(elements(svg, 'gaussmix-ties', 'path, line')).toHaveLength(14);
    });

    it('lets lines of one color differ in their dashes and symbols', () => {
      const looks = elements(svg, 'gaussmix-line', 'path').map((line) => {
        const group = line.parentElement!;
        const own = (name: string) => line.getAttribute(name) ?? group.getAttribute(name) ?? '';
        return `${own('stroke')} ${own('stroke-dasharray')}`;
      });
      expect(new Set(looks).size).toBe(14);
      expect(new Set(looks.map((look) => look.split(' ')[0])).size).toBe(7);
    });

    it('reaches as far as the best cell of each, and counts those beyond', () => {
      expect(texts(svg, 'gaussmix-notes')).toEqual([
        'Ringed: the smallest BIC, which is best. 14 cells lie above the chart.',
      ]);
      expect(elements(svg, 'gaussmix-cells', 'circle, path')).toHaveLength(28);
      // Each line begins where it comes in at the top of the chart, which is 10 pixels below that of the figure.
      for (const line of elements(svg, 'gaussmix-line', 'path')) {
        expect(Number(/^M[\d.]+,([\d.]+)L/.exec(line.getAttribute('d')!)![1])).toBeCloseTo(10, 5);
      }
      expect(numberOf(svg, 'width')).toBe(960);
      expect(badAttributes(svg)).toEqual([]);
    });

    it('breaks a line that leaves the chart and comes back, and one that failed', () => {
      const cells = [
        ...many.filter(({ covariance }) => covariance !== 'VVV'),
        ...[1000, 120, 900, 130].map((value, i) => ({ components: i + 1, covariance: 'VVV', value })),
        { components: 3, covariance: 'EVV2', value: null },
      ];
      const lines = elements(criterionFigure(cells, { document, criterion: 'bic' }), 'gaussmix-line', 'path');
      const last = lines.at(-1)!.getAttribute('d')!;
      expect(last.match(/M/g)?.length).toBe(2);
    });
  });
});
