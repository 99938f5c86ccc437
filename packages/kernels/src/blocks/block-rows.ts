/**
 * Rows are reduced in blocks of this many. A block is reduced from zero, its even and odd rows apart (two
 * lanes) and then added; block results are combined by {@link TreeSum}. Whoever computes a block, and when,
 * cannot change a bit.
 */
export const BLOCK_ROWS = 1024;
