import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const assets = new URL('../../assets/', import.meta.url);
const bytesOf = (path: string) => readFileSync(new URL(path, assets));
const textOf = (path: string) => bytesOf(path).toString('utf8');
const tableOf = (path: string) =>
  textOf(path)
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','));

describe('the recordings', () => {
  const { sampleRate, sentences, voices } = JSON.parse(textOf('voices/voices.json'));
  const clips = readdirSync(new URL('voices/', assets)).filter((name) => name.endsWith('.wav'));

  test('are three clips of each enrolled voice and two of the impostor, and no others', () => {
    const listed = voices.flatMap(({ id, enrolled }: { id: string; enrolled: boolean }) =>
      Object.keys(sentences)
        .filter((clip) => enrolled || clip !== 'train')
        .map((clip) => `${id}-${clip}.wav`),
    );
    expect([...clips].sort()).toEqual([...listed].sort());
  });

  test('have one channel of 16 bits at 8 kHz, and samples from byte 44 on', () => {
    for (const clip of clips) {
      const wav = bytesOf(`voices/${clip}`);
      expect([wav.readUInt16LE(22), wav.readUInt32LE(24), wav.readUInt16LE(34)]).toEqual([1, sampleRate, 16]);
      expect(wav.toString('latin1', 36, 40)).toBe('data');
      expect(wav.readUInt32LE(40)).toBe(wav.length - 44);
    }
  });

  test('are at most 120 kB each and 900 kB together', () => {
    const sizes = clips.map((clip) => bytesOf(`voices/${clip}`).length);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(120_000);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(900_000);
  });

  test('say what the script let them say', () => {
    const script = textOf('voices/make-voices.sh');
    for (const [clip, sentence] of Object.entries(sentences)) {
      expect(script).toContain(`${clip.replace('-', '_')}='${sentence}'`);
    }
  });
});

describe('the tables', () => {
  test('have as many rows as their sources, all of one length', () => {
    const rows = {
      'returns/dax-returns': 1859,
      'tables/iris': 150,
      'tables/penguins': 342,
      'tables/wine': 178,
    };
    for (const [name, count] of Object.entries(rows)) {
      const table = tableOf(`${name}.csv`);
      expect(table).toHaveLength(1 + count);
      expect(new Set(table.map((row) => row.length)).size).toBe(1);
    }
  });

  test('hold 2,000 payments, 20 of them odd, with the logarithms of what is written', () => {
    const [header, ...rows] = tableOf('transactions/transactions.csv');
    const column = (name: string) => rows.map((row) => Number(row[header!.indexOf(name)]));
    expect(rows).toHaveLength(2000);
    expect(column('odd').filter((odd) => odd === 1)).toHaveLength(20);
    const logs = { log_amount: 'amount', log_distance: 'distance_km', log_minutes: 'minutes_since_last' };
    for (const [log, plain] of Object.entries(logs)) {
      const values = column(plain);
      for (const [row, value] of column(log).entries()) {
        // Three decimals are written.
        expect(Math.abs(value - Math.log(values[row]!))).toBeLessThan(0.000501);
      }
    }
  });
});
