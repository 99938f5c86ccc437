import { expose } from 'comlink';
import { type Features, featuresOf } from './mfcc.ts';
import { type Enrollment, enroll, type Trial, trials } from './speakers.ts';

/** Where the recordings are, by name. */
export interface Sounds {
  /** To learn from, by speaker. */
  readonly training: ReadonlyMap<string, string>;
  /** To test with, by clip. */
  readonly clips: ReadonlyMap<string, string>;
}

/** How far the work is. */
export interface Progress {
  readonly of: 'recordings' | 'mixtures';
  readonly done: number;
  readonly total: number;
}

/** What the page shows. */
export interface Results {
  readonly trials: readonly Trial[];
  /** The middles of the frames of each clip, in seconds. */
  readonly times: ReadonlyMap<string, Float64Array>;
  /** How many frames each speaker was learned from. */
  readonly learned: ReadonlyMap<string, number>;
}

let known: Promise<{ training: Map<string, Features>; clips: Map<string, Features> }> | undefined;

const work = {
  async verify(sounds: Sounds, enrollment: Enrollment, tell: (progress: Progress) => void): Promise<Results> {
    known ??= listen(sounds, tell);
    const { training, clips } = await known.catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    const total = training.size + 1;
    tell({ of: 'mixtures', done: 0, total });
    const models = enroll(training, enrollment, (done) => tell({ of: 'mixtures', done, total }));
    return {
      trials: trials(clips, models),
      times: new Map(Array.from(clips, ([id, { times }]) => [id, times])),
      learned: new Map(Array.from(training, ([id, { frames }]) => [id, frames.rows])),
    };
  },
};

/** What the page asks its worker for. */
export type VoicesWork = typeof work;

expose(work);

async function listen(sounds: Sounds, tell: (progress: Progress) => void) {
  const total = sounds.training.size + sounds.clips.size;
  let done = 0;
  const featuresAt = async (addresses: ReadonlyMap<string, string>) => {
    const features = new Map<string, Features>();
    for (const [id, address] of addresses) {
      features.set(id, featuresOf(await bytesOf(address)));
      tell({ of: 'recordings', done: ++done, total });
    }
    return features;
  };
  return { training: await featuresAt(sounds.training), clips: await featuresAt(sounds.clips) };
}

async function bytesOf(address: string): Promise<ArrayBuffer> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`The recording at ${address} could not be had (${response.status}).`);
  return response.arrayBuffer();
}
