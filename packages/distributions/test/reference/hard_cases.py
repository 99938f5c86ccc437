"""Writes what mixtures say of rows where doubles have it hard, in 400-digit arithmetic.

usage: python3 hard_cases.py > hard-cases.json     (needs Debian's python3-mpmath; 1.2.1 wrote the file)

Parameters and rows are doubles and are taken as exact: Sigma is L L^T for a dense factor L, the mean is origin + offset.
So what the program under test may lose is rounding alone. For it, every row carries `slack`: a bound for each component
on the error of its log-density. Forward substitution errs in y = L^-1 (x - mean) by at most

    (d + 8) u |L^-1| (|L| |y| + |x - mean|),   u = 2^-53

(Higham, Accuracy and Stability, theorem 8.5), the square by twice |y| times that, and the constant by its own size.
The Mahalanobis distance errs by `distanceSlack`. "normals" holds densities of one variable.

Numbers beyond the largest double are written as "-Infinity" or "Infinity".
"""
import json
import random
import sys

from mpmath import exp, fabs, fsum, inf, log, mp, mpf, pi, sqrt

mp.dps = 400
U = mpf(2) ** -53
source = random.Random(7)


def lower(covariance, d):
    if covariance["form"] == "dense":
        return [[mpf(v) for v in row] + [mpf(0)] * (d - len(row)) for row in covariance["factor"]]
    variances = covariance["variances"] if covariance["form"] == "diagonal" else [covariance["variance"]] * d
    return [[sqrt(mpf(variances[i])) if i == j else mpf(0) for j in range(d)] for i in range(d)]


def solve(L, b):
    y = []
    for i in range(len(b)):
        y.append((b[i] - fsum(L[i][j] * y[j] for j in range(i))) / L[i][i])
    return y


def inverse_columns(L):
    d = len(L)
    return [solve(L, [mpf(i == j) for i in range(d)]) for j in range(d)]


def error_of_whitening(L, columns, b, taken_off):
    d = len(b)
    y = solve(L, b)
    inner = [fsum(fabs(L[i][j] * y[j]) for j in range(i + 1)) + fabs(b[i]) + taken_off[i] for i in range(d)]
    return [(d + 8) * U * fsum(fabs(columns[j][i]) * inner[j] for j in range(i + 1)) for i in range(d)]


def minus(a, b):
    return [p - q for p, q in zip(a, b)]


def score(m, row):
    d, K = len(row), len(m["weights"])
    x = [mpf(v) for v in row]
    origin = [mpf(v) for v in m.get("origin", [0.0] * d)]
    given = m.get("offsets", m["means"])
    means = [[o + mpf(v) for o, v in zip(origin, given[k])] for k in range(K)]
    # What taking the origin off rounds away, in units of u; nothing for the origin 0.
    rounded = [mpf(v - float(o)) for v, o in zip(row, origin)]
    taken_off = [fabs(p - q) / U for p, q in zip(rounded, minus(x, origin))]
    densities, distances, slack, distance_slack = [], [], [], []
    for k in range(K):
        L, columns = factors_of(m, k, d)
        y = solve(L, minus(x, means[k]))
        apart = error_of_whitening(L, columns, minus(x, means[k]), taken_off)
        errors = apart
        if m.get("shared"):  # may be computed as the difference of two whitened vectors
            toMean = error_of_whitening(L, columns, minus(means[k], means[0]), [mpf(0)] * d)
            errors = [p + q for p, q in zip(error_of_whitening(L, columns, minus(x, means[0]), taken_off), toMean)]
        square = fsum(v * v for v in y)
        half_determinant = fsum(log(L[i][i]) for i in range(d))
        densities.append(-(d * log(2 * pi) + square) / 2 - half_determinant)
        distances.append(sqrt(square))
        constant = d * log(2 * pi) / 2 + fsum(fabs(log(L[i][i])) for i in range(d))
        weight = mpf(m["weights"][k])
        constant += fabs(log(weight)) if weight > 0 else 0
        slack.append(fsum(fabs(v) * e for v, e in zip(y, errors)) + (d + 8) * U * (square + constant))
        # | |y + e| - |y| | <= |e|
        distance_slack.append(sqrt(fsum(e * e for e in apart)) + (d + 8) * U * sqrt(square))
    joint = [log(mpf(w)) + v if w > 0 else mpf(-inf) for w, v in zip(m["weights"], densities)]
    top = max(joint)
    shares = [exp(v - top) for v in joint]
    total = fsum(shares)
    return {"row": row, "componentLogDensities": densities, "slack": slack, "mahalanobis": distances,
            "distanceSlack": distance_slack, "posteriors": [v / total for v in shares],
            "logDensity": top + log(total), "label": max(range(K), key=lambda k: joint[k])}


known = {}


def factors_of(m, k, d):
    covariance = m["covariances"][0 if m.get("shared") else k]
    key = json.dumps(covariance)
    if key not in known:
        L = lower(covariance, d)
        known[key] = (L, inverse_columns(L))
    return known[key]


def dense(*rows):
    """A covariance by the rows of its lower factor, zeros left out."""
    return {"form": "dense", "factor": [list(map(float, row)) for row in rows]}


def identity(variance):
    return {"form": "identity", "variance": float(variance)}


def diagonal(*variances):
    return {"form": "diagonal", "variances": list(map(float, variances))}


def normal_row(d, scale=1.0, at=0.0):
    return [at + scale * source.gauss(0, 1) for _ in range(d)]


def random_factor(d):
    """Of numbers that are short to write."""
    return dense(*[[source.randint(8, 32) / 16 if i == j else source.randint(-8, 8) / 64 for j in range(i + 1)] for i in range(d)])


def plain(v):
    if isinstance(v, mpf):
        v = float(v)
    if isinstance(v, float) and v - v != 0:
        return "-Infinity" if v < 0 else "Infinity"
    if isinstance(v, dict):
        return {key: plain(value) for key, value in v.items()}
    return [plain(value) for value in v] if isinstance(v, list) else v


def case(title, mixture, rows):
    return {"title": title, "mixture": mixture, "rows": [score(mixture, row) for row in rows]}


two = {"weights": [0.25, 0.75], "means": [[-1.0, 0.5], [2.0, 1.0]], "covariances": [dense([1], [0.5, 0.8]), dense([0.7], [-0.4, 1.5])]}
billion = [1e9, -1e9]
offsets = [[0.123456789, -0.987654321], [3.141592653589793, 2.718281828459045]]
billions = [[o + v for o, v in zip(billion, offset)] for offset in offsets]
near_billion = [[b + v for b, v in zip(billion, normal_row(2, 2.0))] for _ in range(4)]
on_ridge = [[-0.75, -0.75], [2.0, 2.0]]
nearly_singular = dense([1], [1 - 1e-10, 1.4142135623377414e-05])

cases = [
    case("rows from 0 to 1e20 standard deviations away", two, [[r * 1.0, r * -0.5] for r in [0, 1, 40, 1e3, 1e5, 1e8, 1e20]]),
    case("rows at 1e160 standard deviations", two, [[1e160, -1e160], [-1e160, 0.0], [0.0, 1e200]]),
    case("data at 1e9, origin and offsets kept", {**two, "means": billions, "origin": billion, "offsets": offsets}, near_billion),
    case("data at 1e9, no origin", {**two, "means": billions}, near_billion),
    case("data at 1e9, one covariance, no origin", {**two, "means": [[b + v for b, v in zip(billion, mean)] for mean in on_ridge], "covariances": [nearly_singular], "shared": True},
         [[1e9 + v, -1e9 + v + 1e-5 * source.gauss(0, 1)] for v in (-0.75, 0.5, 3.0)]),
    case("nearly singular: correlation 1 - 1e-10", {**two, "means": on_ridge, "covariances": [nearly_singular, dense([2], [2, 3e-5])]},
         [[v, v + 1e-5 * source.gauss(0, 1)] for v in (-1.0, 0.3, 1.7)] + [[1.0, 2.0]]),
    case("one dimension", {"weights": [0.5, 0.3, 0.2], "means": [[0.0], [1.5], [-3.0]],
                           "covariances": [identity(1e-4), diagonal(2.5), dense([3])]}, [[0.0], [0.01], [-0.4], [1.0], [50.0]]),
    case("100 dimensions", {"weights": [0.5, 0.5], "means": [normal_row(100), normal_row(100)],
                            "covariances": [random_factor(100), random_factor(100)]}, [normal_row(100), normal_row(100, 3.0)]),
    case("100 dimensions, diagonal", {"weights": [0.5, 0.5], "means": [normal_row(100), normal_row(100)],
                                      "covariances": [diagonal(*[source.uniform(0.1, 9) for _ in range(100)]), identity(2)]},
         [normal_row(100), normal_row(100, 3.0)]),
    case("a form of its own for each component", {"weights": [0.2, 0.3, 0.5], "means": [normal_row(3), normal_row(3), normal_row(3)],
                                                   "covariances": [identity(0.5), diagonal(1, 4, 0.25), random_factor(3)]},
         [normal_row(3), normal_row(3), normal_row(3, 10.0)]),
    case("in units of 1e-150", {"weights": [0.5, 0.5], "means": [[1e-150, 0.0], [-2e-150, 1e-150]],
                                "covariances": [dense([1e-150], [5e-151, 2e-150]), identity(1e-300)]}, [normal_row(2, 1e-150) for _ in range(3)]),
    case("in units of 1e150", {"weights": [0.5, 0.5], "means": [[1e150, 0.0], [-2e150, 1e150]],
                               "covariances": [dense([1e150], [5e149, 2e150]), identity(1e300)]}, [normal_row(2, 1e150) for _ in range(3)]),
    case("columns in units of 1e-8 and 1e8", {"weights": [0.5, 0.5], "means": [[1e-8, 1e8], [-1e-8, 2e8]],
                                              "covariances": [dense([1e-8], [5e7, 1e8]), diagonal(1e-16, 1e16)]},
         [[1e-8 * source.gauss(0, 1), 1e8 * source.gauss(0, 1)] for _ in range(3)]),
    case("weights of 0 and 1e-300", {"weights": [0.0, 1e-300, 1.0], "means": [[0.0], [30.0], [0.0]],
                                     "covariances": [identity(1), identity(1), identity(1)]}, [[0.0], [30.0], [40.0]]),
    case("one component", {"weights": [1.0], "means": [normal_row(4)], "covariances": [random_factor(4)]}, [normal_row(4), normal_row(4, 100.0)]),
]


def normal(x, mean, variance):
    z = (mpf(x) - mpf(mean)) / sqrt(mpf(variance))
    value = -(log(2 * pi) + log(mpf(variance)) + z * z) / 2
    return {"x": x, "mean": mean, "variance": variance, "logDensity": value, "density": exp(value),
            "slack": 8 * U * (log(2 * pi) + fabs(log(mpf(variance))) + z * z)}


normals = [normal(*map(float, each)) for each in
           [(0, 0, 1), (1, 0, 1), (-3, 2, 0.25), (38, 0, 1), (39, 0, 1), (1e5, 0, 1), (1.5, 1.25, 1e-300), (1e150, 0, 1e300),
            (1e9 + 0.5, 1e9, 0.125), (4, 1.4999999985595038, 0.16666666642776884), (0, 0, 6.283185307179586)]]

sys.stdout.write('{"normals": [\n' + ",\n".join(json.dumps(plain(n)) for n in normals)
                 + '\n], "cases": [\n' + ",\n".join(json.dumps(plain(c)) for c in cases) + "\n]}\n")
