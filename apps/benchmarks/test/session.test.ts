import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cell } from '../src/cells.ts';
import { compareRuns } from '../src/compare/compare-runs.ts';
import type { Dataset } from '../src/data/dataset.ts';
import { createCrew } from '../src/peers/crew.ts';
import type { Peer } from '../src/peers/peer.ts';
import { rollCall } from '../src/peers/roll-call.ts';
import { openSession, type Session } from '../src/protocol/session.ts';

const folder = mkdtempSync(join(tmpdir(), 'gaussmix-benchmarks-'));
const program = join(folder, 'program.mjs');

/** A program that claims a time and a likelihood, and does as it is told. */
const SCRIPT = `
import { createInterface } from 'node:readline';
const [seconds, logLikelihood] = process.argv.slice(2).map(Number);
const answers = {
  hello: { version: '1.0' },
  run: { seconds, logLikelihood, digest: 1 },
  wrong: { error: 'it went wrong' },
};
for await (const line of createInterface({ input: process.stdin })) {
  const [name] = line.split('\\t');
  if (name === 'die') { console.error('it is dying'); process.exit(3); }
  if (name in answers) console.log(JSON.stringify(answers[name]));
}
`;

const sessions: Session[] = [];
function open(...args: number[]): Session {
  const session = openSession({ command: process.execPath, args: [program, ...args.map(String)] });
  sessions.push(session);
  return session;
}

beforeAll(() => writeFileSync(program, SCRIPT));
afterAll(() => {
  for (const session of sessions) session.close();
  rmSync(folder, { recursive: true });
});

const dataset: Dataset = {
  ...cell(1, 1, 1),
  structure: 'full',
  kind: 'separated',
  ...{ rowsFile: '', startFile: '', centersFile: '' },
};

describe('a session', () => {
  it('passes on answers, errors, and the last words of a program that ends', async () => {
    const session = open(1, -10);
    expect(await session.ask(['hello'])).toEqual({ version: '1.0' });
    await expect(session.ask(['wrong'])).rejects.toThrow('it went wrong');
    await expect(session.ask(['die'])).rejects.toThrow('it is dying');
    expect(session.alive()).toBe(false);
    await expect(session.ask(['hello'])).rejects.toThrow('it is dying');
  });

  it('ends a program that does not answer in time', async () => {
    const session = open(1, -10);
    await session.ask(['hello']);
    await expect(session.ask(['silence'], 0.05)).rejects.toThrow('no answer within 0.05 s');
    expect(session.alive()).toBe(false);
  });
});

describe('a comparison', () => {
  it('is the ratio of the times of programs that agree', async () => {
    const comparison = await compareRuns({ our: open(0.5, -10), their: open(1.5, -10) }, dataset, 1e-9);
    expect(comparison).toMatchObject({ ratio: { median: 3, least: 3, most: 3, rounds: 1 } });
  });

  it('has no ratio where the log-likelihood is wrong', async () => {
    const pair = { our: open(0.5, -10), their: open(1.5, -10.0000001) };
    expect(await compareRuns(pair, dataset, 1e-9)).toEqual({ failure: 'log-likelihoods differ by 1.0e-8' });
  });
});

describe('the roll call', () => {
  const peer = (name: string, command: string): Peer => ({
    ...{ name, install: `install ${name}`, structures: [], threads: [1], seconds: 1, cells: () => true },
    launch: () => ({ command, args: [program] }),
  });

  it('lists a missing peer with the reason, without paths', async () => {
    const crew = createCrew();
    const absent = peer('absent', join(folder, 'no-such-program'));
    const [there, missing] = await rollCall([peer('there', process.execPath), absent], crew);
    crew.close();
    expect(there!.about).toEqual({ version: '1.0' });
    expect(missing!.reason).toBe('spawn no-such-program ENOENT');
  });
});
