import type { Agreement, Combination, Comparison } from '../comparing/compare-clusters.ts';
import type { Terminal } from '../terminal.ts';
import { count, significant } from './numbers.ts';
import { type Style, styleOf } from './style.ts';
import { textTable } from './text-table.ts';

/** What a person reads of a comparison. @returns lines with an end */
export function compareText(
  comparison: Comparison,
  { data, model, terminal }: { data: string; model: string; terminal: Terminal },
): string {
  const style = styleOf(terminal);
  const { rows, components, labels } = comparison;
  const blocks = [
    [`${style.bold(model)} on ${style.bold(data)}  ${count(rows, 'row')}, ${count(components, 'component')}`],
    ...(labels ? [agreementLines(labels, style), confusionLines(labels, style)] : []),
    [silhouetteLine(comparison.silhouette)],
    combiningLines(comparison.combining, style),
  ];
  return `${blocks.map((block) => block.join('\n')).join('\n\n')}\n`;
}

/** A measure that is 1 at best, to three decimals. */
function measure(value: number): string {
  return value.toFixed(3);
}

function agreementLines(labels: Agreement, style: Style): string[] {
  const { homogeneity, completeness, vMeasure } = labels.vMeasure;
  return [
    style.bold(`Agreement with ${labels.column}`),
    textTable({
      head: ['adjusted Rand', 'adjusted mutual information', 'V-measure', 'homogeneity', 'completeness'].map(
        style.dim,
      ),
      rows: [
        [labels.adjustedRandIndex, labels.adjustedMutualInformation, vMeasure, homogeneity, completeness].map(
          measure,
        ),
      ],
    }),
    style.dim('  1 when they agree entirely; the first two are about 0 by chance'),
  ];
}

function confusionLines({ column, confusion }: Agreement, style: Style): string[] {
  const { rows, columns, table, matching, matched, misclassified, accuracy } = confusion;
  const width = Math.max(...table.flat().map((cell) => String(cell).length)) + 2;
  const lines = rows.map((label, r) => [
    String(label),
    ...table[r]!.map((cell, c) =>
      matching[r] === c ? style.good(`[${cell}]`.padStart(width)) : `${cell} `.padStart(width),
    ),
  ]);
  const head = [column, ...columns.map((cluster) => `${cluster} `)].map(style.dim);
  return [
    style.bold('Rows by label and cluster'),
    textTable({ head, rows: lines, left: [0], gap: 2 }),
    `  ${count(matched, 'row')} of ${matched + misclassified} in the cluster that stands for their label ` +
      `(${significant(100 * accuracy, 4)} %), ${misclassified} elsewhere`,
  ];
}

function silhouetteLine(silhouette: Comparison['silhouette']): string {
  return 'mean' in silhouette
    ? `silhouette ${measure(silhouette.mean)}: the mean over the rows, from -1 to 1`
    : `silhouette left out: ${silhouette.skipped}`;
}

function combiningLines({ suggested, levels }: Comparison['combining'], style: Style): string[] {
  const labeled = levels.some(({ adjustedRandIndex }) => adjustedRandIndex !== undefined);
  const head = ['clusters', 'entropy', 'normalized', ...(labeled ? ['adjusted Rand'] : []), 'components', ''];
  const rows = levels.map((level) => {
    const row = combinationCells(level);
    return level.clusters === suggested ? [...row, '◀ suggested'].map(style.good) : [...row, ''];
  });
  return [
    style.bold('Components combined into clusters by entropy'),
    textTable({ head: head.map(style.dim), rows, left: [head.length - 2, head.length - 1] }),
    style.dim(
      '  entropy in nats; normalized: 0 when every row is sure of its cluster, 1 when none knows anything',
    ),
  ];
}

function combinationCells({ clusters, entropy, normalizedEntropy, groups, ...level }: Combination): string[] {
  return [
    ...[String(clusters), entropy.toFixed(2), measure(normalizedEntropy)],
    ...(level.adjustedRandIndex === undefined ? [] : [measure(level.adjustedRandIndex)]),
    groups.map((group) => group.join('+')).join(' '),
  ];
}
