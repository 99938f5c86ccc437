import type { ModelDocument, Prepared, Table } from '@gaussmix/data';
import { count } from './numbers.ts';
import type { Style } from './style.ts';

/** The data in a title line, and what was done with them. @returns lines */
export function dataText(
  { table, prepared, document }: { table: Table; prepared: Prepared; document: ModelDocument },
  style: Style,
): string[] {
  const { columns, leftOut, transforms } = prepared;
  const size = `${count(table.rows, 'row')} × ${count(columns.length, 'column')}`;
  return [
    `${style.bold(table.name)}  ${size}: ${shortList(columns)}`,
    ...(leftOut.length > 0
      ? [style.dim(`left out, as text: ${shortList(leftOut)} (--one-hot encodes such columns)`)]
      : []),
    ...(transforms.length > 0 ? [style.dim(doneTo(prepared, document))] : []),
  ];
}

const words = {
  'one-hot': 'one-hot encoded',
  standardize: 'standardized',
  pca: 'principal components',
} as const;

function doneTo({ transforms, names }: Prepared, document: ModelDocument): string {
  const done = [...new Set(transforms.map(({ kind }) => words[kind]))].join(', then ');
  const undone =
    document.transforms.length < transforms.length ? '; results are in the units of the data' : '';
  const fitted =
    document.transforms.length > 0 ? `, ${count(names.length, 'dimension')}: ${shortList(names)}` : '';
  return `${done}${fitted}${undone}`;
}

const mostNames = 12;

function shortList(names: readonly string[]): string {
  const shown = names.slice(0, mostNames).join(', ');
  return names.length > mostNames ? `${shown} and ${names.length - mostNames} more` : shown;
}
