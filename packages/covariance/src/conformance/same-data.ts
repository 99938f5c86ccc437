/**
 * Whether two pieces of plain data hold the same numbers and texts in the same places, to the last bit. 0 and -0 are
 * one number, as in JSON.
 */
export function sameData(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) {
    return a === b || Object.is(a, b);
  }
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => sameData(a[key as keyof typeof a], b[key as keyof typeof b]))
  );
}
