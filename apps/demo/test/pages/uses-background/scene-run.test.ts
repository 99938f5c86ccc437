import { describe, expect, it } from 'vitest';
import { CameraRun } from '../../../src/pages/uses-background/camera-run.ts';
import { SceneRun, type View } from '../../../src/pages/uses-background/scene-run.ts';
import { movingScene } from '../../../src/scenes/moving-scene.ts';

const settings = { components: 3, forgetting: 0.99, distance: 3, share: 0.9 };
const demand = { seed: 5, t: 30, settings, cell: 25 * 96 + 62 };

function last(views: Iterable<View>): View {
  const all = [...views];
  return all[all.length - 1];
}

describe('a run of the scene', () => {
  it('comes to the same view frame by frame, in one go, and on the way back', () => {
    const once = last(new SceneRun().views(demand));
    const run = new SceneRun();
    for (let t = 0; t < 30; t++) last(run.views({ ...demand, t }));
    expect(last(run.views(demand))).toEqual(once);
    last(run.views({ ...demand, t: 33 }));
    expect(last(run.views(demand))).toEqual(once);
  });

  it('begins anew with other settings, and shows what it would have shown with them from the first', () => {
    const run = new SceneRun();
    last(run.views(demand));
    const other = { ...demand, seed: 6, settings: { ...settings, components: 2, forgetting: 0.97 } };
    expect(last(run.views(other))).toEqual(last(new SceneRun().views(other)));
  });

  it('shows frames of the way, all before the one that was asked for', () => {
    const frames = [...new SceneRun().views(demand)].map(({ t }) => t);
    expect(frames).toEqual([12, 24, 30]);
  });

  it('knows two colors of the sign, lit and dark, and weighs them about as often as they are seen', () => {
    const { colors } = last(
      new SceneRun().views({ ...demand, t: 200, settings: { ...settings, forgetting: 1 } }),
    );
    const scene = movingScene({ width: 96, height: 60, seed: 5 });
    const lit = Array.from({ length: 201 }, (_, t) => scene.frame(t).pixels[4 * demand.cell] > 160);
    const share = lit.filter(Boolean).length / 201;
    const bright = colors.filter(({ mean }) => mean[0] > 160);
    const weight = bright.reduce((sum, color) => sum + color.weight, 0);
    // Without forgetting the weights are shares of frames, but for the start of a new component, of weight 0.0005.
    expect(Math.abs(weight - share)).toBeLessThan(0.01);
    expect(colors.map((color) => color.weight)).toEqual(
      colors.map((color) => color.weight).sort((a, b) => b - a),
    );
  });
});

describe('a run of the camera', () => {
  const wall = (gray: number) => Uint8ClampedArray.from([gray, gray, gray, 255, gray, gray, gray, 255]);
  const frame = (gray: number) => ({
    width: 2,
    height: 1,
    pixels: wall(gray),
    settings,
    cell: 0,
    anew: false,
  });

  it('takes what stays for background, and marks what is new', () => {
    const camera = new CameraRun();
    for (let t = 0; t < 20; t++) camera.next(frame(100));
    const { mask, background } = camera.next({
      ...frame(100),
      pixels: Uint8ClampedArray.of(100, 100, 100, 255, 10, 10, 10, 255),
    });
    expect([...mask]).toEqual([0, 1]);
    expect(background).toEqual(wall(100));
  });

  it('forgets all when told to, and when the number of components changes', () => {
    const camera = new CameraRun();
    for (let t = 0; t < 5; t++) camera.next(frame(100));
    const anew = camera.next({ ...frame(30), anew: true });
    expect([anew.t, anew.background]).toEqual([0, wall(30)]);
    expect(camera.next(frame(30)).t).toBe(1);
    expect(camera.next({ ...frame(30), settings: { ...settings, components: 2 } }).t).toBe(0);
  });
});
