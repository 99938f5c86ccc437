import { type Mixture, scoreSamples } from '@gaussmix/distributions';
import { fitMixture } from '@gaussmix/em';
import type { Matrix } from '@gaussmix/linalg';
import type { Features } from './mfcc.ts';

/** The shape of a component's covariance. */
export type Shape = 'diag' | 'full';

/** How voices are learned. */
export interface Enrollment {
  /** Of each speaker's mixture; the world's has twice as many. */
  readonly components: number;
  readonly covariance: Shape;
  readonly seed: number;
}

/** A speaker, learned. */
export interface Speaker {
  readonly id: string;
  readonly mixture: Mixture;
}

/** What all enrolled voices have in common, and each of them. */
export interface Models {
  readonly world: Mixture;
  readonly speakers: readonly Speaker[];
}

/** One clip under the claim to be one speaker. */
export interface Trial {
  readonly clip: string;
  readonly speaker: string;
  /** ln p(frame | speaker) - ln p(frame | world), in nats, for each frame. */
  readonly frames: Float64Array;
  /** Their mean: positive where the speaker explains the clip better than the world does. */
  readonly score: number;
}

/**
 * A mixture for each voice, and one of all their frames: the world.
 *
 * @param voices  features of the training recordings, by speaker
 * @param tell  called after each of the mixtures with how many are done
 */
export function enroll(
  voices: ReadonlyMap<string, Features>,
  enrollment: Enrollment,
  tell: (done: number) => void = () => {},
): Models {
  const all = stack(Array.from(voices.values(), ({ frames }) => frames));
  const world = learn(all, { ...enrollment, components: 2 * enrollment.components });
  tell(1);
  const speakers = Array.from(voices, ([id, { frames }], i) => {
    const mixture = learn(frames, enrollment);
    tell(i + 2);
    return { id, mixture };
  });
  return { world, speakers };
}

/** Every clip under every speaker, clip by clip. */
export function trials(clips: ReadonlyMap<string, Features>, { world, speakers }: Models): Trial[] {
  return Array.from(clips, ([clip, { frames }]) => {
    const ofWorld = scoreSamples(world, frames);
    return speakers.map(({ id, mixture }) => {
      const differences = scoreSamples(mixture, frames).map((score, i) => score - ofWorld[i]);
      const sum = differences.reduce((total, difference) => total + difference, 0);
      return { clip, speaker: id, frames: differences, score: sum / differences.length };
    });
  }).flat();
}

function learn(frames: Matrix, { components, covariance, seed }: Enrollment): Mixture {
  return fitMixture(frames, {
    components,
    covariance,
    seed,
    effort: 'quick',
    maxIterations: 100,
    tolerance: 1e-4,
  }).mixture;
}

function stack(matrices: readonly Matrix[]): Matrix {
  const columns = matrices[0]?.columns ?? 0;
  const rows = matrices.reduce((sum, matrix) => sum + matrix.rows, 0);
  const data = new Float64Array(rows * columns);
  let at = 0;
  for (const matrix of matrices) {
    data.set(matrix.data, at);
    at += matrix.data.length;
  }
  return { data, rows, columns };
}
