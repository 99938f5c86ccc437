/** An angle as whole quarter turns and a rest: x = quarters pi/2 + rest + tail. */
export interface QuarterTurns {
  /** How often pi/2 was taken away; at least its last two bits are right, which is all that sine and cosine need. */
  readonly quarters: number;
  /** What is left, within pi/4. */
  readonly rest: number;
  /** What `rest` leaves out, below half a unit in its last place. */
  readonly tail: number;
}

/** Up to here k stays below 2^20, so that k times a part of 33 bits is exact. */
const NEAR = 1647099;

/**
 * Takes from x the nearest multiple of pi/2.
 *
 * Near zero by Cody and Waite's subtraction of pi/2 in parts, farther away in whole numbers of any length:
 * slower by far, and nobody turns a million times in a hot loop.
 */
export function reduceByQuarterTurns(x: number): QuarterTurns {
  return Math.abs(x) < NEAR ? reduceNear(x) : reduceFar(x);
}

/** pi/2 in four parts of 33, 33, 33 and 53 bits. */
function reduceNear(x: number): QuarterTurns {
  const k = x * 0.6366197723675814 + 6755399441055744 - 6755399441055744;
  const first = x - k * 1.5707963267341256;
  const second = minusExactly(first, k * 6.077100506303966e-11);
  const third = minusExactly(second.difference, k * 2.0222662487111665e-21);
  const tail = second.lost + third.lost - k * 8.4784276603689e-32;
  const rest = third.difference + tail;
  return { quarters: k, rest, tail: third.difference - rest + tail };
}

/** a - b and the part of it that rounding took. Knuth, The Art of Computer Programming, vol. 2, 4.2.2. */
function minusExactly(a: number, b: number): { difference: number; lost: number } {
  const difference = a - b;
  const taken = a - difference;
  return { difference, lost: a - (difference + taken) + (taken - b) };
}

/** Bits after the point of what is left. A double is never nearer to a multiple of pi/2 than 2^-62. */
const REST_BITS = 192n;
/** Up to 2^1024 quarter turns are taken away, so pi/2 is needed to as many bits more. */
const HALF_PI_BITS = 1024n + REST_BITS;

function reduceFar(x: number): QuarterTurns {
  if (!Number.isFinite(x)) return { quarters: 0, rest: NaN, tail: NaN };
  const halfPi = halfPiTimesPowerOfTwo();
  const scaled = timesPowerOfTwo(Math.abs(x));
  const quarters = (2n * scaled + halfPi) / (2n * halfPi);
  const left = (scaled - quarters * halfPi) >> (HALF_PI_BITS - REST_BITS);
  const rounded = Number(left);
  const unit = Math.sign(x) * 1.5930919111324523e-58; // 2^-192
  return {
    quarters: Math.sign(x) * Number(quarters & 3n),
    rest: rounded * unit,
    tail: Number(left - BigInt(rounded)) * unit,
  };
}

/** x 2^HALF_PI_BITS, exactly. x has at most 32 bits after the point, since it is not below {@link NEAR}. */
function timesPowerOfTwo(x: number): bigint {
  return x < 9007199254740992 ? BigInt(x * 4294967296) << (HALF_PI_BITS - 32n) : BigInt(x) << HALF_PI_BITS;
}

let halfPi: bigint | undefined;

/** pi/2 2^HALF_PI_BITS by Machin's formula, pi/2 = 8 arctan(1/5) - 2 arctan(1/239). Worked out once. */
function halfPiTimesPowerOfTwo(): bigint {
  const guard = 16n;
  const one = 1n << (HALF_PI_BITS + guard);
  halfPi ??= (8n * arctanOfInverse(5n, one) - 2n * arctanOfInverse(239n, one)) >> guard;
  return halfPi;
}

/** one * arctan(1/n) = one * sum of (-1)^j / ((2j + 1) n^(2j + 1)), in whole numbers. */
function arctanOfInverse(n: bigint, one: bigint): bigint {
  let power = one / n;
  let sum = power;
  for (let j = 1n; power !== 0n; j++) {
    power /= -n * n;
    sum += power / (2n * j + 1n);
  }
  return sum;
}
