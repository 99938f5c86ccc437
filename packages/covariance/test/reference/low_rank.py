"""Covariances of low rank in 60 digits, by mpmath (Debian's python3-mpmath).

usage: python3 low_rank.py > low-rank.json   (in this folder)

Sigma = loadings loadings^T + diag(noise), as the doubles of the file say.

logDeterminant:  ln |Sigma|
squares:         x^T Sigma^-1 x of each row
least:           the least eigenvalue of Sigma
"""

import json
import random

import mpmath
from mpmath import mp, mpf

mp.dps = 60


def case(name, loadings, noise, factors_of_rows):
    d, q = len(noise), len(loadings[0])
    lam = mpmath.matrix(loadings)
    sigma = lam * lam.T + mpmath.diag([mpf(value) for value in noise])
    rows, squares = [], []
    for scores in factors_of_rows:
        # Rows as the model makes them: what a few factors share, and noise of its own along each column.
        row = [
            sum(loadings[j][f] * scores[f] for f in range(q)) + noise[j] ** 0.5 * generator.gauss(0, 1)
            for j in range(d)
        ]
        x = mpmath.matrix(row)
        rows.append(row)
        squares.append(float((x.T * mpmath.lu_solve(sigma, x))[0]))
    return {
        "name": name,
        "loadings": loadings,
        "noise": noise,
        "rows": rows,
        "logDeterminant": float(mpmath.log(mpmath.det(sigma))),
        "squares": squares,
        "least": float(min(mpmath.eigsy(sigma, eigvals_only=True))),
    }


generator = random.Random(4)


def draw(d, q):
    return [[generator.gauss(0, 1) for _ in range(q)] for _ in range(d)]


def scores(q, n=5):
    return [[generator.gauss(0, 1) for _ in range(q)] for _ in range(n)]


cases = [
    case(f"noise of {share:g}", draw(8, 3), [share * (1 + j / 3) for j in range(8)], scores(3))
    for share in (1.0, 1e-4, 1e-8, 1e-12)
]
column = draw(6, 1)
cases += [
    case("one column twice", [row * 2 for row in column], [0.5 + j for j in range(6)], scores(2)),
    case("columns that almost agree", [[row[0], row[0] * (1 + 1e-9 * j)] for j, row in enumerate(column)], [0.01] * 6, scores(2)),
    case("a column without noise of its own", draw(5, 1), [1.0, 2.0, 1e-14, 0.5, 1.0], scores(1)),
    case("more factors than columns", draw(2, 4), [0.25, 4.0], scores(4)),
]
print(json.dumps({"made by": f"mpmath {mpmath.__version__}", "cases": cases}, indent=1))
