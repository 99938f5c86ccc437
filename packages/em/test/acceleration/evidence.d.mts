import type { FitOptions, fitMixture } from '../../src/index.ts';

export interface Problem {
  readonly name: string;
  readonly kind: 'overlapping' | 'separated' | 'real';
  readonly x: number[][];
  readonly options: FitOptions;
}

export interface Comparison {
  readonly problem: Problem;
  /** Passes until 1e-6 nats below the limit; Infinity when there are not enough. */
  readonly plain: number;
  readonly accelerated: number;
  /** Nats by which the accelerated run ends above the plain one, when they end at different optima; else 0. */
  readonly gained: number;
  readonly trace: readonly number[];
}

export function problems(): Problem[];
export function compare(fit: typeof fitMixture, problem: Problem): Comparison;
export function geometricMean(values: readonly number[]): number;
export const PASSES: number;
