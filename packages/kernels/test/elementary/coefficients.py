"""The constants in src/elementary/*.ts: minimax polynomials by Remez' exchange, in 60 digits, and split constants.

    python3 coefficients.py

mpmath 1.2.1. "Error" is that of the function, relative, not that of the polynomial alone.
"""
import mpmath as m
from mpmath import mp, mpf

mp.dps = 60
TINY = mpf(10) ** -20


def remez(f, weight, degree, a, b, rounds=12):
    """Coefficients (lowest power first) of the polynomial p that minimises max |weight (p - f)| on [a, b]."""
    n = degree + 2
    xs = [(a + b) / 2 - (b - a) / 2 * m.cos(m.pi * i / (n - 1)) for i in range(n)]
    for _ in range(rounds):
        system, right = m.matrix(n, n), m.matrix(n, 1)
        for i, x in enumerate(xs):
            for j in range(degree + 1):
                system[i, j] = x**j
            system[i, degree + 1] = (-1) ** i / weight(x)
            right[i] = f(x)
        c = list(m.lu_solve(system, right))[: degree + 1]
        grid = [(a + b) / 2 - (b - a) / 2 * m.cos(m.pi * i / 600) for i in range(601)]
        error = [weight(x) * (m.polyval(c[::-1], x) - f(x)) for x in grid]
        xs, size = extrema(grid, error)
        if len(xs) < n:
            break
        while len(xs) > n:
            i = 0 if size[0] < size[-1] else -1
            xs.pop(i), size.pop(i)
    return c, max(abs(e) for e in error)


def extrema(grid, error):
    """The largest error in each run of one sign: where, and how large."""
    xs, size, i = [], [], 0
    while i < len(grid):
        j = best = i
        while j < len(grid) and (error[j] > 0) == (error[i] > 0):
            best = j if abs(error[j]) > abs(error[best]) else best
            j += 1
        xs.append(grid[best]), size.append(abs(error[best]))
        i = j
    return xs, size


def show(name, fitted):
    coefficients, error = fitted
    print("%s: error 2^%.1f" % (name, m.log(error, 2)))
    for c in coefficients:
        print("   ", repr(float(c)))


def split(name, value, bits):
    """Prints a head of so many significant bits; the rest is the answer."""
    unit = mpf(2) ** (bits - 1 - int(m.floor(m.log(value, 2))))
    head = m.floor(value * unit) / unit
    print(name, repr(float(head)))
    return value - head


ln2 = m.log(2)
print("log2 e", repr(float(1 / ln2)))
print("log 2, rest", repr(float(split("log 2, head", ln2, 32))))
show(
    "exp: p(r^2) in c = r - r^2 p",
    remez(
        lambda t: (m.sqrt(t) / m.tanh(m.sqrt(t) / 2) - 2) / t if t > 1e-30 else mpf(1) / 6 - t / 360,
        lambda t: t + TINY,
        4,
        mpf(0),
        (ln2 / 2 * mpf("1.0001")) ** 2,
    ),
)
show(
    "log: p(s^2) in 2 s + s^3 p",
    remez(
        lambda z: (m.atanh(m.sqrt(z)) / m.sqrt(z) - 1) * 2 / z if z > 1e-30 else mpf(2) / 3 + 2 * z / 5,
        lambda z: z + TINY,
        6,
        mpf(0),
        ((m.sqrt(2) - 1) / (m.sqrt(2) + 1)) ** 2 * mpf("1.0001"),
    ),
)

half_pi = m.pi / 2
print("2/pi", repr(float(1 / half_pi)))
for part in range(3):
    half_pi = split("pi/2, part %d" % part, half_pi, 33)
print("pi/2, rest", repr(float(half_pi)))
quarter = (m.pi / 4 * mpf("1.0001")) ** 2
show(
    "sin: p(r^2) in r + r^3 p",
    remez(
        lambda z: (m.sin(m.sqrt(z)) / m.sqrt(z) - 1) / z if z > 1e-25 else -mpf(1) / 6 + z / 120,
        lambda z: z + mpf(10) ** -15,
        5,
        mpf(0),
        quarter,
    ),
)
show(
    "cos: q(r^2) in 1 - r^2/2 + r^4 q",
    remez(
        lambda z: (m.cos(m.sqrt(z)) - 1 + z / 2) / z**2 if z > 1e-15 else mpf(1) / 24 - z / 720,
        lambda z: z * z + mpf(10) ** -15,
        5,
        mpf(0),
        quarter,
    ),
)


def near_two(t):
    return m.loggamma(2 + t) / (t * (1 + t)) if abs(t) > 1e-15 else 1 - m.euler


def stirling(z):
    if z < 1e-12:
        return mpf(1) / 12 - z / 360 + z * z / 1260
    x = 1 / m.sqrt(z)
    return x * (m.loggamma(x) - (x - 0.5) * (m.log(x) - 1) - (m.log(2 * m.pi) - 1) / 2)


show(
    "logGamma(2 + t): q(t) in t (1 + t) q",
    remez(near_two, lambda t: 1 / near_two(t), 19, mpf("-0.75"), mpf("0.25")),
)
print("(log 2 pi - 1) / 2", repr(float((m.log(2 * m.pi) - 1) / 2)))
show(
    "logGamma: p(1/x^2), Stirling, absolute error",
    remez(stirling, lambda z: m.sqrt(z) + mpf(10) ** -12, 5, mpf(0), mpf(1) / 64),
)


def erf_over(z):
    return m.erf(m.sqrt(z)) / m.sqrt(z) if z > 1e-30 else 2 / m.sqrt(m.pi)


def scaled_erfc(t):
    x = mpf("3.5") * (1 + t) / (1 - t)
    return m.erfc(x) * m.exp(x * x) * (1 + 2 * x)


def middle(x):
    return (x - mpf("3.5")) / (x + mpf("3.5"))


show("erfc: p(x^2) in 1 - x p", remez(erf_over, lambda z: 1 / erf_over(z), 8, mpf(0), mpf("0.46875") ** 2))
q, error = remez(scaled_erfc, lambda t: 1 / scaled_erfc(t), 21, middle(mpf("0.46875")), middle(mpf("27.3")))
q[0] -= mpf(9) / 8
show("erfc: q(t) - 9/8", (q, error))
