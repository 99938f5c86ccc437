"""Cholesky factors and eigenvalues of ill-conditioned matrices in 500 digits (Debian's python3-mpmath).

usage: python3 cholesky_and_eigen.py > cholesky-and-eigen.json   (in this folder)

Each matrix is what the doubles hold, exactly; the answers are rounded to doubles at the end.
condition:  the largest eigenvalue over the least once rows and columns are scaled to a diagonal of ones; a Cholesky
            factor is as wrong as this times rounding, whatever the units (Higham 2002, section 10.1)
"""

import json
from mpmath import eigsy, matrix, mp, mpf, sqrt

mp.dps = 500  # entries of unlike units are 400 orders of magnitude apart


def hilbert(d):
    return [[1.0 / (i + j + 1) for j in range(d)] for i in range(d)]


def nearly_collinear(gap):
    return [[1.0, 1.0 - gap], [1.0 - gap, 1.0]]


def unlike_units():
    """A tame matrix whose columns are measured in units 1e-100, 1 and 1e100: powers of two, so that it is exact."""
    tame = [[4.0, 2.0, 1.0], [2.0, 5.0, 3.0], [1.0, 3.0, 6.0]]
    units = [2.0**-332, 1.0, 2.0**332]
    return [[tame[i][j] * units[i] * units[j] for j in range(3)] for i in range(3)]


def cholesky(exact, d):
    """mpmath's own refuses pivots below its epsilon, whatever the units."""
    factor = matrix(d, d)
    for i in range(d):
        for j in range(i + 1):
            rest = exact[i, j] - sum((factor[i, k] * factor[j, k] for k in range(j)), mpf(0))
            factor[i, j] = sqrt(rest) if i == j else rest / factor[j, j]
    return factor


def eigenvalues(symmetric):
    return sorted(eigsy(symmetric, eigvals_only=True), reverse=True)


cases = {f"hilbert {d}": hilbert(d) for d in (3, 5, 7, 9)}
cases |= {f"correlation 1 - {gap}": nearly_collinear(gap) for gap in (1e-6, 1e-10, 1e-14)}
cases["unlike units"] = unlike_units()

out = []
for name, rows in cases.items():
    exact = matrix(rows)
    d = len(rows)
    values = eigenvalues(exact)
    scaled = eigenvalues(
        matrix([[exact[i, j] / sqrt(exact[i, i] * exact[j, j]) for j in range(d)] for i in range(d)])
    )
    factor = cholesky(exact, d)
    out.append(
        {
            "name": name,
            "dimension": d,
            "matrix": [entry for row in rows for entry in row],
            "factor": [float(factor[i, j]) for i in range(d) for j in range(d)],
            "eigenvalues": [float(value) for value in values],
            "condition": float(scaled[0] / scaled[-1]),
        }
    )
print(json.dumps({"mpmath": __import__("mpmath").__version__, "cases": out}))
