import type { Mixture } from '@gaussmix/distributions';
import type { Matrix } from '@gaussmix/linalg';
import { proxy } from 'comlink';
import { connect } from '../../worker/connect.ts';
import { latest } from '../../worker/latest.ts';
import type { ColorsWork } from './colors.worker.ts';
import type { Picture } from './picture.ts';
import type { Painting, Quantized } from './quantize.ts';

/** What is wanted: which picture, in how many colors, learned from which of its pixels. */
export interface Wish {
  readonly source: Blob | string;
  readonly components: number;
  readonly seed: number;
  readonly soft: boolean;
}

/** A picture and what became of it, as its worker comes along. */
export class Studio {
  picture = $state.raw<Picture>();
  /** Where the picture is from. */
  opened = $state.raw<Blob | string>();
  sample = $state.raw<Matrix>();
  centers = $state.raw<Quantized & { readonly centers: Matrix }>();
  mixture = $state.raw<Quantized & { readonly mixture: Mixture }>();
  soft = $state.raw<Painting>();
  /** What the worker is doing, and how far it is. */
  doing = $state<string>();
  error = $state<string>();

  /** What could not be read, so that it is not read again. */
  #refused: Blob | string | undefined;
  #fitted = '';
  readonly #work = connect<ColorsWork>(
    new Worker(new URL('./colors.worker.ts', import.meta.url), { type: 'module' }),
  );
  readonly #latest = latest(
    (wish: Wish) => this.#fulfil(wish),
    () => {
      this.doing = undefined;
    },
    (error) => {
      this.doing = undefined;
      this.error = error instanceof Error ? error.message : String(error);
    },
  );

  ask(wish: Wish): void {
    this.#latest.ask(wish);
  }

  async #fulfil({ source, components, seed, soft }: Wish): Promise<void> {
    this.error = undefined;
    if (source !== this.opened && source !== this.#refused) await this.#open(source);
    const fitted = `${components} ${seed}`;
    if (fitted !== this.#fitted) {
      this.#fitted = '';
      this.sample = await this.#work.sample(seed);
      this.doing = 'K-means';
      this.centers = await this.#work.byCenters({ components, seed });
      this.doing = 'The mixture';
      this.mixture = await this.#work.byMixture(
        { components, seed },
        proxy((iterations) => {
          this.doing = `The mixture: ${iterations} iterations`;
        }),
      );
      this.soft = undefined;
      this.#fitted = fitted;
    }
    if (soft && !this.soft) {
      this.doing = 'Mixing the colors';
      this.soft = await this.#work.softly();
    }
  }

  async #open(source: Blob | string): Promise<void> {
    this.doing = 'Reading the picture';
    this.#refused = source;
    const picture = await this.#work.open(source);
    this.#refused = undefined;
    this.opened = source;
    this.#fitted = '';
    this.centers = undefined;
    this.mixture = undefined;
    this.soft = undefined;
    this.picture = picture;
  }
}
