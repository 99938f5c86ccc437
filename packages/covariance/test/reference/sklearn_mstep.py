"""One M-step of scikit-learn (Debian's python3-sklearn) from soft responsibilities, and its moments.

usage: python3 sklearn_mstep.py > sklearn-mstep.json   (in this folder)

counts, scatters:  per component, about its own mean, in exact rational arithmetic before they are rounded
covariances:       scikit-learn's own, reg_covar = 0, in its shapes: K d x d, one d x d, K x d, K
"""

import csv
import json
from fractions import Fraction

import numpy as np
import sklearn
from sklearn.mixture._gaussian_mixture import _estimate_gaussian_parameters


def moments(rows, responsibilities):
    exact_rows = [[Fraction(value) for value in row] for row in rows]
    counts, scatters = [], []
    for weights in responsibilities.T:
        exact = [Fraction(weight) for weight in weights]
        count = sum(exact)
        columns = range(len(rows[0]))
        mean = [sum(r * row[j] for r, row in zip(exact, exact_rows)) / count for j in columns]
        scatters.append(
            [
                [
                    float(sum(r * (row[i] - mean[i]) * (row[j] - mean[j]) for r, row in zip(exact, exact_rows)))
                    for j in columns
                ]
                for i in columns
            ]
        )
        counts.append(float(count))
    return counts, scatters


cases = []
for dataset, components in [("iris", 3), ("diabetes", 2)]:
    with open(f"../../../../reference/datasets/{dataset}.csv", newline="") as file:
        lines = list(csv.reader(file))
    numeric = [j for j, cell in enumerate(lines[1]) if cell.replace(".", "", 1).isdigit()]
    rows = np.array([[float(line[j]) for j in numeric] for line in lines[1:]])
    responsibilities = np.random.RandomState(7).dirichlet([0.5] * components, len(rows))
    counts, scatters = moments(rows.tolist(), responsibilities)
    for covariance in ["full", "tied", "diag", "spherical"]:
        _, _, estimated = _estimate_gaussian_parameters(rows, responsibilities, 0.0, covariance)
        cases.append(
            {
                "dataset": dataset,
                "covariance": covariance,
                "dimension": len(numeric),
                "counts": counts,
                "scatters": scatters,
                "covariances": estimated.tolist(),
            }
        )
print(json.dumps({"sklearn": sklearn.__version__, "numpy": np.__version__, "cases": cases}))
