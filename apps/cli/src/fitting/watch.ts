import type { Progress } from '@gaussmix/em';

/** Who wants to know how a fit is going. */
export interface Watch {
  /** A fit begins. */
  begin(cell: { readonly components: number; readonly covariance: string }): void;
  /** An E-step is done. */
  iterate(progress: Progress): void;
  /** All fits are over, one way or the other. */
  end(): void;
}

/** One who does not want to know. */
export const unwatched: Watch = { begin() {}, iterate() {}, end() {} };
