import type { MixtureField } from '@gaussmix/em';
import type { View } from './scene-run.ts';
import {
  backgroundOf,
  colorsAt,
  follow,
  maskOf,
  type Pixels,
  type Settings,
  startField,
} from './subtraction.ts';

/** A frame of the visitor's camera. */
export interface CameraFrame {
  readonly width: number;
  readonly height: number;
  readonly pixels: Pixels;
  readonly settings: Settings;
  /** The pixel whose mixture is wanted. */
  readonly cell: number;
  /** Forgets all earlier frames. */
  readonly anew: boolean;
}

/** A field of mixtures that watches a camera. */
export class CameraRun {
  #field: MixtureField | undefined;
  #t = 0;

  /** What there is to see after one more frame; other sizes or numbers of components begin anew. */
  next({ width, height, pixels, settings, cell, anew }: CameraFrame): View {
    const field = this.#field;
    if (!field || anew || field.cells !== width * height || field.components !== settings.components) {
      this.#field = startField(pixels, settings);
      this.#t = 0;
    } else {
      follow(field, pixels, settings);
      this.#t += 1;
    }
    const now = this.#field!;
    return {
      t: this.#t,
      width,
      height,
      frame: pixels,
      background: backgroundOf(now),
      mask: maskOf(now, settings),
      colors: colorsAt(now, cell),
    };
  }
}
