import { kmeans } from 'ml-kmeans';
import { readDoubles } from '../data/read-doubles.ts';
import { chunks } from '../data/read-start.ts';
import type { About, KMeansAnswer } from '../protocol/answers.ts';
import { installedVersion } from '../protocol/installed-version.ts';
import { serve } from '../protocol/serve.ts';

let rows: number[][] = [];

function hello(): About {
  return { version: installedVersion('ml-kmeans') };
}

function load(rowsFile: string, _rows: string, columns: string): object {
  rows = chunks(Array.from(readDoubles(rowsFile)), Number(columns));
  return {};
}

function cluster(components: string, centersFile: string, maxIterations: string): KMeansAnswer {
  const initialization = chunks(Array.from(readDoubles(centersFile)), rows[0]!.length);
  const options = { initialization, maxIterations: Number(maxIterations), tolerance: 0 };
  const before = performance.now();
  const { centroids, iterations } = kmeans(rows, Number(components), options);
  const seconds = (performance.now() - before) / 1000;
  return { seconds, inertia: inertiaOf(centroids), iterations };
}

/** Its labels are those from before the last move; the inertia is that of the nearest center, as elsewhere. */
function inertiaOf(centers: readonly number[][]): number {
  return rows.reduce((sum, row) => {
    const squares = centers.map((center) =>
      center.reduce((square, value, j) => square + (row[j]! - value) * (row[j]! - value), 0),
    );
    return sum + Math.min(...squares);
  }, 0);
}

await serve({ hello, load, kmeans: cluster });
