import { exp } from './exp';
import { log } from './log';

/** Replaces so many pairs of numbers by their exponentials: what the tests compare. */
export function expPairs(at: usize, pairs: i32): void {
  for (let i = 0; i < pairs; i++, at += 16) v128.store(at, exp(v128.load(at)));
}

/** Replaces so many pairs of normal positive numbers below 2^1022 by their logarithms: what the tests compare. */
export function logPairs(at: usize, pairs: i32): void {
  for (let i = 0; i < pairs; i++, at += 16) v128.store(at, log(v128.load(at)));
}
