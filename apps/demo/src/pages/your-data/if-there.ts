/**
 * A question about a fit, whose subject may be gone by the time it is heard: another table was opened. Then there is no
 * answer, and whoever shows the next table asks again.
 */
export function ifThere<A extends unknown[], B>(
  ask: (...input: A) => Promise<B>,
): (...input: A) => Promise<B | undefined> {
  return (...input) => ask(...input).catch(() => undefined);
}
