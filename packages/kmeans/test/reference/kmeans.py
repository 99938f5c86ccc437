"""What scikit-learn's KMeans finds: writes kmeans.json beside this file.

    python3 kmeans.py      scikit-learn 1.2.1, numpy 1.24

"lloyd": from given rows as centers, run until no label changes (tol = 0).
"best": the smallest inertia of 100 k-means++ starts.
"""
import csv
import json
import os

import numpy as np
from sklearn.cluster import KMeans

here = os.path.dirname(os.path.abspath(__file__))


def columns(name, count):
    with open(os.path.join(here, "../../../../reference/datasets", name + ".csv")) as file:
        return np.array([[float(v) for v in row[:count]] for row in list(csv.reader(file))[1:]])


data = {"iris": columns("iris", 4), "faithful": columns("faithful", 2)}

lloyd = []
for name, rows, away in [
    ("iris", [0, 50, 100], None),
    ("iris", [0, 1, 2], None),
    ("iris", [3, 60, 61, 110, 140], None),
    ("iris", [0, 1, 2, 3, 4, 5, 6, 7], None),
    ("faithful", [0, 1], None),
    ("faithful", [4, 5, 6, 7], None),
    # The last center starts so far away that no row comes to it.
    ("iris", [0, 50, 100], [100.0, 100.0, 100.0, 100.0]),
    ("faithful", [0, 1, 2], [-1000.0, 5.0]),
]:
    x = data[name]
    centers = x[rows] if away is None else np.vstack([x[rows], away])
    fit = KMeans(len(centers), init=centers, n_init=1, tol=0, max_iter=300, algorithm="lloyd").fit(x)
    lloyd.append(
        {
            "data": name,
            "initial": centers.tolist(),
            "centers": fit.cluster_centers_.tolist(),
            "labels": fit.labels_.tolist(),
            "inertia": fit.inertia_,
            # The last iteration of scikit-learn is the one in which nothing moves.
            "iterations": fit.n_iter_ - 1,
        }
    )

best = [
    {"data": name, "clusters": k, "inertia": KMeans(k, n_init=100, tol=0, random_state=0).fit(data[name]).inertia_}
    for name in data
    for k in range(1, 6)
]

with open(os.path.join(here, "kmeans.json"), "w") as out:
    parts = [json.dumps(entry) for entry in lloyd], [json.dumps(entry) for entry in best]
    out.write('{\n  "lloyd": [\n    %s\n  ],\n  "best": [\n    %s\n  ]\n}\n' % tuple(",\n    ".join(p) for p in parts))
