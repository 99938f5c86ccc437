import description from '../../../assets/voices/voices.json';

/** Somebody who speaks. */
export interface Voice {
  readonly id: string;
  readonly name: string;
  /** Whether there is a recording to learn from; else an impostor. */
  readonly enrolled: boolean;
  /** By which program. */
  readonly made: string;
}

/** A recording to test with. */
export interface Clip {
  /** Such as "alan-test-1". */
  readonly id: string;
  readonly voice: Voice;
  readonly sentence: string;
}

const { voices: all, sentences } = description;

/** All voices, impostors last. */
export const voices: readonly Voice[] = all;

/** The voices that are learned. */
export const enrolled: readonly Voice[] = voices.filter((voice) => voice.enrolled);

/** The recordings to test with, voice by voice. */
export const clips: readonly Clip[] = voices.flatMap((voice) => [
  { id: `${voice.id}-test-1`, voice, sentence: sentences['test-1'] },
  { id: `${voice.id}-test-2`, voice, sentence: sentences['test-2'] },
]);

/** What is said in the recordings to learn from. */
export const trainingSentence = sentences.train;

/** The recording that a voice is learned from. */
export function trainingOf({ id }: Voice): string {
  return `${id}-train`;
}
