import { describe, expect, it } from 'vitest';
import { traceFigure } from '../src/trace-figure.ts';
import { badAttributes, document, elements, texts, tickLabels } from './svg.ts';

describe('traceFigure', () => {
  it('has a line, a dot for each iteration, and the last value in full', () => {
    const svg = traceFigure([-1289.5, -1180.25, -1131.125, -1130.2639583], { document });
    expect(elements(svg, 'gaussmix-trace', 'path').length).toBe(1);
    expect(elements(svg, 'gaussmix-iterations', 'circle').length).toBe(4);
    expect(texts(svg, 'gaussmix-notes')).toEqual(['After 3 iterations: −1,130.2639583.']);
    expect(tickLabels(svg, 'x')).toEqual(['0', '1', '2', '3']);
    expect(texts(svg, 'gaussmix-y-title')).toEqual(['log-likelihood']);
  });

  it('of one value, or of equal ones, has an extent', () => {
    for (const trace of [[-3], [-3, -3], [0, 0, 0]]) {
      const svg = traceFigure(trace, { document });
      expect(badAttributes(svg)).toEqual([]);
      expect(elements(svg, 'gaussmix-iterations', 'circle').length).toBe(trace.length);
    }
    expect(texts(traceFigure([-3, -3], { document }), 'gaussmix-notes')).toEqual(['After 1 iteration: −3.']);
  });

  it('of many iterations is a line alone', () => {
    const svg = traceFigure(
      Float64Array.from({ length: 2000 }, (_, i) => -1 / (i + 1)),
      { document },
    );
    expect(elements(svg, 'gaussmix-iterations', 'circle').length).toBe(0);
    expect(elements(svg, 'gaussmix-trace', 'path').length).toBe(1);
  });

  it('has ticks that differ where gains are small beside the value', () => {
    const labels = tickLabels(traceFigure([-1e9, -1e9 + 1, -1e9 + 1.5], { document }), 'y');
    expect(labels.length).toBeGreaterThan(2);
    expect(new Set(labels).size).toBe(labels.length);
  });

  it('leaves a gap for a value that is not finite', () => {
    const svg = traceFigure([Number.NEGATIVE_INFINITY, -2, -1], { document });
    expect(badAttributes(svg)).toEqual([]);
    expect(elements(svg, 'gaussmix-iterations', 'circle').length).toBe(2);
  });

  it('takes another name', () => {
    expect(texts(traceFigure([1, 2], { document, name: 'objective' }), 'gaussmix-y-title')).toEqual([
      'objective',
    ]);
  });

  it('refuses a trace without a finite number', () => {
    expect(() => traceFigure([Number.NaN, Number.NEGATIVE_INFINITY], { document })).toThrow(
      'traceFigure: trace must hold at least one finite number, got 2 without.',
    );
  });
});
