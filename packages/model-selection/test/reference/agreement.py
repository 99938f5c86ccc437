"""Writes measures of agreement and silhouettes by scikit-learn, and exact ones by long arithmetic.

usage: python3 agreement.py > agreement.json   (in this folder; needs Debian's python3-sklearn, python3-mpmath)

`rule` states labels that are too many to list: row i has label (multiplier * i * i + i) % modulus.
`exact`: mutual information and its expectation, adjusted and not, from whole numbers in 40 digits, by the
hypergeometric sum of Vinh, Epps and Bailey (2010), eq. 24a; null where numerator and denominator are 0.
`matched`: rows on the best matching, by scipy's linear_sum_assignment.
Silhouettes are those of distances that scipy computes pair by pair, not by scikit-learn's faster expansion.
"""
import csv
import json
from collections import Counter

import mpmath
import numpy as np
import scipy
import sklearn
from scipy.optimize import linear_sum_assignment
from scipy.spatial.distance import cdist
from sklearn.metrics import (adjusted_mutual_info_score, homogeneity_completeness_v_measure, mutual_info_score,
                             silhouette_samples, silhouette_score)
from sklearn.metrics.cluster import contingency_matrix

mpmath.mp.dps = 40


def exact(a, b):
    n = len(a)
    first, second = Counter(a), Counter(b)
    if n == 0 or len(first) == len(second) == 1:
        return None
    log, mpf = mpmath.log, mpmath.mpf
    mi = sum(mpf(c) / n * log(mpf(n) * c / (first[i] * second[j])) for (i, j), c in Counter(zip(a, b)).items())
    expected = mpf(0)
    for r, rows in Counter(first.values()).items():
        for s, columns in Counter(second.values()).items():
            ways = mpmath.binomial(n, s)
            expected += rows * columns * sum(
                mpmath.binomial(r, m) * mpmath.binomial(n - r, s - m) / ways * m / n * log(mpf(n) * m / (r * s))
                for m in range(max(1, r + s - n), min(r, s) + 1))
    entropy = [-sum(mpf(c) / n * log(mpf(c) / n) for c in side.values()) for side in (first, second)]
    below = (entropy[0] + entropy[1]) / 2 - expected
    adjusted = None if below < mpf(10) ** -30 else float((mi - expected) / below)
    return {"mutualInformation": float(mi), "expected": float(expected), "adjusted": adjusted}


def rule(n, multiplier, modulus):
    return [(multiplier * i * i + i) % modulus for i in range(n)]


def case(title, labels, stated):
    a, b = labels
    text = [str(v) for v in a], [str(v) for v in b]
    table = contingency_matrix(*text) if a else np.zeros((0, 0))
    if not a:
        adjusted = 1.0
        matched = 0
    else:
        adjusted = adjusted_mutual_info_score(*text)
        matched = int(table[linear_sum_assignment(-table)].sum()) if table.size < 1e6 else None
    h, c, v = homogeneity_completeness_v_measure(*text)
    return {"title": title, **stated, "mutualInformation": mutual_info_score(*text) if a else 0.0,
            "adjustedMutualInformation": adjusted, "homogeneity": h, "completeness": c, "vMeasure": v,
            "matched": matched, "exact": exact(*text)}


listed = [
    ("three clusters of three, one split", list("aaabbbccc"), list("aabbccccc")),
    ("the same partition under other names", [0, 0, 1, 1, 2], ["x", "x", "z", "z", "y"]),
    ("one cluster twice", [7, 7, 7, 7], [0, 0, 0, 0]),
    ("all singletons twice", [0, 1, 2, 3], [9, 8, 7, 6]),
    ("one cluster against singletons", [0, 0, 0, 0], [0, 1, 2, 3]),
    ("singletons against two clusters", [0, 1, 2, 3], [0, 0, 1, 1]),
    ("one cluster against two", [0, 0, 0, 0], [0, 0, 1, 1]),
    ("less agreement than by chance", [0, 0, 1, 1], [0, 1, 0, 1]),
    ("four labels against three clusters", list("aaabbbcccddd"), [0, 0, 1, 1, 1, 1, 1, 2, 2, 0, 0, 1]),
    ("two labels against four clusters", list("aaaaaabbbbbb"), [0, 0, 1, 1, 2, 2, 2, 2, 3, 3, 3, 0]),
    ("one row", [5], [3]),
    ("no rows", [], []),
    ("labels that are negative or fractions", [-1, -1, 0.5, 0.5, 0.5], [1, 2, 2, 2, 1]),
]
rules = [(100, 3, 5, 1, 7), (1000, 1, 3, 2, 4), (3000, 1, 60, 1, 45), (2000, 1, 3, 2, 900)]

cases = [case(t, (a, b), {"a": a, "b": b}) for t, a, b in listed]
for n, m1, d1, m2, d2 in rules:
    cases.append(case(f"{n} rows in {d1} and {d2} clusters at most", (rule(n, m1, d1), rule(n, m2, d2)),
                      {"rows": n, "rules": [{"multiplier": m1, "modulus": d1}, {"multiplier": m2, "modulus": d2}]}))

silhouettes = []
for name, label in (("iris", "species"), ("diabetes", "class"), ("faithful", None)):
    with open(f"../../../../reference/datasets/{name}.csv") as f:
        head, *rows = csv.reader(f)
    columns = [c for c in head if c != label]
    x = np.array([[float(row[head.index(c)]) for c in columns] for row in rows])
    by_rule = rule(len(x), 1, 11)
    by_rule[4] = 99  # a cluster of one row
    partitions = {"by a rule, with one row alone": by_rule}
    if label:
        partitions["by class"] = [row[head.index(label)] for row in rows]
    for title, labels in partitions.items():
        distances = cdist(x, x)
        each = silhouette_samples(distances, labels, metric="precomputed")
        silhouettes.append({"title": f"{name} {title}", "dataset": name, "columns": columns,
                            "labels": labels, "perRow": each.tolist(), "mean": float(each.mean()),
                            "meanByScikitLearn": silhouette_score(x, labels)})

print(json.dumps({"scikitLearn": sklearn.__version__, "scipy": scipy.__version__, "mpmath": mpmath.__version__,
                  "cases": cases, "silhouettes": silhouettes}))
