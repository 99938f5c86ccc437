/** Bytes that the list of the even rows may take; that of the odd ones follows. */
// @ts-ignore: decorator
@inline
export const LIST: usize = 1040;

/**
 * Ends the lists of even and of odd rows, which have come to `even` and `odd`, with `filler`, a row that counts for nothing, at the
 * same multiple of four.
 *
 * @returns rows in the lower half word, length of each list above
 */
// @ts-ignore: decorator
@inline
export function closed(list: usize, even: usize, odd: usize, filler: i32): i32 {
  const evens = <i32>((even - list) >> 1);
  const odds = <i32>((odd - list - LIST) >> 1);
  const length = ((evens > odds ? evens : odds) + 3) & ~3;
  for (let i = evens; i < length; i++) store<u16>(list + (<usize>i << 1), filler);
  for (let i = odds; i < length; i++) store<u16>(list + LIST + (<usize>i << 1), filler);
  return (length << 16) | (evens + odds);
}
