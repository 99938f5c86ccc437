import { type Comparison, compareClusters } from '../comparing/compare-clusters.ts';
import { type ApplyCall, readModelAndData } from '../files/read-model-and-data.ts';
import { nameOf } from '../files/read-text.ts';
import { labelsOfCells } from '../fitting/labels-of-cells.ts';
import { chosenBy } from '../fitting/start-columns.ts';
import type { CompareOptions } from '../options/compare-options.ts';
import { type Terminal, write } from '../terminal.ts';

/**
 * `gaussmix compare`: how the clusters of a model agree with labels that are known, how well rows lie in them, and which
 * components belong together.
 */
export async function compareCommand(call: ApplyCall<CompareOptions>, terminal: Terminal): Promise<void> {
  const { labels: column, json } = call.options;
  const { mixture, table, x } = await readModelAndData(call, { command: 'compare', terminal });
  const chosen = column === undefined ? undefined : chosenBy('--labels', table, [column])[0]!;
  const known = chosen && labelsOfCells(table, chosen, 'to compare with');
  const comparison = compareClusters(
    { mixture, x },
    known &&
      chosen && { column: chosen.name, values: Array.from(known.labels, (label) => known.names[label]!) },
  );
  if (json) return write(terminal.stdout, `${JSON.stringify(jsonOf(comparison))}\n`);
  const { compareText } = await import('../output/compare-text.ts');
  await write(
    terminal.stdout,
    compareText(comparison, { data: table.name, model: nameOf(call.model), terminal }),
  );
}

/** All measures beside each other; what was left out is null. */
function jsonOf({ labels, silhouette, combining, ...size }: Comparison) {
  const { vMeasure, ...agreement } = labels ?? {};
  return {
    ...size,
    ...agreement,
    ...vMeasure,
    silhouette: 'mean' in silhouette ? silhouette.mean : null,
    combining,
  };
}
