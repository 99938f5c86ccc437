import { describe, expect, test } from 'vitest';
import { EMPTY_FRAMES, movingScene, type SceneFrame } from '../../src/scenes/moving-scene.ts';

const width = 96;
const height = 60;
const scene = movingScene({ width, height, seed: 5 });

const pixelAt = (x: number, y: number) => y * width + x;
const count = ({ truth }: SceneFrame) => truth.reduce((sum, one) => sum + one, 0);
const redAt = (t: number, pixel: number) => scene.frame(t).pixels[4 * pixel]!;

/** The mean column of the foreground. */
function middle({ truth }: SceneFrame): number {
  const columns = [...truth.keys()].filter((pixel) => truth[pixel] === 1).map((pixel) => pixel % width);
  return columns.reduce((sum, column) => sum + column, 0) / columns.length;
}

describe('a moving scene', () => {
  test('gives the same bytes for a frame, in whatever order frames are asked for', () => {
    const later = scene.frame(200);
    const again = movingScene({ width, height, seed: 5 });
    again.frame(7);
    expect(again.frame(200)).toEqual(later);
  });

  test('depends on the seed', () => {
    const other = movingScene({ width, height, seed: 6 });
    expect(other.frame(3).pixels).not.toEqual(scene.frame(3).pixels);
  });

  test('has four bytes for each pixel, the last of them opaque, and one truth', () => {
    const { pixels, truth } = movingScene({ width: 40, height: 25, seed: 'small' }).frame(90);
    expect(pixels).toHaveLength(4000);
    expect(truth).toHaveLength(1000);
    expect(pixels.filter((_, index) => index % 4 === 3).every((alpha) => alpha === 255)).toBe(true);
    expect(new Set(truth)).toEqual(new Set([0, 1]));
  });

  test('has nobody in it at first', () => {
    for (let t = 0; t < EMPTY_FRAMES; t++) expect(count(scene.frame(t))).toBe(0);
  });

  test('has a walker who goes to the right at 0.85 units a frame', () => {
    // The shape changes as the legs swing: the mean column is that of the body within half a pixel.
    const walked = middle(scene.frame(EMPTY_FRAMES + 64)) - middle(scene.frame(EMPTY_FRAMES + 44));
    expect(Math.abs(walked - 20 * 0.85)).toBeLessThan(0.5);
  });

  test('has four times the foreground at twice the resolution', () => {
    // A figure of 65 pixels has 30 on its rim, each of which may fall out: over 16 poses that is 2 %.
    const fine = movingScene({ width: 2 * width, height: 2 * height, seed: 5 });
    const poses = Array.from({ length: 16 }, (_, k) => EMPTY_FRAMES + 30 + 5 * k);
    const sum = (of: typeof scene) => poses.reduce((total, t) => total + count(of.frame(t)), 0);
    expect(Math.abs(sum(fine) / sum(scene) - 4)).toBeLessThan(4 * 3 * 0.02);
  });

  test('hides the walkers behind the trunk of the tree', () => {
    const frames = Array.from({ length: 60 }, (_, index) => scene.frame(EMPTY_FRAMES + index));
    const beside = frames.filter(({ truth }) => truth[pixelAt(19, 36)] === 1);
    const behind = frames.filter(({ truth }) => truth[pixelAt(15, 36)] === 1);
    expect(beside.length).toBeGreaterThan(0);
    expect(behind).toHaveLength(0);
  });
});

describe('the background of a moving scene', () => {
  test('has noise of standard deviation 2.6, in a piece of the sky', () => {
    // From one frame to the next the light changes by less than 0.1: differences have twice the variance of the
    // noise, and rounding adds 1/12 to each. 120 pixels x 3 channels x 40 frames: 1.3 % is one standard error.
    const differences: number[] = [];
    for (let t = 0; t < 80; t += 2) {
      const [first, second] = [scene.frame(t).pixels, scene.frame(t + 1).pixels];
      for (let y = 0; y < 6; y++) {
        for (let x = 50; x < 70; x++) {
          const at = 4 * pixelAt(x, y);
          for (const channel of [at, at + 1, at + 2]) differences.push(second[channel]! - first[channel]!);
        }
      }
    }
    const variance = differences.reduce((sum, one) => sum + one * one, 0) / differences.length;
    expect(Math.abs(variance / (2 * (2.6 * 2.6 + 1 / 12)) - 1)).toBeLessThan(0.05);
  });

  test('has two colors where the sign is, and none between', () => {
    const reds = Array.from({ length: 200 }, (_, t) => redAt(t, pixelAt(62, 25)));
    const lit = reds.filter((red) => red > 200).length;
    expect(reds.filter((red) => red > 120 && red <= 200)).toHaveLength(0);
    expect(lit).toBeGreaterThan(40);
    expect(lit).toBeLessThan(160);
  });

  test('changes by more than the noise at the rim of the tree and in the water', () => {
    const spread = (pixel: number) => {
      const reds = Array.from({ length: 60 }, (_, t) => redAt(t, pixel));
      return Math.max(...reds) - Math.min(...reds);
    };
    const still = spread(pixelAt(60, 4));
    expect(spread(pixelAt(26, 14))).toBeGreaterThan(2 * still);
    expect(spread(pixelAt(40, 55))).toBeGreaterThan(2 * still);
  });

  test('is 10 % lighter at a quarter of the day and 10 % darker at three quarters', () => {
    // Green has no warmth in it. A window is as dark as 66, so that nothing is cut off; the mean of 21 frames is
    // within 3 x 2.7 / sqrt(21) = 1.8 of the truth.
    const green = (noon: number) => {
      const greens = Array.from(
        { length: 21 },
        (_, k) => scene.frame(noon + k - 10).pixels[4 * pixelAt(34, 15) + 1]!,
      );
      return greens.reduce((sum, one) => sum + one, 0) / greens.length;
    };
    expect(Math.abs(green(600) - 66 * 1.1)).toBeLessThan(1.8);
    expect(Math.abs(green(1800) - 66 * 0.9)).toBeLessThan(1.8);
  });
});
