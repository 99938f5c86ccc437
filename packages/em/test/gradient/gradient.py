"""Gradients of mixture likelihoods by differences in 60 digits (mpmath), and steps along them by numpy.

usage: python3 gradient.py > gradient.json   (in this folder; Debian's python3-mpmath and python3-numpy)

"gradients": of the average log-likelihood of a row in the logits of the weights, in the means, and in covariances
Sigma = L (I + X) L^T, X symmetric, at X = 0: for <X, Y> = tr(X Y) an entry off the diagonal is half the derivative along the
two entries X_ij = X_ji. "steps": two normals in one dimension with logits, means and ln sigma^2, of standardized numbers,
stepwise with a fixed step; mapped back.
"""

import json

import numpy as np
from mpmath import cholesky, det, exp, inverse, log, matrix, mp, mpf, pi

mp.dps = 60
H = mpf(10) ** -20


def average(rows, logits, means, covariances):
    d = len(rows[0])
    total = sum(exp(a) for a in logits)
    parts = [
        (log(exp(a) / total) - (d * log(2 * pi) + log(det(c))) / 2, mean, inverse(c))
        for a, mean, c in zip(logits, means, covariances)
    ]
    value = mpf(0)
    for row in rows:
        densities = []
        for constant, mean, precision in parts:
            deviation = matrix([x - m for x, m in zip(row, mean)])
            densities.append(exp(constant - (deviation.T * precision * deviation)[0] / 2))
        value += log(sum(densities))
    return value / len(rows)


def difference(function):
    return (function(H) - function(-H)) / (2 * H)


def gradient(rows, weights, means, covariances):
    rows = [[mpf(repr(x)) for x in row] for row in rows]
    logits = [log(mpf(repr(w))) for w in weights]
    means = [[mpf(repr(m)) for m in mean] for mean in means]
    covariances = [matrix([[mpf(repr(c)) for c in row] for row in covariance]) for covariance in covariances]
    components, d = range(len(weights)), len(rows[0])

    def logit_moved(k, h):
        return average(rows, [a + (h if j == k else 0) for j, a in enumerate(logits)], means, covariances)

    def mean_moved(k, i, h):
        moved = [[m + (h if (j, e) == (k, i) else 0) for e, m in enumerate(mean)] for j, mean in enumerate(means)]
        return average(rows, logits, moved, covariances)

    def covariance_moved(k, i, j, h):
        factor = cholesky(covariances[k])
        move = mp.eye(d)
        move[i, j] += h
        if i != j:
            move[j, i] += h
        moved = [factor * move * factor.T if e == k else c for e, c in enumerate(covariances)]
        return average(rows, logits, means, moved)

    return {
        "logits": [float(difference(lambda h: logit_moved(k, h))) for k in components],
        "means": [[float(difference(lambda h: mean_moved(k, i, h))) for i in range(d)] for k in components],
        "covariances": [
            [
                float(difference(lambda h: covariance_moved(k, i, j, h)) / (1 if i == j else 2))
                for i in range(d)
                for j in range(d)
            ]
            for k in components
        ],
    }


def gradient_case(d, seed):
    random = np.random.default_rng(seed)
    rows = np.round(random.normal(size=(12, d)) + 2 * (np.arange(12)[:, None] % 2), 2).tolist()
    roots = [np.round(random.normal(size=(d, d)) * 0.4 + np.eye(d), 2) for _ in range(2)]
    parameters = {
        "weights": [0.375, 0.625],
        "means": np.round(random.normal(size=(2, d)), 2).tolist(),
        "covariances": [np.round(root @ root.T + 0.25 * np.eye(d), 6).tolist() for root in roots],
    }
    return {"rows": rows, **parameters, **{"gradient": gradient(rows, *parameters.values())}}


def step_case(step, iterations):
    x = np.array([1, 1.5, 2, 5, 6, 6.5, 3.25, 2.75])
    z = (x - x.mean()) / x.std()
    logits, means, logs = np.zeros(2), (np.array([2.0, 5.0]) - x.mean()) / x.std(), np.log(np.ones(2) / x.var())
    states = []
    for _ in range(iterations + 1):
        weights = np.exp(logits) / np.exp(logits).sum()
        joint = np.log(weights) - (np.log(2 * np.pi) + logs + (z[:, None] - means) ** 2 / np.exp(logs)) / 2
        density = np.log(np.exp(joint).sum(axis=1))
        tau = np.exp(joint - density[:, None])
        squares = (z[:, None] - means) ** 2 / np.exp(logs)
        slopes = (
            (tau - weights).mean(axis=0),
            (tau * (z[:, None] - means) / np.exp(logs)).mean(axis=0),
            (tau * (squares - 1) / 2).mean(axis=0),
        )
        states.append(
            {
                "weights": weights.tolist(),
                "means": (means * x.std() + x.mean()).tolist(),
                "variances": (np.exp(logs) * x.var()).tolist(),
                "logLikelihood": float(density.sum() - len(x) * np.log(x.std())),
                "gradientNorm": float(np.sqrt(sum((slope**2).sum() for slope in slopes))),
            }
        )
        logits, means, logs = logits + step * slopes[0], means + step * slopes[1], logs + step * slopes[2]
    return {"x": x.tolist(), "step": step, "states": states}


print(
    json.dumps(
        {"gradients": [gradient_case(d, seed=d) for d in (1, 2, 3)], "steps": [step_case(0.25, 6), step_case(0.75, 6)]},
        separators=(",", ":"),
    )
)
