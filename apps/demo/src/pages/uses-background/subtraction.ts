import { fieldMixture, foregroundInto, type MixtureField, mixtureField, updateFieldInto } from '@gaussmix/em';

/** How a field of mixtures follows its frames, and what it takes for background. */
export interface Settings {
  /** K at each pixel. */
  readonly components: number;
  /** How much less all that was seen counts with each new frame. */
  readonly forgetting: number;
  /** A color further than this from every component, in standard deviations, is new. */
  readonly distance: number;
  /** The share of the time that the background makes at least. */
  readonly share: number;
}

/** One component of the mixture at a pixel: a color that is seen there. */
export interface SeenColor {
  readonly weight: number;
  /** Red, green, blue, 0 to 255. */
  readonly mean: readonly number[];
  /** Of each channel, in steps of 256, squared. */
  readonly variances: readonly number[];
}

/** Colors as bytes: red, green, blue, opaque. */
export type Pixels = Uint8ClampedArray<ArrayBuffer>;

/** Pixels have four bytes, of which the mixtures look at three. */
const [stride, dimension] = [4, 3];
/** What a new component starts with: 15 steps of 256 either way. */
const firstVariance = 225;
/** No variance falls below 4 steps of 256, squared. */
const leastVariance = 16;

/** A mixture at each pixel of a first frame. */
export function startField(frame: Pixels, { components }: Settings): MixtureField {
  return mixtureField({ frame, dimension, stride, components, variance: firstVariance });
}

/** Lets each mixture see its pixel in the next frame. */
export function follow(field: MixtureField, frame: Pixels, { forgetting, distance }: Settings): void {
  const weight = Math.max(0.0005, 1 - forgetting);
  updateFieldInto(field, frame, {
    stride,
    forgetting,
    regularization: leastVariance,
    novelty: { variance: firstVariance, distance, weight },
  });
}

/** 1 for each pixel of the last frame that is not background. */
export function maskOf(field: MixtureField, { share }: Settings): Uint8Array<ArrayBuffer> {
  const mask = new Uint8Array(field.cells);
  foregroundInto(mask, field, { share });
  return mask;
}

/** What the field takes for the scene: at each pixel the mean of the component that it saw most. */
export function backgroundOf({ cells, components: K, counts, means }: MixtureField): Pixels {
  const pixels = new Uint8ClampedArray(stride * cells);
  for (let cell = 0; cell < cells; cell++) {
    let most = cell * K;
    for (let k = 1; k < K; k++) if (counts[cell * K + k] > counts[most]) most = cell * K + k;
    for (let j = 0; j < dimension; j++) pixels[stride * cell + j] = means[dimension * most + j];
    pixels[stride * cell + 3] = 255;
  }
  return pixels;
}

/** The mixture at a pixel, the color that is seen most first. */
export function colorsAt(field: MixtureField, cell: number): SeenColor[] {
  const { weights, means, covariances } = fieldMixture(field, cell);
  const colors = Array.from(weights, (weight, k) => {
    const covariance = covariances[k];
    const variances = covariance.form === 'diagonal' ? Array.from(covariance.variances) : [];
    return { weight, mean: Array.from(means[k]), variances };
  });
  return colors.sort((a, b) => b.weight - a.weight);
}
