/** Anything with a length whose entries can be exchanged: an array, a typed array. */
export interface MutableList {
  readonly length: number;
  [index: number]: unknown;
}

/**
 * A seeded source of uniform draws. Every draw moves it on; the same draws after the same seed give the same bits.
 */
export interface UniformRandom {
  /** Uniform in (0, 1): a multiple of 2^-53, never 0 and never 1. */
  uniform(): number;

  /**
   * Uniform among 0, 1, ..., n - 1, without bias.
   *
   * @param n  a whole number from 1 to 2^53
   */
  integer(n: number): number;

  /**
   * k different indices from 0, ..., n - 1 in random order. O(k) time and memory.
   *
   * @param n  a whole number from 0 to 2^31
   * @param k  a whole number from 0 to n
   */
  sampleWithoutReplacement(n: number, k: number): Int32Array;

  /**
   * Another source, which depends on the seed and the label alone, and not on what was drawn so far: pieces of
   * work that fork by their index give the same numbers in any order.
   */
  fork(label: string | number): UniformRandom;
}

/** A seeded source of randomness: uniform draws, and what is made of them. */
export interface Random extends UniformRandom {
  /** Normal with mean 0 and variance 1. */
  normal(): number;

  /**
   * Gamma with scale 1: mean and variance are `shape`. Small shapes may underflow to 0.
   *
   * @param shape  positive and finite
   */
  gamma(shape: number): number;

  /**
   * An index with probability in proportion to its weight.
   *
   * @param weights  not negative; they need not sum to one, but to something positive and finite
   */
  categorical(weights: ArrayLike<number>): number;

  /** Puts the entries in random order, in place, every order being as likely. Returns its argument. */
  shuffle<List extends MutableList>(list: List): List;

  fork(label: string | number): Random;
}
