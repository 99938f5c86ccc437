import { mixtureOf } from '@gaussmix/data';
import { sample } from '@gaussmix/distributions';
import { usageError } from '../command-error.ts';
import { readModelFile } from '../files/read-model-file.ts';
import type { SampleOptions } from '../options/sample-options.ts';
import { csv } from '../output/csv.ts';
import { emitter } from '../output/emitter.ts';
import { matrixRows } from '../output/matrix-rows.ts';
import { undoTransforms } from '../output/undo-transforms.ts';
import { type Terminal, write } from '../terminal.ts';

/** What `gaussmix sample` was called with. */
export interface SampleCall {
  readonly model: string;
  readonly options: SampleOptions;
}

/** Numbers that are drawn at a time: they are all held before the first is written. */
const mostNumbers = 10_000_000;

function requireRoom(count: number, columns: number): void {
  const most = Math.floor(mostNumbers / columns);
  if (count <= most) return;
  throw usageError(
    `--count must be at most ${most} for ${columns} columns, got ${count}. Try several samples with different seeds.`,
  );
}

/** `gaussmix sample`: rows drawn from a model, in its raw columns where its transforms can be undone. */
export async function sampleCommand({ model, options }: SampleCall, terminal: Terminal): Promise<void> {
  const { count, seed, json, out } = options;
  const output = await emitter(out, terminal);
  const document = await readModelFile(model, options, terminal);
  requireRoom(count, document.components[0]!.mean.length);
  const drawn = sample(mixtureOf(document), count, { seed });
  const { rows, columns, left } = undoTransforms(drawn.rows, document);
  const labels = { name: 'label', cell: (row: number) => drawn.labels[row]! };
  const cells = columns.map((name, j) => ({
    name,
    cell: (row: number) => rows.data[row * rows.columns + j]!,
  }));
  await output.emit(
    json
      ? `${JSON.stringify({ columns, rows: matrixRows(rows), labels: Array.from(drawn.labels) })}\n`
      : csv(options.labels ? [...cells, labels] : cells, count),
  );
  if (left !== undefined) {
    await write(terminal.stderr, `gaussmix: the columns are ${columns.join(', ')}: ${left}.\n`);
  }
}
