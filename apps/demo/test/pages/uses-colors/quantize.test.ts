import { covarianceFromDense } from '@gaussmix/covariance';
import { createMixture } from '@gaussmix/distributions';
import { describe, expect, it } from 'vitest';
import { colorsOf } from '../../../src/pages/uses-colors/picture.ts';
import {
  colorCenters,
  colorMixture,
  paintByCenters,
  paintByMixture,
  paintSoftly,
} from '../../../src/pages/uses-colors/quantize.ts';

const rgba = (grays: readonly number[]) =>
  Uint8ClampedArray.from(grays.flatMap((gray) => [gray, gray, gray, 255]));
const grayPicture = (grays: readonly number[]) => {
  const picture = { width: grays.length, height: 1, pixels: rgba(grays) };
  return { picture, colors: colorsOf(picture) };
};
const round = (variance: number) =>
  covarianceFromDense(Float64Array.of(variance, 0, 0, 0, variance, 0, 0, 0, variance), 3);

describe('a painted picture', () => {
  const { picture, colors } = grayPicture([10, 14, 200, 206]);

  it('by centers has the nearest ones, and the error is the root of the mean square', () => {
    const centers = { data: Float64Array.of(12.2, 12.2, 12.2, 203, 203, 203), rows: 2, columns: 3 };
    const { palette, pixels, error, shares } = paintByCenters(picture, colors, centers);
    expect(palette).toEqual([
      [12, 12, 12],
      [203, 203, 203],
    ]);
    expect(pixels).toEqual(rgba([12, 12, 203, 203]));
    expect(shares).toEqual([0.5, 0.5]);
    // Off by 2, 2, 3 and 3: (4 + 4 + 9 + 9) / 4.
    expect(error).toBe(Math.sqrt(6.5));
  });

  it('by a mixture has the color of the likeliest component, which need not be the nearest', () => {
    // 120 is 60 from the narrow component and 80 from the wide one: ten and one of their standard deviations.
    const { picture, colors } = grayPicture([120]);
    const mixture = createMixture({
      weights: [0.5, 0.5],
      means: [
        [60, 60, 60],
        [200, 200, 200],
      ],
      covariances: [round(36), round(6400)],
    });
    expect(paintByMixture(picture, colors, mixture).pixels).toEqual(rgba([200]));
  });

  it('softly lies halfway where two components are as likely', () => {
    const { picture, colors } = grayPicture([100]);
    const mixture = createMixture({
      weights: [0.5, 0.5],
      means: [
        [90, 90, 90],
        [110, 110, 110],
      ],
      covariances: [round(25), round(25)],
    });
    const { pixels, error } = paintSoftly(picture, colors, mixture);
    expect(pixels).toEqual(rgba([100]));
    expect(error).toBe(0);
  });
});

describe('learned colors', () => {
  it('are those of two groups far apart, whoever learns them', () => {
    const grays = [10, 12, 14, 12, 200, 202, 204, 202];
    const { colors } = grayPicture(grays);
    const demand = { components: 2, seed: 3 };
    const { means } = colorMixture(colors, demand);
    expect(means.map(([red]) => Math.round(red)).sort((a, b) => a - b)).toEqual([12, 202]);
    const { data } = colorCenters(colors, demand);
    expect([data[0], data[3]].sort((a, b) => a - b)).toEqual([12, 202]);
  });

  it('tell how many iterations are done', () => {
    const { colors } = grayPicture([10, 12, 14, 12, 200, 202, 204, 202]);
    const told: number[] = [];
    colorMixture(colors, { components: 2, seed: 3, tell: (iterations) => told.push(iterations) });
    expect(told.length).toBeGreaterThan(0);
    expect(told).toEqual(told.map((_, i) => i + 1));
  });
});
