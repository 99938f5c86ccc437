"""Online EM by its sums, in numpy's 80-bit long doubles.

usage: python3 online_em.py > online-em.json   (in this folder; Debian's python3-numpy on x86)

What is remembered here are the sums themselves, N = sum of shares, sx = sum of shares x, sxx = sum of shares x x^T (Cappe &
Moulines 2009, the statistics of example 1), with eleven bits more than a double has to lose in sxx / N - m m^T. Columns are
two, so that determinants and inverses are written out. The case of decreasing steps is their algorithm as printed,
s <- (1 - eta) s + eta sbar.
"""

import json

import numpy as np

real = np.longdouble


def stream(seed, rows):
    """Two groups that move apart, rounded to three places."""
    random = np.random.default_rng(seed)
    first = random.random(rows) < 0.4
    drift = np.linspace(0, 1.5, rows)[:, None] * np.array([1.0, -0.5])
    one = random.normal(size=(rows, 2)) @ np.array([[0.8, 0.3], [0.0, 0.5]]) - drift
    two = random.normal(size=(rows, 2)) @ np.array([[0.6, -0.4], [0.0, 0.9]]) + [2.5, 1.5] + drift
    return np.round(np.where(first[:, None], one, two), 3)


def densities(x, weights, means, covariances):
    joint = []
    for weight, mean, c in zip(weights, means, covariances):
        a, b, e = c[0, 0], c[0, 1], c[1, 1]
        determinant = a * e - b * b
        u, v = x - mean
        square = (e * u * u - 2 * b * u * v + a * v * v) / determinant
        joint.append((weight / (2 * np.pi * np.sqrt(determinant)) * np.exp(-square / 2), square))
    return np.array([j for j, _ in joint], dtype=real), [s for _, s in joint]


def shape(name, n, scatters):
    identity = np.eye(2, dtype=real)
    if name == "full":
        return [s / k for s, k in zip(scatters, n)]
    if name == "diag":
        return [s / k * identity for s, k in zip(scatters, n)]
    if name == "spherical":
        return [np.trace(s) / k / 2 * identity for s, k in zip(scatters, n)]
    return [sum(scatters) / sum(n)] * len(n)


class Online:
    def __init__(self, start, rows, covariance, weights="free", assignment="soft", ridge=0, retain=0, novelty=None):
        self.weights = [real(w) for w in start["weights"]]
        self.means = [np.array(m, dtype=real) for m in start["means"]]
        self.covariances = [np.array(c, dtype=real) for c in start["covariances"]]
        self.n = [w * rows for w in self.weights]
        self.sx = [n * m for n, m in zip(self.n, self.means)]
        self.sxx = [n * (c + np.outer(m, m)) for n, m, c in zip(self.n, self.means, self.covariances)]
        self.settings = covariance, weights, assignment, real(ridge), retain, novelty
        self.novel = 0

    def update(self, rows, forgetting):
        _, _, assignment, _, retain, novelty = self.settings
        for x in np.array(rows, dtype=real):
            joint, squares = densities(x, self.weights, self.means, self.covariances)
            share = joint / joint.sum()
            if assignment == "hard":
                share = (np.arange(len(share)) == share.argmax()).astype(real)
            for k, n in enumerate(self.n):
                kept = real(forgetting)
                if n <= retain:
                    kept = real(1)
                elif retain > 0:
                    kept = max(kept, retain / n)
                self.scale(k, kept)
            if novelty and not any(s <= novelty["distance"] ** 2 and n > 0 for s, n in zip(squares, self.n)):
                assert len(rows) == 1
                self.replace(x, novelty)
                self.novel += 1
                continue
            for k, r in enumerate(share):
                self.n[k] += r
                self.sx[k] = self.sx[k] + r * x
                self.sxx[k] = self.sxx[k] + r * np.outer(x, x)
        self.maximize()

    def scale(self, k, factor):
        self.n[k] *= factor
        self.sx[k] = self.sx[k] * factor
        self.sxx[k] = self.sxx[k] * factor

    def replace(self, x, novelty):
        least = min(reversed(range(len(self.n))), key=lambda k: self.n[k])
        total = sum(self.n) + 1
        others = total - 1 - self.n[least]
        count = real(novelty["weight"]) * total
        for k in range(len(self.n)):
            if k != least:
                self.scale(k, (total - count) / others)
        self.n[least] = count
        self.sx[least] = count * x
        self.sxx[least] = count * (np.outer(x, x) + novelty["variance"] * np.eye(2, dtype=real))

    def maximize(self):
        covariance, weights, _, ridge, _, _ = self.settings
        known = [k for k, n in enumerate(self.n) if n > 0]
        total = sum(self.n)
        self.weights = [n / total if weights == "free" else real(1) / len(self.n) for n in self.n]
        for k in known:
            self.means[k] = self.sx[k] / self.n[k]
        scatters = [self.sxx[k] - self.n[k] * np.outer(self.means[k], self.means[k]) for k in known]
        estimates = shape(covariance, [self.n[k] for k in known], scatters)
        for k, c in zip(known, estimates):
            self.covariances[k] = c + ridge * np.eye(2, dtype=real)

    def answer(self):
        known = [k for k, n in enumerate(self.n) if n > 0]
        return {
            "counts": [float(self.n[k]) for k in known],
            "weights": [float(self.weights[k]) for k in known],
            "means": [[float(v) for v in self.means[k]] for k in known],
            "covariances": [[[float(v) for v in row] for row in self.covariances[k]] for k in known],
        }


START = {
    "weights": [0.5, 0.5],
    "means": [[0, 0], [2, 2]],
    "covariances": [[[1, 0], [0, 1]], [[1, 0], [0, 1]]],
}


def run(name, rows, *, forgetting, batch=1, startRows=20, **options):
    online = Online(START, startRows, **options)
    for at in range(0, len(rows), batch):
        online.update(rows[at : at + batch], forgetting)
    return {"name": name, "forgetting": forgetting, "batch": batch, "startRows": startRows, **options, **online.answer()}


def from_one_row(name, rows, *, forgetting, components, variance, **options):
    slots = [[float(v) for v in rows[0]]] * components
    start = {
        "weights": [1] + [0] * (components - 1),
        "means": slots,
        "covariances": [[[variance, 0], [0, variance]]] * components,
    }
    online = Online(start, 1, **options)
    for x in rows[1:]:
        online.update([x], forgetting)
    assert all(n > 0 for n in online.n)
    given = {"forgetting": forgetting, "components": components, "variance": variance, "novel": online.novel}
    return {"name": name, **given, **options, **online.answer()}


def decreasing(rows):
    """Their algorithm 1 with steps eta_t = (t + 20)^-0.6, all in normalized statistics."""
    eta = lambda t: real(t + 20) ** real(-0.6)
    weights, means, covariances = (np.array(START[key], dtype=real) for key in ("weights", "means", "covariances"))
    s = weights.copy()
    sx = s[:, None] * means
    sxx = s[:, None, None] * (covariances + np.einsum("ki,kj->kij", means, means))
    for t, x in enumerate(np.array(rows, dtype=real), start=1):
        joint, _ = densities(x, weights, means, covariances)
        share = joint / joint.sum()
        s = (1 - eta(t)) * s + eta(t) * share
        sx = (1 - eta(t)) * sx + eta(t) * share[:, None] * x
        sxx = (1 - eta(t)) * sxx + eta(t) * share[:, None, None] * np.outer(x, x)
        weights, means = s, sx / s[:, None]
        covariances = sxx / s[:, None, None] - np.einsum("ki,kj->kij", means, means)
    return {"weights": weights.astype(float).tolist(), "means": means.astype(float).tolist(), "covariances": covariances.astype(float).tolist()}


rows = stream(1, 240)
cases = [
    run("full, forgetting nothing", rows, forgetting=1, covariance="full"),
    run("full, remembering 50 rows", rows, forgetting=0.98, covariance="full"),
    run("diag, seven rows at a time", rows, forgetting=0.97, batch=7, covariance="diag"),
    run("tied, equal weights", rows, forgetting=0.97, covariance="tied", weights="equal"),
    run("spherical, hard, regularized", rows, forgetting=0.95, covariance="spherical", assignment="hard", ridge=0.01),
    run("full, retaining 12 rows of each", rows, forgetting=0.95, covariance="full", retain=12),
    run("diag, retaining 12 rows of each", rows, forgetting=0.95, covariance="diag", retain=12),
]
novelty = {"distance": 2.5, "variance": 0.3, "weight": 0.1}
novel = [
    from_one_row("full", rows, forgetting=0.97, components=3, variance=0.3, covariance="full", ridge=0.02, novelty=novelty),
    from_one_row("spherical", rows, forgetting=0.9, components=3, variance=0.3, covariance="spherical", ridge=0.05, novelty=novelty),
    from_one_row("diag, hard", rows, forgetting=0.95, components=4, variance=0.2, covariance="diag", assignment="hard", ridge=0.05, retain=1, novelty=novelty),
]
print(json.dumps({"rows": rows.tolist(), "start": START, "cases": cases, "novel": novel, "decreasing": decreasing(rows)}))
