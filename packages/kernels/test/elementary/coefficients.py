"""Minimax polynomials of the elementary functions, by Remez' exchange in 60 digits. mpmath 1.2.1.

    python3 coefficients.py      prints the constants that stand in src/elementary/*.ts
"""
from mpmath import mp, mpf, mpf as F, chop
import mpmath as m
mp.dps = 60


def remez(f, w, degree, a, b, rounds=12):
    """Coefficients c of the polynomial nearest to f on [a, b], where error is weighted by w."""
    n = degree + 2
    xs = [(a + b) / 2 - (b - a) / 2 * m.cos(m.pi * i / (n - 1)) for i in range(n)]
    for _ in range(rounds):
        A = m.matrix(n, n)
        B = m.matrix(n, 1)
        for i, x in enumerate(xs):
            for j in range(degree + 1):
                A[i, j] = x**j
            A[i, degree + 1] = (-1) ** i / w(x)
            B[i] = f(x)
        s = m.lu_solve(A, B)
        c = [s[j] for j in range(degree + 1)]
        err = lambda x: w(x) * (m.polyval(c[::-1], x) - f(x))
        N = 600
        grid = [(a + b) / 2 - (b - a) / 2 * m.cos(m.pi * i / N) for i in range(N + 1)]
        e = [err(x) for x in grid]
        # one extremum per run of equal sign
        new, i = [], 0
        while i <= N:
            j, best = i, i
            while j <= N and (e[j] > 0) == (e[i] > 0):
                if abs(e[j]) > abs(e[best]):
                    best = j
                j += 1
            new.append(grid[best])
            i = j
        if len(new) < n:
            break
        while len(new) > n:
            new.pop(0 if abs(err(new[0])) < abs(err(new[-1])) else -1)
        xs = new
    return c, max(abs(v) for v in e)


def show(name, c, e):
    print(name, "largest error 2^%.2f" % float(m.log(e, 2)))
    for v in c:
        print("   ", repr(float(v)))


def split(name, v, bits):
    """hi has `bits` significant bits, lo the rest."""
    ex = int(m.floor(m.log(abs(v), 2)))
    hi = m.floor(v * mpf(2) ** (bits - 1 - ex)) / mpf(2) ** (bits - 1 - ex)
    print(name, repr(float(hi)), repr(float(v - hi)))
    return v - hi

h = m.log(2) / 2 * mpf('1.0001')
for deg in (8, 9):
    f = lambda r: (m.exp(r) - 1 - r - r * r / 2) / r**3 if abs(r) > 1e-15 else mpf(1) / 6 + r / 24
    show('exp: 1 + r + r^2/2 + r^3 p(r), degree %d' % deg, *remez(f, lambda r: abs(r) ** 3 / m.exp(r) + mpf(10)**-25, deg, -h, h))
zmax = ((m.sqrt(2) - 1) / (m.sqrt(2) + 1)) ** 2 * mpf('1.0001')
for deg in (5,6):
    g = lambda z: (m.atanh(m.sqrt(z)) / m.sqrt(z) - 1) * 2 / z if z > 1e-30 else mpf(2) / 3 + 2*z / 5
    show('log: 2s + s z p(z), degree %d' % deg, *remez(g, lambda z: z + mpf(10)**-20, deg, mpf(0), zmax))
split('ln2', m.log(2), 32)
print('log2e', repr(float(1 / m.log(2))))
