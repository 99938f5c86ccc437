import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { medianOf } from '../compare/ratios.ts';
import { topFolder } from '../folders.ts';
import { digits } from '../report/ratio-text.ts';
import type { Bench, Section } from './section.ts';

const ROUNDS = 15;

/** The command on Old Faithful, the whole process, beside a Node that does nothing. */
export async function commandSection({ say }: Bench): Promise<Section> {
  const command = join(topFolder, 'apps/cli/bin/gaussmix.mjs');
  const fit = [command, 'fit', join(topFolder, 'examples/faithful.csv'), '--components', '2'];
  await secondsOf(fit);
  const times: number[] = [];
  const ratios: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const nothing = await secondsOf(['-e', '0']);
    const whole = await secondsOf(fit);
    times.push(whole);
    ratios.push(whole / nothing);
  }
  const [measured, ratio] = [medianOf(times), medianOf(ratios)];
  say(`gaussmix fit on Old Faithful: ${measured.toFixed(3)} s, ${ratio.toFixed(1)} times an empty Node`);
  return {
    title: 'The command',
    body: `\`gaussmix fit examples/faithful.csv --components 2\`, the whole process, takes ${digits(ratio)} times as long as \`node -e 0\` (medians of ${ROUNDS} rounds).`,
    findings: [
      {
        what: '`gaussmix fit` on Old Faithful, whole process',
        ...{ must: 0.35, stretch: 0.2, measured, lessIsBetter: true, unit: ' s' },
        note: `${digits(ratio)} times \`node -e 0\``,
      },
    ],
  };
}

/**
 * How long a Node takes from start to end.
 *
 * @throws Error when it fails
 */
function secondsOf(args: readonly string[]): Promise<number> {
  const before = performance.now();
  const child = spawn(process.execPath, args, { stdio: 'ignore' });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code === 0) resolve((performance.now() - before) / 1000);
      else reject(new Error(`node ${args.join(' ')} ended with ${code}`));
    });
  });
}
