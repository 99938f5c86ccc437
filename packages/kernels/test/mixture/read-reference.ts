import { readFileSync } from 'node:fs';
import type { PackedMixture } from '../../src/index.ts';

/** What reference.py says of one row. */
export interface ReferenceRow {
  readonly row: Float64Array;
  readonly joint: Float64Array;
  readonly scaledSquares: Float64Array;
  /** Bounds on the error of `joint`. */
  readonly slack: Float64Array;
  readonly posteriors: Float64Array;
  readonly logDensity: number;
  readonly entropy: number;
  readonly logMax: number;
  readonly label: number;
}

/** A mixture and some rows under it. */
export interface ReferenceCase {
  readonly title: string;
  readonly packed: PackedMixture;
  readonly rows: readonly ReferenceRow[];
}

/** What JSON holds in place of a vector: an infinity is written as text. */
type Written = readonly (number | 'Infinity' | '-Infinity')[];

interface WrittenCase {
  mixture: Pick<PackedMixture, 'components' | 'dimension' | 'packing' | 'shared'> &
    Record<'constants' | 'means' | 'factors', Written>;
  rows: (Record<'row' | 'joint' | 'scaledSquares' | 'slack' | 'posteriors', Written> &
    Record<'logDensity' | 'entropy' | 'logMax' | 'label', Written[number]>)[];
}

/** Every case of reference.json. */
export function readReference(): ReferenceCase[] {
  const text = readFileSync(new URL('./reference.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as WrittenCase[]).map(({ mixture, rows }) => ({
    title: `${mixture.components} components, d = ${mixture.dimension}, ${mixture.shared ? 'one' : 'each a'} ${mixture.packing} factor`,
    packed: {
      ...mixture,
      constants: vector(mixture.constants),
      // Only what matters less than a rounding hangs on them, and the reference counts all.
      weights: new Float64Array(mixture.components).fill(1 / mixture.components),
      means: vector(mixture.means),
      factors: vector(mixture.factors),
    },
    rows: rows.map((row) => ({
      row: vector(row.row),
      joint: vector(row.joint),
      scaledSquares: vector(row.scaledSquares),
      slack: vector(row.slack),
      posteriors: vector(row.posteriors),
      logDensity: Number(row.logDensity),
      entropy: Number(row.entropy),
      logMax: Number(row.logMax),
      label: Number(row.label),
    })),
  }));
}

function vector(written: Written): Float64Array {
  return Float64Array.from(written, Number);
}
