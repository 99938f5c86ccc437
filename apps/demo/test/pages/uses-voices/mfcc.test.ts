import { readFileSync } from 'node:fs';
import { createRandom } from '@gaussmix/random';
import { expect, it } from 'vitest';
import { featuresOf } from '../../../src/pages/uses-voices/mfcc.ts';

/** A WAV file of samples at 8 kHz: of its header nothing is read. */
function wavOf(samples: readonly number[]): ArrayBuffer {
  const file = new ArrayBuffer(44 + 2 * samples.length);
  new Int16Array(file, 44).set(samples);
  return file;
}

const tone = (count: number, loud: number) =>
  Array.from({ length: count }, (_, i) => Math.round(loud * Math.sin((2 * Math.PI * 440 * i) / 8000)));

it('has a row of 12 for each frame of 256 samples, 80 samples apart', () => {
  const { frames, times, duration } = featuresOf(wavOf(tone(256 + 9 * 80 + 79, 8000)));
  expect([frames.rows, frames.columns]).toEqual([10, 12]);
  expect([times[0], times[9]]).toEqual([128 / 8000, (9 * 80 + 128) / 8000]);
  expect(duration).toBe((256 + 9 * 80 + 79) / 8000);
});

it('leaves frames out that are 40 dB below the loudest', () => {
  const parts = [...tone(800, 8000), ...tone(1600, 50), ...tone(800, 8000)];
  const { times } = featuresOf(wavOf(parts));
  // From sample 800 on it is quiet, and a frame that lies there as a whole is left out.
  const inPause = [...times].filter((time) => time * 8000 - 128 >= 800 && time * 8000 + 128 <= 2400);
  expect(inPause).toEqual([]);
  expect(times.length).toBeGreaterThan(10);
});

it('says the same of a sound that is twice as loud', () => {
  const random = createRandom(4);
  const noise = Array.from({ length: 256 }, () => Math.round(2000 * random.normal()));
  const [soft, loud] = [noise, noise.map((value) => 2 * value)].map(
    (samples) => featuresOf(wavOf(samples)).frames.data,
  );
  // Each band has ln(1 + 4 E) in place of ln(1 + E): ln 4 more, less 3 / (4 E), and of noise as loud as this E is above 1e4.
  // What all bands gain goes into coefficient 0, which is left out; the others are sums of 26 bands with factors below 1.
  const room = 26 * (3 / 4e4);
  const off = soft.map((value, i) => Math.abs(value - loud[i]));
  expect(Math.max(...off)).toBeLessThan(room);
});

it('reads the supplied recordings', () => {
  const file = readFileSync(new URL('../../../assets/voices/alan-test-1.wav', import.meta.url));
  const { frames, duration } = featuresOf(new Uint8Array(file).buffer);
  expect(duration).toBe((file.length - 44) / 2 / 8000);
  expect(frames.rows).toBeGreaterThan(100);
  expect(frames.data.every(Number.isFinite)).toBe(true);
});
