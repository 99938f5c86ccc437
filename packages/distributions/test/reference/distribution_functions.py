"""Writes what normals and mixtures say of tails, quantiles, parts of rows and one another, in 60-digit arithmetic.

usage: python3 distribution_functions.py > distribution-functions.json     (needs Debian's python3-mpmath; 1.2.1 wrote it)

Parameters are doubles and are taken as exact: Sigma is L L^T for a dense factor L, Lambda Lambda^T + Psi for one of low
rank. So what the program under test may lose is rounding alone.
"""
import json
import random
import sys

from mpmath import erfc, exp, eye, fsum, inverse, log, det, matrix, mp, mpf, pi, sqrt, eigsy

mp.dps = 60
source = random.Random(11)


def below(z):
    return erfc(-z / sqrt(mpf(2))) / 2


# One variable.


def normal(x, mean, variance):
    z = (mpf(x) - mpf(mean)) / sqrt(mpf(variance))
    return {"x": x, "mean": mean, "variance": variance, "cumulative": below(z), "survival": below(-z), "z": z}


def standard_quantile(p):
    low, high = (mpf(p), True) if p <= 0.5 else (1 - mpf(p), False)
    z = -sqrt(-2 * log(low)) if low < 0.3 else mpf(0)
    for _ in range(25):
        F = below(z)
        z -= log(F / low) * F * sqrt(2 * pi) * exp(z * z / 2)
    return z if high else -z


normals = [
    normal(*map(float, each))
    for each in [(0, 0, 1), (1, 0, 1), (-1.96, 0, 1), (-8, 0, 1), (9, 0, 1), (-37, 0, 1), (-38.4, 0, 1), (3, 2, 0.25),
                 (1e9 + 0.5, 1e9, 0.125), (1e-150, 3e-150, 1e-300), (-5, 3, 2)]
]
quantiles = [
    {"p": p, "z": standard_quantile(p)}
    for p in [0.5, 0.25, 0.75, 0.075, 0.925, 0.07, 0.975, 0.5000003600159865, 0.499999, 1e-3, 1 - 2.0**-30, 1e-11,
              1.4e-11, 1e-12, 1e-40, 1e-175, 2e-300, 2.0**-53, 1 - 2.0**-53, 0.31898328580427915]
]


def line_case(weights, means, variances, positions, probabilities, origin=0.0):
    """A mixture of one column; means are offsets from the origin."""
    total = fsum(map(mpf, weights))
    shares = [mpf(w) / total for w in weights]
    sds = [sqrt(mpf(v)) for v in variances]

    def mass(z, side):
        return fsum(w * below(side * (z - mpf(mu)) / s) for w, mu, s in zip(shares, means, sds))

    def density(z):
        return fsum(w * exp(-((z - mpf(mu)) / s) ** 2 / 2) / s for w, mu, s in zip(shares, means, sds)) / sqrt(2 * pi)

    def root(p):
        side, tail = (1, mpf(p)) if p <= 0.5 else (-1, 1 - mpf(p))
        ends = [mpf(mu) + s * standard_quantile(p) for mu, s in zip(means, sds)]
        low, high = min(ends) - min(sds) * mpf(10) ** -30, max(ends) + min(sds) * mpf(10) ** -30
        for _ in range(220):
            z = (low + high) / 2
            if (mass(z, side) < tail) == (side == 1):
                low = z
            else:
                high = z
        # what one rounding of the smaller of p and 1 - p does to the quantile
        return {"p": p, "x": mpf(origin) + z, "slack": mpf(2) ** -53 * tail / density(z)}

    return {
        "weights": weights, "offsets": means, "variances": variances, "origin": origin,
        "masses": [{"x": x, "cumulative": mass(mpf(x) - mpf(origin), 1), "survival": mass(mpf(x) - mpf(origin), -1)} for x in positions],
        "quantiles": [root(p) for p in probabilities],
    }


some = [1e-300, 1e-30, 1e-6, 0.01, 0.2, 0.25, 0.4, 0.5, 0.6, 0.75, 0.9, 0.999, 1 - 2.0**-40, 1 - 2.0**-53]
lines = [
    line_case([0.5, 0.5], [0.0, 4.0], [1.0, 4.0], [-30.0, -2.0, 0.0, 1.5, 4.0, 12.0, 60.0], some),
    line_case([0.25, 0.5, 0.25], [-1.0, 0.0, 2.0], [0.01, 1.0, 0.25], [-9.0, -1.1, 0.3, 2.0, 7.0], some),
    line_case([0.999, 0.001], [0.0, 3.0], [1.0, 1e-8], [2.9999, 3.0, 3.0001, 10.0], some),
    line_case([0.75, 0.25], [0.125, -0.5], [1e-4, 0.25], [1e9 - 1.0, 1e9, 1e9 + 0.125], some, 1e9),
    line_case([0.3, 0.7], [-1e-150, 2e-150], [1e-300, 4e-300], [-3e-150, 0.0, 1e-149], some),
    line_case([0.125, 0.875], [-1000.0, 1000.0], [1.0, 1.0], [-1001.0, 0.0, 1001.0], [1e-10, 0.06, 0.13, 0.5, 0.9]),
]


# Several variables.


def short(bound):
    return source.randint(-64, 64) / 64 * bound


def random_factor(d):
    return [[source.randint(8, 32) / 16 if i == j else short(1) for j in range(i + 1)] for i in range(d)]


def covariance_of(covariance, d):
    form = covariance["form"]
    if form == "identity":
        return mpf(covariance["variance"]) * eye(d)
    if form == "diagonal":
        return matrix([[mpf(covariance["variances"][i]) if i == j else 0 for j in range(d)] for i in range(d)])
    if form == "dense":
        L = matrix([[mpf(v) for v in row] + [mpf(0)] * (d - len(row)) for row in covariance["factor"]])
        return L * L.T
    loadings = matrix([[mpf(v) for v in row] for row in covariance["loadings"]])
    return loadings * loadings.T + matrix([[mpf(covariance["noise"][i]) if i == j else 0 for j in range(d)] for i in range(d)])


def dense(d):
    return {"form": "dense", "factor": random_factor(d)}


def diagonal(d):
    return {"form": "diagonal", "variances": [source.randint(8, 64) / 16 for _ in range(d)]}


def identity():
    return {"form": "identity", "variance": source.randint(8, 64) / 16}


def low_rank(d, q):
    return {"form": "low-rank", "loadings": [[short(2) for _ in range(q)] for _ in range(d)], "noise": [source.randint(2, 32) / 16 for _ in range(d)]}


def part(S, rows, columns):
    return matrix([[S[i, j] for j in columns] for i in rows])


def vector(values):
    return matrix([mpf(v) for v in values])


def log_normal(x, mean, S):
    r = x - mean
    return -(len(mean) * log(2 * pi) + log(det(S)) + (r.T * inverse(S) * r)[0]) / 2


def log_sum(terms):
    top = max(terms)
    return top + log(fsum(exp(t - top) for t in terms))


def mixture(d, covariances):
    parts = [source.randint(1, 8) for _ in covariances]
    weights = [p / 64 for p in parts[1:]]
    return {"weights": [1 - sum(weights)] + weights, "means": [[short(4) for _ in range(d)] for _ in covariances], "covariances": covariances}


def marginal(m, columns, rows):
    d = len(m["means"][0])
    def score(row):
        return log_sum([log(mpf(w)) + log_normal(vector(row), vector([mean[j] for j in columns]), part(covariance_of(c, d), columns, columns))
                        for w, mean, c in zip(m["weights"], m["means"], m["covariances"])])
    return {"mixture": m, "columns": columns, "rows": rows, "logDensities": [score(row) for row in rows]}


def conditional(m, columns, values):
    d = len(m["means"][0])
    left = [j for j in range(d) if j not in columns]
    joint, means, covariances = [], [], []
    for w, mean, c in zip(m["weights"], m["means"], m["covariances"]):
        S = covariance_of(c, d)
        known = part(S, columns, columns)
        apart = vector(values) - vector([mean[j] for j in columns])
        joint.append(log(mpf(w)) + log_normal(vector(values), vector([mean[j] for j in columns]), known))
        gain = part(S, left, columns) * inverse(known)
        means.append(list(vector([mean[j] for j in left]) + gain * apart))
        covariances.append(list(part(S, left, left) - gain * part(S, columns, left)))
    total = log_sum(joint)
    return {"mixture": m, "columns": columns, "values": values, "weights": [exp(v - total) for v in joint], "means": means, "covariances": covariances}


def rows_of(n, d):
    return [[short(6) for _ in range(d)] for _ in range(n)]


marginals = [
    marginal(mixture(4, [dense(4), dense(4), dense(4)]), columns, rows_of(3, len(columns)))
    for columns in ([3], [2, 0], [1, 3, 2], [3, 2, 1, 0])
] + [
    marginal(mixture(5, [low_rank(5, 2), low_rank(5, 1), diagonal(5), identity()]), columns, rows_of(3, len(columns)))
    for columns in ([4, 1], [0], [3, 1, 0])
]
conditionals = [
    conditional(mixture(4, [dense(4), dense(4), dense(4)]), [2], [1.25]),
    conditional(mixture(4, [dense(4), dense(4)]), [3, 0], [1.25, -2.5]),
    conditional(mixture(3, [diagonal(3), dense(3), identity()]), [1], [0.5]),
    conditional(mixture(5, [low_rank(5, 2), low_rank(5, 1), diagonal(5), identity()]), [0, 4, 2], [1.0, 2.0, -0.5]),
    conditional(mixture(2, [dense(2), dense(2)]), [0], [300.0]),
]


# Two normals.


def root_of(S):
    values, vectors = eigsy(S)
    return vectors * matrix([[sqrt(values[i]) if i == j else 0 for j in range(len(values))] for i in range(len(values))]) * vectors.T


def pair(a, b):
    d = len(a["mean"])
    A, B = covariance_of(a["covariance"], d), covariance_of(b["covariance"], d)
    apart = vector(a["mean"]) - vector(b["mean"])
    inverted = inverse(B)
    product = inverted * A
    trace = fsum(product[j, j] for j in range(d))
    root = root_of(A)
    cross = root_of(root * B * root)
    return {
        "a": a, "b": b,
        "divergence": (trace - d - log(det(A) / det(B)) + (apart.T * inverted * apart)[0]) / 2,
        "squaredWasserstein": (apart.T * apart)[0] + fsum(A[j, j] + B[j, j] - 2 * cross[j, j] for j in range(d)),
    }


def gaussian(d, covariance, mean=None):
    return {"mean": mean or [short(4) for _ in range(d)], "covariance": covariance}


def nudged(covariance, by):
    return {"form": "dense", "factor": [[v * (1 + by * source.randint(-8, 8)) for v in row] for row in covariance["factor"]]}


three, flat = dense(3), {"form": "dense", "factor": [[1.0], [1.0, 1e-6]]}
pairs = [
    pair(gaussian(1, identity()), gaussian(1, identity())),
    pair(gaussian(3, dense(3)), gaussian(3, dense(3))),
    pair(gaussian(3, dense(3)), gaussian(3, diagonal(3))),
    pair(gaussian(4, low_rank(4, 2)), gaussian(4, identity())),
    pair(gaussian(6, dense(6)), gaussian(6, dense(6))),
    pair(gaussian(3, three, [0.0, 0.0, 0.0]), gaussian(3, nudged(three, 2.0**-20), [0.0, 0.0, 0.0])),
    pair(gaussian(3, three, [0.0, 0.0, 0.0]), gaussian(3, nudged(three, 2.0**-40), [0.0, 0.0, 0.0])),
    pair(gaussian(2, flat, [0.0, 0.0]), gaussian(2, {"form": "dense", "factor": [[1.0], [-1.0, 1e-6]]}, [0.0, 0.0])),
    pair(gaussian(2, flat, [0.0, 0.0]), gaussian(2, {"form": "diagonal", "variances": [1e-12, 4.0]}, [0.5, 0.0])),
    pair(gaussian(2, {"form": "diagonal", "variances": [1e-300, 4e-300]}, [1e-150, 0.0]), gaussian(2, {"form": "dense", "factor": [[1e-150], [1e-150, 3e-150]]}, [0.0, 0.0])),
]


def plain(v):
    if isinstance(v, mpf):
        return float(v)
    if isinstance(v, matrix):
        return plain(list(v))
    if isinstance(v, dict):
        return {key: plain(value) for key, value in v.items()}
    return [plain(value) for value in v] if isinstance(v, list) else v


def listed(name, cases):
    return '"%s": [\n%s\n]' % (name, ",\n".join(json.dumps(plain(case)) for case in cases))


sys.stdout.write("{\n" + ",\n".join(listed(name, globals()[name]) for name in
                                    ["normals", "quantiles", "lines", "marginals", "conditionals", "pairs"]) + "\n}\n")
