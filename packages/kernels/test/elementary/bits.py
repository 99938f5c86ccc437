"""The elementary functions once more, in Python's doubles: writes bits.json beside this file.

    python3 bits.py      Python 3.11

Python adds, multiplies and divides by IEEE 754 and fuses nothing, so an engine that gives other bits than these
either fuses, or reorders, or differs in an operation. One SHA-256 over the little-endian results per function.
"""
import hashlib
import json
import math
import os
import struct

COUNT = 50_000
ROUNDER = 6755399441055744.0


def arguments(low, high):
    """COUNT doubles in [low, high) from the generator of Numerical Recipes (ranqd1)."""
    state = 1
    for _ in range(COUNT):
        state = (1664525 * state + 1013904223) % 2**32
        yield low + (high - low) * (state / 4294967296)


def horner(x, *coefficients):
    """Highest power last."""
    y = coefficients[-1]
    for c in coefficients[-2::-1]:
        y = c + x * y
    return y


def exp(x):
    bounded = min(max(x, -750.0), 710.0)
    k = bounded * 1.4426950408889634 + ROUNDER - ROUNDER
    high = bounded - k * 0.6931471803691238
    low = k * 1.9082149292705877e-10
    r = high - low
    r2 = r * r
    p = horner(
        r2, 0.16666666666666602, -0.0027777777777015225, 6.613756321394664e-5, -1.65339021836802e-6, 4.1381363452965604e-8
    )
    c = r - r2 * p
    leading = 1 + high
    y = leading + (high - (leading - 1) + ((r * c) / (2 - c) - low))
    half = int(k) >> 1
    return y * 2.0**half * math.ldexp(1.0, int(k) - half)


def log(x):
    mantissa, k = math.frexp(x)
    if struct.pack(">d", mantissa)[:4] < bytes.fromhex("3fe6a09e"):
        mantissa, k = 2 * mantissa, k - 1
    f = mantissa - 1
    s = f / (2 + f)
    z = s * s
    z2 = z * z
    p = (
        0.6666666666666734
        + z * 0.3999999999941434
        + z2
        * (
            0.28571428742472477
            + z * 0.2222219856364367
            + z2 * (0.181835648617608 + z * 0.15314035898408324 + z2 * 0.14796105287459915)
        )
    )
    half_square = 0.5 * f * f
    correction = s * (half_square + z * p) + k * 1.9082149292705877e-10
    return k * 0.6931471803691238 - (half_square - correction - f)


def minus_exactly(a, b):
    difference = a - b
    taken = a - difference
    return difference, a - (difference + taken) + (taken - b)


def sincos(x):
    k = x * 0.6366197723675814 + ROUNDER - ROUNDER
    first = x - k * 1.5707963267341256
    second, lost2 = minus_exactly(first, k * 6.077100506303966e-11)
    third, lost3 = minus_exactly(second, k * 2.0222662487111665e-21)
    tail = lost2 + lost3 - k * 8.4784276603689e-32
    rest = third + tail
    tail = third - rest + tail
    z = rest * rest
    p = horner(
        z,
        0.008333333333322413,
        -0.00019841269829807737,
        2.755731369190013e-6,
        -2.5050758113115238e-8,
        1.5896795552810856e-10,
    )
    cube = z * rest
    sin = rest - (z * (0.5 * tail - cube * p) - tail + cube * 0.16666666666666632)
    q = horner(
        z,
        0.0416666666666666,
        -0.0013888888888874125,
        2.4801587289482242e-5,
        -2.755731435234916e-7,
        2.0875723275319916e-9,
        -1.1359647902961221e-11,
    )
    half = 0.5 * z
    leading = 1 - half
    cos = leading + (1 - leading - half + (z * (z * q) - rest * tail))
    return [(sin, cos), (cos, -sin), (-sin, -cos), (-cos, sin)][int(k) & 3]


NEAR_TWO = [
    -8.382542884534328e-7, -2.4760262927035186e-6, -3.900640249445282e-6, -2.385365164526305e-6,
    -1.7597215858293671e-6, 1.9641875856448567e-6, -3.619915718115995e-6, 8.273428402903564e-6,
    -1.76735916922164e-5, 3.816226056198659e-5, -8.309531717566655e-5, 0.00018255295715194066,
    -0.00040570736332515273, 0.0009153769150254063, -0.0021081308349921763, 0.0049986411647751925,
    -0.012384192193359905, 0.03296500062115548, -0.10031730167435396, 0.42278433509846713,
]  # fmt: skip


def near_two(t):
    return t * (1 + t) * horner(t, *NEAR_TWO[::-1])


def log_gamma(x):
    if x >= 8:
        inverse = 1 / x
        p = horner(
            inverse * inverse,
            0.0833333333333331,
            -0.0027777777773586405,
            0.0007936505764900447,
            -0.0005951896856713435,
            0.0008364587644957914,
            -0.001633435948094851,
        )
        return (x - 0.5) * (log(x) - 1) + (0.4189385332046727 + inverse * p)
    if x > 2.25:
        product, rest = 1.0, x
        while rest > 2.25:
            rest -= 1
            product *= rest
        return log(product) + near_two(rest - 2)
    if x >= 1.25:
        return near_two(x - 2)
    if x >= 0.25:
        return near_two(x - 1) - log(x)
    return near_two(x) - log(x * (1 + x))


SPLITTER = 134217729.0


def two_product_error(a, b, product):
    scaled_a, scaled_b = SPLITTER * a, SPLITTER * b
    high_a, high_b = scaled_a - (scaled_a - a), scaled_b - (scaled_b - b)
    low_a, low_b = a - high_a, b - high_b
    return low_a * low_b - (product - high_a * high_b - low_a * high_b - high_a * low_b)


ERFC_NEAR_ZERO = [
    1.4923265443251588e-6, -1.4863238615828195e-5, 0.00012053955546689623, -0.0008548309237165582,
    0.005223977490236191, -0.02686617063934885, 0.11283791670942721, -0.3761263890318365, 1.1283791670955126,
]  # fmt: skip
ERFC_BEYOND = [
    1.0200000057922734e-8, 5.618186124957222e-10, -9.244613155746876e-8, -7.912664949465121e-9,
    5.994610448640435e-7, -4.4235247589670656e-8, -3.8139240103866397e-6, 2.3282879879454666e-6,
    2.426075192854409e-5, -4.2782214413306864e-5, -0.00012151237852301969, 0.0005643844117504929,
    -0.0003022678836155321, -0.0042150199067217085, 0.0190993309429463, -0.04882332582799942,
    0.08798315382483832, -0.1150895981601878, 0.09751909515325927, -0.010555596332218354, -0.14000918013761943,
    0.11734924487115438,
]  # fmt: skip


def erfc_tail(x):
    p = horner((x - 3.5) / (x + 3.5), *ERFC_BEYOND[::-1])
    q = 1.125 + p
    below = 1 + 2 * x
    quotient = q / below
    back = quotient * below
    remainder = q - back - two_product_error(quotient, below, back) + (p - (q - 1.125))
    square = x * x
    taken = below - 1
    lost_below = 1 - (below - taken) + (2 * x - taken)
    correction = (remainder - quotient * lost_below) / below - quotient * two_product_error(x, x, square)
    power = exp(-square)
    product = power * quotient
    lost = two_product_error(power, quotient, product) if x < 26 else 0.0
    return product + (lost + power * correction)


def erfc(x):
    if abs(x) < 0.46875:
        return 1 - x * horner(x * x, *ERFC_NEAR_ZERO[::-1])
    if abs(x) < 27.3:
        return 2 - erfc_tail(-x) if x < 0 else erfc_tail(x)
    return 0.0 if x > 0 else 2.0


def digest(values):
    return hashlib.sha256(b"".join(struct.pack("<d", v) for v in values)).hexdigest()


cases = {
    "exp": (exp, -750, 710),
    "log": (log, 0, 1000),
    "sin": (lambda x: sincos(x)[0], -1000000, 1000000),
    "cos": (lambda x: sincos(x)[1], -1000000, 1000000),
    "logGamma": (log_gamma, 0, 20),
    "erfc": (erfc, -6, 28),
}
out = {
    name: {"count": COUNT, "low": low, "high": high, "sha256": digest(f(x) for x in arguments(low, high))}
    for name, (f, low, high) in cases.items()
}
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "bits.json"), "w") as file:
    json.dump(out, file, indent=2)
    file.write("\n")
