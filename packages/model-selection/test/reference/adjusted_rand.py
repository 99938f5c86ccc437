"""Writes adjusted Rand indices by scikit-learn, and exact ones by rational arithmetic, for labels of every kind.

usage: python3 adjusted_rand.py > adjusted-rand.json   (needs Debian's python3-sklearn)

`rule` states labels that are too many to list: row i has label (multiplier * i * i + i) % modulus.
`exact` is the index as a ratio of whole numbers, divided once, where the denominator is not zero.
"""
import json
from collections import Counter
from fractions import Fraction
from math import comb

import sklearn
from sklearn.metrics import adjusted_rand_score


def exact(a, b):
    total = comb(len(a), 2)
    both = sum(comb(c, 2) for c in Counter(zip(a, b)).values())
    first = sum(comb(c, 2) for c in Counter(a).values())
    second = sum(comb(c, 2) for c in Counter(b).values())
    top = Fraction(both * total - first * second)
    bottom = Fraction(first + second, 2) * total - first * second
    return None if bottom == 0 else float(top / bottom)


listed = [
    ("three clusters of three, one split", list("aaabbbccc"), list("aabbccccc")),
    ("the same partition under other names", [0, 0, 1, 1, 2], ["x", "x", "z", "z", "y"]),
    ("one cluster twice", [7, 7, 7, 7], [0, 0, 0, 0]),
    ("all singletons twice", [0, 1, 2, 3], [9, 8, 7, 6]),
    ("one cluster against singletons", [0, 0, 0, 0], [0, 1, 2, 3]),
    ("one cluster against two", [0, 0, 0, 0], [0, 0, 1, 1]),
    ("less agreement than by chance", [0, 0, 1, 1], [0, 1, 0, 1]),
    ("one row", [5], [3]),
    ("no rows", [], []),
    ("labels that are negative or fractions", [-1, -1, 0.5, 0.5, 0.5], [1, 2, 2, 2, 1]),
]
rules = [(100, 3, 5, 1, 7), (1000, 1, 3, 2, 4), (1_000_000, 1, 10, 3, 9), (1_000_000, 1, 999983, 2, 2)]


def rule(n, multiplier, modulus):
    return [(multiplier * i * i + i) % modulus for i in range(n)]


cases = [
    {"title": t, "a": a, "b": b, "scikitLearn": adjusted_rand_score([str(v) for v in a], [str(v) for v in b]),
     "exact": exact(a, b)}
    for t, a, b in listed
]
for n, p, q, r, s in rules:
    a, b = rule(n, p, q), rule(n, r, s)
    cases.append({"title": f"{n} rows, {q} and {s} labels at most", "rows": n,
                  "rules": [{"multiplier": p, "modulus": q}, {"multiplier": r, "modulus": s}],
                  "scikitLearn": adjusted_rand_score(a, b), "exact": exact(a, b)})
print(json.dumps({"scikitLearn": sklearn.__version__, "cases": cases}, indent=1))
