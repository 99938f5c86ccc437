import type { Matrix } from '@gaussmix/linalg';

/** A transform of numbers with its parameters in place: what a chain of them needs to know. */
export interface Step {
  /** Columns that come in. */
  readonly inputs: number;
  /** Columns that go out. */
  readonly outputs: number;
  /** What the columns that go out are called, given the names of those that come in. */
  names(names: readonly string[]): string[];
  /** n x inputs numbers to n x outputs numbers. */
  apply(x: Matrix): Matrix;
}
