import type { Cell, StructureName } from '../cells.ts';
import type { Launch } from '../protocol/session.ts';

/** A program to compare with. */
export interface Peer {
  /** As options and tables name it. */
  readonly name: string;
  /** How to install it. */
  readonly install: string;
  /** The covariance types that it can fit; none for one that only clusters. */
  readonly structures: readonly StructureName[];
  /** How many threads it can be given. */
  readonly threads: readonly number[];
  /** Seconds that one comparison with it may take. */
  readonly seconds: number;
  /** The cells that it is compared on; the others are beyond its patience or ours. */
  readonly cells: (cell: Cell) => boolean;
  /** Why it is not compared on every cell, for the reader. */
  readonly limits?: string;
  /**
   * Starts it.
   *
   * @throws Error when it cannot be built
   */
  readonly launch: (threads: number) => Launch | Promise<Launch>;
}
