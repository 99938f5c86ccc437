import type { Matrix } from '@gaussmix/linalg';
import Meyda from 'meyda';

/** What a recording says about the voice, 100 times a second, without its pauses. */
export interface Features {
  /** One row for each frame: cepstral coefficients 1 to 12. */
  readonly frames: Matrix;
  /** The middle of each frame, in seconds. */
  readonly times: Float64Array;
  /** Of the whole recording, in seconds. */
  readonly duration: number;
}

const sampleRate = 8000;
/** 32 ms, and 10 ms from one frame to the next. */
const frameLength = 256;
const hop = 80;
const coefficients = 13;
/** Frames 40 dB below the loudest are pauses. */
const pause = 1e-4;

/** Samples of a WAV file follow its header of 44 bytes. */
const header = 44;

/** The library keeps its settings in one place for all. */
Object.assign(Meyda, {
  sampleRate,
  bufferSize: frameLength,
  melBands: 26,
  numberOfMFCCCoefficients: coefficients,
  windowingFunction: 'hamming',
});

/** Features of a recording: a WAV file of one channel, 16 bits, 8 kHz. */
export function featuresOf(wav: ArrayBuffer): Features {
  const signal = Float32Array.from(new Int16Array(wav, header));
  const starts = Array.from(
    { length: Math.max(0, Math.floor((signal.length - frameLength) / hop) + 1) },
    (_, i) => i * hop,
  );
  const energies = starts.map((start) => energyOf(signal.subarray(start, start + frameLength)));
  const floor = pause * energies.reduce((most, energy) => Math.max(most, energy), 0);
  const spoken = starts.filter((_, i) => energies[i] > floor);
  const columns = coefficients - 1;
  const data = new Float64Array(spoken.length * columns);
  spoken.forEach((start, i) => {
    data.set(cepstrum(signal.subarray(start, start + frameLength)), i * columns);
  });
  return {
    frames: { data, rows: spoken.length, columns },
    times: Float64Array.from(spoken, (start) => (start + frameLength / 2) / sampleRate),
    duration: signal.length / sampleRate,
  };
}

function energyOf(frame: Float32Array): number {
  return frame.reduce((sum, value) => sum + value * value, 0);
}

/** Coefficients 1 to 12, rounded so that engines agree on them; number 0 is loudness, which tells nothing of the speaker. */
function cepstrum(frame: Float32Array): number[] {
  const all = Meyda.extract('mfcc', frame);
  if (!Array.isArray(all)) throw new Error('The acoustic features could not be computed.');
  return (all as number[]).slice(1).map(Math.fround);
}
