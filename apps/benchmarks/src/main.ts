import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { topFolder } from './folders.ts';
import { type Options, parseOptions, type SectionName, USAGE } from './options.ts';
import { quickestScikitLearn } from './peers/best-kernels.ts';
import { createCrew } from './peers/crew.ts';
import type { Peer } from './peers/peer.ts';
import { ours, PEERS } from './peers/peers.ts';
import { rollCall } from './peers/roll-call.ts';
import { quoteIn, resultsText } from './report/results.ts';
import { commandSection } from './sections/command.ts';
import { framesSection } from './sections/frames.ts';
import { iterationsSection } from './sections/iterations.ts';
import { kmeansSection } from './sections/kmeans.ts';
import { memorySection } from './sections/memory.ts';
import { peakSection } from './sections/peak.ts';
import type { Bench, Section } from './sections/section.ts';
import { threadsSection } from './sections/threads.ts';
import { wholeFitSection } from './sections/whole-fit.ts';

const sections: Readonly<Record<SectionName, (bench: Bench) => Promise<Section>>> = {
  iterations: iterationsSection,
  threads: threadsSection,
  fit: wholeFitSection,
  kmeans: kmeansSection,
  memory: memorySection,
  peak: peakSection,
  frames: framesSection,
  command: commandSection,
};

async function benchmark(options: Options, say: (text: string) => void): Promise<string> {
  const crew = createCrew();
  try {
    const quickest = await quickestScikitLearn(crew);
    const candidates = [...PEERS, ...(quickest ? [quickest] : [])].filter((peer) => isWanted(peer, options));
    const presences = await rollCall([ours, ...candidates], crew);
    for (const { peer, about, reason } of presences)
      say(
        about ? `${peer.name} ${about.version}` : `${peer.name} cannot be used: ${reason} (${peer.install})`,
      );
    const peers = presences.flatMap(({ peer, about }) => (about && peer !== ours ? [peer] : []));
    const bench = { options, crew, peers, say };
    const written: Section[] = [];
    for (const name of options.sections) written.push(await tried(name, bench));
    const title = options.quick ? 'Benchmark, a quick look' : 'Benchmark';
    const command = ['pnpm bench', ...process.argv.slice(2)].join(' ');
    return resultsText({ title, command, presences, sections: written });
  } finally {
    crew.close();
  }
}

/** README.md at the top shows the last complete run, where it has marks for it. */
function quoteInReadme(results: string): void {
  const path = join(topFolder, 'README.md');
  const page = quoteIn(readFileSync(path, 'utf8'), results);
  if (page !== undefined) writeFileSync(path, page);
}

/** A section that fails says so, and the others stand. */
async function tried(name: SectionName, bench: Bench): Promise<Section> {
  try {
    return await sections[name](bench);
  } catch (error) {
    bench.say(`${name} failed: ${(error as Error).message}`);
    return { title: name, body: `Failed: ${(error as Error).message}`, findings: [] };
  }
}

function isWanted({ name }: Peer, { peers }: Options): boolean {
  return peers.length === 0 || peers.some((part) => name.toLowerCase().includes(part.toLowerCase()));
}

try {
  const options = parseOptions(process.argv.slice(2));
  if (options.help) process.stdout.write(USAGE);
  else {
    const before = performance.now();
    const say = (text: string): boolean =>
      process.stderr.write(`[${Math.round((performance.now() - before) / 1000)} s] ${text}\n`);
    const text = await benchmark(options, say);
    writeFileSync(options.out, text);
    process.stdout.write(text);
    process.stderr.write(`Written to ${relative(topFolder, options.out)}\n`);
    if (options.complete) quoteInReadme(text);
  }
} catch (error) {
  process.stderr.write(`pnpm bench: ${(error as Error).message}\n`);
  process.exitCode = 1;
}
