/** Where a derivative is taken. */
export interface Line {
  readonly at: Float64Array;
  readonly direction: Float64Array;
  /** How far apart the points of the difference lie, as a multiple of the direction. */
  readonly step: number;
}

/**
 * The derivative of a vector function along a line, by central differences of sixth order.
 *
 *   (45 (f(h) - f(-h)) - 9 (f(2h) - f(-2h)) + f(3h) - f(-3h)) / 60 h,   error h^6 f'''''''/ 140
 *
 * @returns the derivative by a step of one whole direction
 */
export function derivativeAlong(
  f: (point: Float64Array) => Float64Array,
  { at, direction, step }: Line,
): Float64Array {
  const valueAt = (steps: number): Float64Array =>
    f(at.map((value, e) => value + steps * step * direction[e]!));
  const [ahead, behind] = [valueAt(1), valueAt(-1)];
  const [ahead2, behind2] = [valueAt(2), valueAt(-2)];
  const [ahead3, behind3] = [valueAt(3), valueAt(-3)];
  return ahead.map((_, e) => {
    const near = 45 * (ahead[e]! - behind[e]!) - 9 * (ahead2[e]! - behind2[e]!);
    return (near + (ahead3[e]! - behind3[e]!)) / (60 * step);
  });
}
