"""Writes what mixtures say of single rows, in 400-digit arithmetic.

usage: python3 reference.py > reference.json     (needs Debian's python3-mpmath; 1.2.1 wrote the file)

The packed numbers (constants, means, factors with the reciprocals of their diagonals) and the rows are doubles and are
taken as exact, so what the program under test may lose is rounding alone. For it, every case carries `slack`: for each
row and component a bound on the error of the joint log-density, by the standard analysis of forward substitution
(Higham, Accuracy and Stability, theorem 8.5): |error of y| <= (d + 3) u |L^-1| (|L| |y| + |x - mu|), u = 2^-53.

Numbers beyond the largest double are written as "-Infinity".
"""
import json
import random
import sys

from mpmath import exp, fabs, fsum, inf, log, mp, mpf

mp.dps = 400
U = mpf(2) ** -53
source = random.Random(20)


def packed_mixture(d, K, packing, shared, zero_weight):
    distinct = 1 if shared else K
    if packing == "diagonal":
        factors = [source.uniform(0.5, 2) for _ in range(distinct * d)]
    else:
        factors = [
            source.uniform(0.5, 2) if i == j else source.uniform(-0.5, 0.5)
            for _ in range(distinct) for i in range(d) for j in range(i + 1)
        ]
    constants = [source.uniform(-9, 0) for _ in range(K)]
    if zero_weight:
        constants[0] = -float("inf")
    means = [source.uniform(-3, 3) for _ in range(K * d)]
    return {"components": K, "dimension": d, "packing": packing, "shared": shared,
            "constants": constants, "means": means, "factors": factors}


def lower(m, k):
    """L of component k, exact, with the diagonal 1 / (the packed reciprocal)."""
    d = m["dimension"]
    if m["packing"] == "diagonal":
        entries = m["factors"][0:d] if m["shared"] else m["factors"][k * d:(k + 1) * d]
        return [[1 / mpf(entries[i]) if i == j else mpf(0) for j in range(d)] for i in range(d)]
    length = d * (d + 1) // 2
    at = 0 if m["shared"] else k * length
    L = [[mpf(0)] * d for _ in range(d)]
    for i in range(d):
        for j in range(i + 1):
            L[i][j] = mpf(m["factors"][at]) if i != j else 1 / mpf(m["factors"][at])
            at += 1
    return L


def solve(L, b):
    y = []
    for i in range(len(b)):
        y.append((b[i] - fsum(L[i][j] * y[j] for j in range(i))) / L[i][i])
    return y


def solve_absolute(L, b):
    """|L^-1| b for b >= 0."""
    d = len(b)
    columns = [solve(L, [mpf(i == j) for i in range(d)]) for j in range(d)]
    return [fsum(fabs(columns[j][i]) * b[j] for j in range(d)) for i in range(d)]


def error_of_whitening(L, y, b):
    d = len(b)
    inner = [fsum(fabs(L[i][j] * y[j]) for j in range(i + 1)) + fabs(b[i]) for i in range(d)]
    return [(d + 3) * U * e for e in solve_absolute(L, inner)]


def score(m, row):
    d, K = m["dimension"], m["components"]
    mean = lambda k: [mpf(v) for v in m["means"][k * d:(k + 1) * d]]
    x = [mpf(v) for v in row]
    joint, squares, slack = [], [], []
    for k in range(K):
        L = lower(m, k)
        minus = lambda a, b: [p - q for p, q in zip(a, b)]
        y = solve(L, minus(x, mean(k)))
        if m["shared"]:  # may be computed as the difference of two whitened vectors
            parts = [minus(x, mean(0)), minus(mean(k), mean(0))]
        else:
            parts = [minus(x, mean(k))]
        errors = [fsum(e) for e in zip(*(error_of_whitening(L, solve(L, b), b) for b in parts))]
        square = fsum(v * v for v in y)
        c = mpf(m["constants"][k])
        joint.append(c - square / 2)
        squares.append(square / mpf(2) ** 2000 if c > -inf else mpf(inf))
        slack.append(fsum(fabs(v) * e for v, e in zip(y, errors)) + (d + 3) * U * (square + (fabs(c) if c > -inf else 0)))
    top = max(joint)
    shares = [exp(v - top) for v in joint]
    total = fsum(shares)
    posteriors = [v / total for v in shares]
    return {"row": row, "joint": joint, "scaledSquares": squares, "slack": slack, "posteriors": posteriors,
            "logDensity": top + log(total), "entropy": fsum(t * log(t) for t in posteriors if t > 0),
            "logMax": -log(total), "label": max(range(K), key=lambda k: joint[k])}


def plain(v):
    if isinstance(v, mpf):
        v = float(v)
    if isinstance(v, float) and v - v != 0:
        return "-Infinity" if v < 0 else "Infinity"
    if isinstance(v, dict):
        return {key: plain(value) for key, value in v.items()}
    return [plain(value) for value in v] if isinstance(v, list) else v


def row_at(m, distance):
    return [source.uniform(-1, 1) * distance for _ in range(m["dimension"])]


cases = []
for d in range(1, 7):
    for packing in ["diagonal", "triangular"]:
        for K, shared, zero_weight in [(1, False, False), (2, False, False), (3, True, False), (4, False, True)]:
            m = packed_mixture(d, K, packing, shared, zero_weight)
            rows = [row_at(m, 3), row_at(m, 3), row_at(m, 30), row_at(m, 1e5)]
            if not shared:  # with one factor for all, rows so far away are as far from every mean, to a double
                rows.append(row_at(m, 1e160))
            cases.append({"mixture": m, "rows": [score(m, row) for row in rows]})

sys.stdout.write("[\n" + ",\n".join(json.dumps(plain(case)) for case in cases) + "\n]\n")
