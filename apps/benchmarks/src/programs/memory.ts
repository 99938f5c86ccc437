import { existsSync, readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { readDoubles } from '../data/read-doubles.ts';
import { readStart } from '../data/read-start.ts';
import { fitOnThreads, plainIterations } from '../ours/fit-on-threads.ts';
import { serve } from '../protocol/serve.ts';

/**
 * The most memory that this process has held, in bytes. Where the system tells it, that of this program alone: what
 * resourceUsage tells begins, on Linux, with what the process held that started this one.
 */
function peak(): { bytes: number } {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '';
  const kilobytes = /^VmHWM:\s*(\d+) kB/m.exec(status)?.[1] ?? process.resourceUsage().maxRSS;
  return { bytes: Number(kilobytes) * 1024 };
}

/** Node with workers that do nothing. */
async function idle(threads: string): Promise<{ bytes: number }> {
  const script = "require('node:worker_threads').parentPort.on('message', () => {})";
  const workers = Array.from({ length: Number(threads) }, () => new Worker(script, { eval: true }));
  await Promise.all(workers.map((worker) => new Promise((resolve) => worker.once('online', resolve))));
  const answer = peak();
  await Promise.all(workers.map((worker) => worker.terminate()));
  return answer;
}

/** A few iterations over rows that the caller holds. */
async function fit(
  rowsFile: string,
  startFile: string,
  columns: string,
  components: string,
  threads: string,
): Promise<{ bytes: number }> {
  const size = { columns: Number(columns), components: Number(components) };
  const data = readDoubles(rowsFile);
  const x = { data, rows: data.length / size.columns, columns: size.columns };
  const initial = readStart(startFile, 'full', size);
  await fitOnThreads(x, { ...plainIterations(3), covariance: 'full', initial }, Number(threads));
  return peak();
}

await serve({ idle, fit });
