"""Writes which components of mixtures go together, and how far mixtures of one column are apart, in 40-digit arithmetic.

usage: python3 mixture_distance.py > mixture-distance.json     (needs Debian's python3-mpmath; 1.2.1 wrote it)

Matchings are found by trying all; divergences of whole mixtures, and the variance of what they are the mean of, by
quadrature.
"""
import itertools
import json
import random
import sys

from mpmath import det, eigsy, exp, fsum, inverse, log, matrix, mp, mpf, pi, quad, sqrt

mp.dps = 40
source = random.Random(5)


def root_of(S):
    values, vectors = eigsy(S)
    d = len(values)
    return vectors * matrix([[sqrt(values[i]) if i == j else 0 for j in range(d)] for i in range(d)]) * vectors.T


def distances(a, b):
    (mean, S), (other, T) = a, b
    d = len(mean)
    apart = matrix([mpf(p) - mpf(q) for p, q in zip(mean, other)])
    A, B = matrix(S), matrix(T)
    inverted = inverse(B)
    product = inverted * A
    cross = root_of(root_of(A) * B * root_of(A))
    square = fsum(v * v for v in apart)
    return {
        "squaredWasserstein": square + fsum(A[j, j] + B[j, j] - 2 * cross[j, j] for j in range(d)),
        "divergence": (fsum(product[j, j] for j in range(d)) - d - log(det(A) / det(B)) + (apart.T * inverted * apart)[0]) / 2,
    }


def component(d, spread):
    L = [[source.randint(8, 32) / 16 if i == j else source.randint(-16, 16) / 16 if j < i else 0.0 for j in range(d)] for i in range(d)]
    # Products of sixteenths: exact doubles.
    S = [[sum(L[i][k] * L[j][k] for k in range(d)) for j in range(d)] for i in range(d)]
    return [source.randint(-64, 64) / 64 * spread for _ in range(d)], S


def matching(truth, estimate, cost):
    table = [[distances(a, b) for b in estimate] for a in truth]
    least = min(len(truth), len(estimate))
    best = None
    for rows in itertools.combinations(range(len(truth)), least):
        for columns in itertools.permutations(range(len(estimate)), least):
            total = fsum(table[k][j][cost] for k, j in zip(rows, columns))
            if best is None or total < best[0]:
                best = (total, rows, columns)
    return [{"truth": k, "estimate": j, **{name: float(v) for name, v in table[k][j].items()}} for k, j in zip(best[1], best[2])]


def matching_case(d, ours, theirs, spread):
    truth = [component(d, spread) for _ in range(ours)]
    estimate = [component(d, spread) for _ in range(theirs)]
    return {
        "truth": [{"mean": m, "covariance": S} for m, S in truth],
        "estimate": [{"mean": m, "covariance": S} for m, S in estimate],
        "wasserstein": matching(truth, estimate, "squaredWasserstein"),
        "divergenceMatching": matching(truth, estimate, "divergence"),
    }


def divergence_case(truth, estimate):
    def log_density(parts, x):
        terms = [log(mpf(w)) - log(2 * pi * mpf(v)) / 2 - (x - mpf(mu)) ** 2 / (2 * mpf(v)) for w, mu, v in parts]
        top = max(terms)
        return top + log(fsum(exp(t - top) for t in terms))

    def gain(x):
        return log_density(truth, x) - log_density(estimate, x)

    ends = sorted({mpf(mu) + step * sqrt(mpf(v)) for _, mu, v in truth for step in (-14, -6, -3, -1, 0, 1, 3, 6, 14)})
    moment = lambda power: quad(lambda x: exp(log_density(truth, x)) * gain(x) ** power, ends)
    mean = moment(1)
    return {"truth": truth, "estimate": estimate, "divergence": float(mean), "variance": float(moment(2) - mean**2)}


out = {
    "matchings": [matching_case(*each) for each in [(2, 3, 3, 4), (2, 4, 4, 2), (3, 3, 5, 2), (1, 5, 3, 3), (2, 1, 4, 1)]],
    "divergences": [
        divergence_case([(0.25, -2.0, 0.5), (0.75, 1.0, 1.0)], [(0.5, -1.5, 1.0), (0.5, 1.25, 0.75)]),
        divergence_case([(0.5, 0.0, 1.0), (0.5, 4.0, 4.0)], [(1.0, 2.0, 6.5)]),
        divergence_case([(1.0, 0.0, 1.0)], [(0.5, -0.25, 1.0), (0.5, 0.25, 1.0)]),
    ],
}
sys.stdout.write("{\n" + ",\n".join('"%s": [\n%s\n]' % (name, ",\n".join(json.dumps(c) for c in cases)) for name, cases in out.items()) + "\n}\n")
