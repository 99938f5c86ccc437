import { type ThreadPool, threads } from '@gaussmix/parallel';
import { expose, transfer } from 'comlink';
import type { Interval } from '../../charts/frame.ts';
import type { Choice } from './choose-data.ts';
import { type FileKind, files, type RowOrder } from './memberships.ts';
import { paintPoints } from './paint-points.ts';
import { eachPoint, type PointsDemand, pointStyle } from './points.ts';
import type { FitDemand, Told } from './run-fit.ts';
import { Session } from './session.ts';

const session = new Session();
/** What is to be opened: of two tables at once, the later. */
let opening: object | undefined;
let pool: Promise<ThreadPool> | undefined;

/** With fewer numbers than these a fit takes less than starting threads. */
const worthThreads = 100_000;

/**
 * Threads for large tables; in a page that is not isolated each has a copy of its part of the rows. One core is left to the
 * page, which would else be kept waiting.
 */
function engine(cores: number): Promise<ThreadPool> | undefined {
  const { rows, columns } = session.size;
  const count = Math.min(8, cores - 1);
  if (rows * columns < worthThreads || count < 2) return undefined;
  pool ??= threads({
    count,
    worker: () =>
      new Worker(new URL('@gaussmix/parallel/worker', import.meta.url), { type: 'module', name: 'e-step' }),
  });
  return pool;
}

const work = {
  async open(source: File | { readonly name: string; readonly address: string }) {
    opening = source;
    const text = await (source instanceof File ? source.text() : textOf(source.address));
    if (opening !== source) throw new DOMException('Another table was opened meanwhile.', 'AbortError');
    return session.open(text, source.name);
  },
  choose: (choice: Choice) => session.choose(choice),
  async fit(demand: FitDemand, tell: (told: Told) => void, cores: number) {
    return session.fit(demand, tell, await engine(cores));
  },
  cancel: () => session.cancel(),
  paint(demand: PointsDemand) {
    const bitmap = paintPoints(session.points, demand);
    return transfer(bitmap, [bitmap]);
  },
  /** The points as SVG, for a picture to take away. */
  circles(demand: PointsDemand): string {
    const { radius, opacity } = pointStyle(session.points.rows.rows);
    const circles: string[] = [];
    eachPoint(session.points, demand, (x, y, color) => {
      circles.push(`<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${radius}" fill="${color}"/>`);
    });
    return `<g fill-opacity="${opacity}">${circles.join('')}</g>`;
  },
  density: (area: Parameters<Session['density']>[0]) => session.density(area),
  histogram: (column: number, extent: Interval) => session.histogram(column, extent),
  comparisons: () => session.comparisons(),
  members: (order: RowOrder, from: number, count: number) => session.members(order, from, count),
  file: (kind: FileKind) => new Blob([session.file(kind)], { type: files[kind].type }),
};

async function textOf(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`The table at ${address} could not be had (${response.status}).`);
  return response.text();
}

/** What the page asks its worker for. */
export type YourDataWork = typeof work;

expose(work);
