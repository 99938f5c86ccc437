import type { MixtureField } from '@gaussmix/em';
import { type MovingScene, movingScene, type SceneFrame } from '../../scenes/moving-scene.ts';
import { type MaskScore, scoreMask } from './score-mask.ts';
import {
  backgroundOf,
  colorsAt,
  follow,
  maskOf,
  type Pixels,
  type SeenColor,
  type Settings,
  startField,
} from './subtraction.ts';

/** What is to be seen of a scene. */
export interface SceneDemand {
  readonly seed: number;
  /** The frame, from 0. */
  readonly t: number;
  readonly settings: Settings;
  /** The pixel whose mixture is wanted. */
  readonly cell: number;
}

/** What there is to see after a frame. */
export interface View {
  readonly t: number;
  readonly width: number;
  readonly height: number;
  readonly frame: Pixels;
  readonly background: Pixels;
  readonly mask: Uint8Array<ArrayBuffer>;
  /** Where it is known what moves. */
  readonly truth?: Uint8Array<ArrayBuffer>;
  readonly score?: MaskScore;
  readonly colors: readonly SeenColor[];
}

/** Of the scene, in pixels, and how many of its frames there are to see. */
export const sceneSize = { width: 96, height: 60, frames: 600 };

/** How many frames are learned between two pictures of the way. */
const stride = 12;

/**
 * A field of mixtures that watches the scene from its first frame on. What it knows at a frame depends on the demand alone:
 * it goes on where the demand lets it, else it begins anew.
 */
export class SceneRun {
  #history = '';
  #scene: MovingScene | undefined;
  #frames: SceneFrame[] = [];
  #field: MixtureField | undefined;
  #t = 0;

  /** The views on the way, some frames apart, and at last the one that was asked for. */
  *views(demand: SceneDemand): Generator<View> {
    const { seed, t, settings } = demand;
    const { components, forgetting, distance } = settings;
    const history = [seed, components, forgetting, distance].join(' ');
    if (!this.#scene || !this.#history.startsWith(`${seed} `)) {
      this.#scene = movingScene({ width: sceneSize.width, height: sceneSize.height, seed });
      this.#frames = [];
    }
    if (!this.#field || this.#history !== history || t < this.#t) {
      this.#field = startField(this.#frame(this.#scene, 0).pixels, settings);
      this.#t = 0;
      this.#history = history;
    }
    while (this.#t < t) {
      this.#t += 1;
      follow(this.#field, this.#frame(this.#scene, this.#t).pixels, settings);
      if (this.#t < t && this.#t % stride === 0) yield this.#view(this.#field, demand);
    }
    yield this.#view(this.#field, demand);
  }

  #frame(scene: MovingScene, t: number): SceneFrame {
    this.#frames[t] ??= scene.frame(t);
    return this.#frames[t];
  }

  #view(field: MixtureField, { settings, cell }: SceneDemand): View {
    const { pixels, truth } = this.#frames[this.#t];
    const mask = maskOf(field, settings);
    return {
      t: this.#t,
      width: sceneSize.width,
      height: sceneSize.height,
      frame: pixels,
      background: backgroundOf(field),
      mask,
      truth,
      score: scoreMask(mask, truth),
      colors: colorsAt(field, cell),
    };
  }
}
