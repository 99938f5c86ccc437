// What the page of threads.test.ts runs: a fit over two threads, whose answer goes to the title.
import { threads } from '@gaussmix/parallel';
import { fitOver } from './fit-over-threads.ts';

const hosted = new URL(location.href).searchParams.has('hosted');
const pool = await threads({
  count: 2,
  ...(hosted && { worker: () => new Worker('/worker.js', { type: 'module' }) }),
});
let turns = 0;
const timer = setInterval(() => turns++);
const fit = await fitOver(pool);
clearInterval(timer);
await pool.close();
document.title = JSON.stringify({ ...fit, count: pool.count, shared: pool.allocate !== undefined, turns });
