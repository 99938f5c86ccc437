import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { colorMixer } from '../src/color-mixer.ts';
import { componentColors } from '../src/component-colors.ts';
import { luminance, oklabOf } from '../src/oklab.ts';

/** What palette.py wrote. */
interface Palette {
  readonly palette: readonly string[];
  readonly oklab: readonly (readonly number[])[];
  readonly luminance: readonly number[];
  readonly nearest: readonly number[];
  readonly mixtures: readonly { colors: string[]; share: number; mixed: string }[];
}

const expected: Palette = JSON.parse(
  readFileSync(new URL('./reference/palette.json', import.meta.url), 'utf8'),
);

describe('componentColors', () => {
  it('are those that the search found, and come round again after twenty', () => {
    expect(componentColors(20)).toEqual(expected.palette);
    expect(componentColors(22).slice(20)).toEqual(expected.palette.slice(0, 2));
    expect(componentColors(0)).toEqual([]);
  });

  it('show on white and on a dark page', () => {
    const contrast = (a: number, b: number) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    const dark = luminance('#121212');
    for (const color of componentColors(20)) {
      expect(contrast(luminance(color), 1)).toBeGreaterThan(2.2);
      expect(contrast(luminance(color), dark)).toBeGreaterThan(2.7);
    }
  });

  it('differ for every kind of eye: each of the first eight by 0.076 in OKLab, each of twenty by 0.054', () => {
    expect(Math.min(...expected.nearest.slice(0, 7))).toBeGreaterThan(0.076);
    expect(Math.min(...expected.nearest)).toBeGreaterThan(0.054);
  });
});

describe('OKLab', () => {
  it('agrees with a program that uses powers where this one uses logarithms', () => {
    expected.palette.forEach((color, i) => {
      oklabOf(color).forEach((value, j) => {
        expect(value).toBeCloseTo(expected.oklab[i]![j]!, 14);
      });
      expect(luminance(color)).toBeCloseTo(expected.luminance[i]!, 14);
    });
  });

  it('has white at lightness 1 and black at 0, both without hue', () => {
    // Ottosson's matrices, given to ten digits, leave 1e-7 of hue in white.
    oklabOf('#FFFFFF').forEach((value, j) => {
      expect(value).toBeCloseTo([1, 0, 0][j]!, 6);
    });
    expect(oklabOf('#000000')).toEqual([0, 0, 0]);
  });
});

describe('colorMixer', () => {
  it.each(expected.mixtures)('mixes $colors by $share as the reference does', ({ colors, share, mixed }) => {
    expect(colorMixer(colors)(Float64Array.of(share, 1 - share))).toBe(mixed);
  });

  it('gives a row that is sure of a component exactly its color', () => {
    const colors = componentColors(20);
    colors.forEach((color, k) => {
      const sure = new Float64Array(20);
      sure[k] = 1;
      expect(colorMixer(colors)(sure)).toBe(color);
    });
  });

  it('gives the mean color to a row that knows nothing, whatever its posteriors sum to', () => {
    const mix = colorMixer(componentColors(3));
    expect(mix(Float64Array.of(1, 1, 1))).toBe(mix(Float64Array.of(1 / 3, 1 / 3, 1 / 3)));
  });

  it('always gives a color', () => {
    const posteriors = fc.array(fc.double({ min: 1e-300, max: 1, noNaN: true }), {
      minLength: 7,
      maxLength: 7,
    });
    const mix = colorMixer(componentColors(7));
    fc.assert(
      fc.property(posteriors, (values) => {
        expect(mix(Float64Array.from(values))).toMatch(/^#[0-9A-F]{6}$/);
      }),
    );
  });

  it('reads the posteriors of a row in the middle of a matrix', () => {
    const mix = colorMixer(['#0072B2', '#E69F00']);
    expect(mix(Float64Array.of(1, 0, 0, 1), 2)).toBe('#E69F00');
  });
});
