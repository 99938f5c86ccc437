/** A size of problem: n rows, d columns, K components. */
export interface Cell {
  readonly rows: number;
  readonly columns: number;
  readonly components: number;
}

/** The covariance types that every program knows. */
export const STRUCTURES = ['full', 'tied', 'diag', 'spherical'] as const;
export type StructureName = (typeof STRUCTURES)[number];

/** How far components lie from each other; `one-cloud` is for work that nothing can prune. */
export const KINDS = ['separated', 'overlapping'] as const;
export type Kind = (typeof KINDS)[number] | 'one-cloud';

/** The sizes that are timed, from many rows to many columns. */
export const CELLS: readonly Cell[] = [
  cell(1_000_000, 1, 3),
  cell(200_000, 2, 4),
  cell(100_000, 8, 8),
  cell(100_000, 16, 16),
  cell(50_000, 32, 16),
  cell(20_000, 64, 16),
  cell(10_000, 128, 8),
];

/** The cells of a quick look. */
export const QUICK_CELLS: readonly Cell[] = [cell(20_000, 2, 4), cell(10_000, 16, 8)];

/** A cell. */
export function cell(rows: number, columns: number, components: number): Cell {
  return { rows, columns, components };
}

/** A cell as tables and options write it: "100000x8x8". */
export function nameOfCell({ rows, columns, components }: Cell): string {
  return `${rows}x${columns}x${components}`;
}

/**
 * A cell from its name, n x d x K.
 *
 * @throws Error when it is not three whole numbers
 */
export function cellOfName(name: string): Cell {
  const sizes = name.split('x').map(Number);
  if (sizes.length !== 3 || !sizes.every((size) => Number.isInteger(size) && size > 0)) {
    throw new Error(`--cells: a cell must be rows x columns x components such as 100000x8x8, got "${name}"`);
  }
  return cell(sizes[0]!, sizes[1]!, sizes[2]!);
}
