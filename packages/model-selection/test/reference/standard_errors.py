"""Standard errors from Hessians in 40 digits (Debian's python3-mpmath, python3-numpy).

usage: python3 standard_errors.py > standard-errors.json   (in this folder)

The log-likelihood is written down in free parameters of each family, Newton's method takes it to its maximum, and the
inverse of minus its second derivative (central differences, step 1e-10, so that 20 digits are right) goes through the
derivative of weights, means and covariances. Nothing of it knows of posteriors, scores or moments.
"""
import json
import sys
import mpmath as mp
import numpy as np

mp.mp.dps = 40
STEP = mp.mpf(10) ** -10


def dataset(name, columns, every):
    lines = open(f"../../../../reference/datasets/{name}.csv").read().split()
    head = lines[0].split(",")
    at = [head.index(column) for column in columns]
    return [[mp.mpf(line.split(",")[j]) for j in at] for line in lines[1::every]]


def factors(rows, groups):
    """Rows of four columns with one factor each, in groups far apart in the last column; four decimals."""
    random = np.random.default_rng(2)
    draw = lambda k: (random.standard_normal((rows, 1)) * [1.0, -0.8, 0.6, 0.7] * (1 + k)
                      + random.standard_normal((rows, 4)) * 0.8 + [0, k, 0, 5 * k])
    return [[mp.mpf(str(round(v, 4))) for v in row] for k in range(groups) for row in draw(k)]


def matrix(triangle, d):
    """A symmetric matrix from its lower triangle, row by row."""
    m = mp.zeros(d)
    numbers = iter(triangle)
    for i in range(d):
        for j in range(i + 1):
            m[i, j] = m[j, i] = next(numbers)
    return m


# Each family: how many free parameters, and K covariances from them.
FAMILIES = {
    "full": (lambda K, d: K * d * (d + 1) // 2,
             lambda t, K, d: [matrix(t[k * d * (d + 1) // 2:], d) for k in range(K)]),
    "tied": (lambda K, d: d * (d + 1) // 2, lambda t, K, d: [matrix(t, d)] * K),
    "diag": (lambda K, d: K * d, lambda t, K, d: [mp.diag(list(t[k * d:(k + 1) * d])) for k in range(K)]),
    "spherical": (lambda K, d: K, lambda t, K, d: [t[k] * mp.eye(d) for k in range(K)]),
    # Volumes v_k, and one shape with determinant 1 (VEI), which is no linear space.
    "varying-volume": (lambda K, d: K + d - 1, lambda t, K, d: [
        mp.diag([t[k] * s for s in list(t[K:]) + [1 / mp.fprod(t[K:])]]) for k in range(K)]),
    # Volumes v_k times one matrix whose first entry is 1 (VEE).
    "varying-volume-oriented": (lambda K, d: K + d * (d + 1) // 2 - 1, lambda t, K, d: [
        t[k] * matrix([mp.mpf(1)] + list(t[K:]), d) for k in range(K)]),
    # One factor: l l^T + diag(psi).
    "one-factor": (lambda K, d: 2 * K * d, lambda t, K, d: [
        mp.matrix(t[2 * k * d:(2 * k + 1) * d]) * mp.matrix(t[2 * k * d:(2 * k + 1) * d]).T
        + mp.diag(list(t[(2 * k + 1) * d:(2 * k + 2) * d])) for k in range(K)]),
    "fixed": (lambda K, d: 0, None),
}


class Case:
    def __init__(self, x, K, family, weights="free", fixed=None):
        self.x, self.K, self.d, self.weights = x, K, len(x[0]), weights
        count, self.covariances_of = FAMILIES[family]
        if fixed is not None:
            self.covariances_of = lambda t, K, d: fixed
        self.free = K - 1 if weights == "free" else 0
        self.parameters = self.free + K * self.d + count(K, self.d)

    def parts(self, t):
        K, d = self.K, self.d
        weights = list(t[:self.free]) + [1 - sum(t[:self.free])] if self.free else [mp.mpf(1) / K] * K
        means = [t[self.free + k * d:self.free + (k + 1) * d] for k in range(K)]
        return weights, means, self.covariances_of(t[self.free + K * d:], K, d)

    def log_likelihood(self, t):
        weights, means, covariances = self.parts(t)
        d = self.d
        inverses = [s ** -1 for s in covariances]
        scales = [w / mp.sqrt((2 * mp.pi) ** d * mp.det(s)) for w, s in zip(weights, covariances)]
        total = mp.mpf(0)
        for row in self.x:
            density = mp.mpf(0)
            for scale, mean, inverse in zip(scales, means, inverses):
                y = [row[j] - mean[j] for j in range(d)]
                square = sum(inverse[i, j] * y[i] * y[j] for i in range(d) for j in range(d))
                density += scale * mp.exp(-square / 2)
            total += mp.log(density)
        return total

    def outputs(self, t):
        weights, means, covariances = self.parts(t)
        d = self.d
        triangles = [s[i, j] for s in covariances for i in range(d) for j in range(i + 1)]
        return list(weights) + [m for mean in means for m in mean] + triangles

    def derivatives(self, t):
        p, f = len(t), self.log_likelihood
        steps = [STEP * max(1, abs(v)) for v in t]

        def at(*moves):
            s = list(t)
            for j, sign in moves:
                s[j] += sign * steps[j]
            return f(s)
        here = f(t)
        ahead, behind = [at((j, 1)) for j in range(p)], [at((j, -1)) for j in range(p)]
        gradient = mp.matrix([(ahead[j] - behind[j]) / (2 * steps[j]) for j in range(p)])
        hessian = mp.zeros(p)
        for i in range(p):
            hessian[i, i] = (ahead[i] - 2 * here + behind[i]) / steps[i] ** 2
            for j in range(i):
                mixed = at((i, 1), (j, 1)) - at((i, 1), (j, -1)) - at((i, -1), (j, 1)) + at((i, -1), (j, -1))
                hessian[i, j] = hessian[j, i] = mixed / (4 * steps[i] * steps[j])
        return gradient, hessian

    def maximum(self, t):
        for _ in range(12):
            gradient, hessian = self.derivatives(t)
            step = mp.lu_solve(hessian, gradient)
            t = [value - step[j] for j, value in enumerate(t)]
            if max(abs(step[j] / max(1, abs(value))) for j, value in enumerate(t)) < mp.mpf(10) ** -18:
                return t, self.derivatives(t)[1]
        raise ArithmeticError("Newton's method did not converge")

    def report(self, start):
        t, hessian = self.maximum([mp.mpf(float(v)) for v in start])
        variance = (-hessian) ** -1
        steps = [STEP * max(1, abs(v)) for v in t]
        columns = []
        for j in range(len(t)):
            up, down = list(t), list(t)
            up[j] += steps[j]
            down[j] -= steps[j]
            columns.append([(a - b) / (2 * steps[j]) for a, b in zip(self.outputs(up), self.outputs(down))])
        jacobian = mp.matrix(columns).T
        full = jacobian * variance * jacobian.T
        K, d, n = self.K, self.d, len(self.x)
        values = [float(v) for v in self.outputs(t)]
        errors = [float(mp.sqrt(abs(full[i, i]))) for i in range(full.rows)]
        return {
            "rows": [[float(v) for v in row] for row in self.x], "components": K,
            "logLikelihood": float(self.log_likelihood(t)), "parameters": len(t), "estimates": values,
            "standardErrors": errors,
            "parameterCovariance": [[float(full[i, j]) for j in range(full.rows)] for i in range(full.rows)]}


def em(case, covariance, labels, passes=400):
    """Plain EM in doubles from labels: near enough for Newton's method."""
    x, K = np.array(case.x, dtype=float), case.K
    tau = np.eye(K)[labels]
    for _ in range(passes):
        counts = tau.sum(0)
        weights = counts / len(x) if case.weights == "free" else np.full(K, 1 / K)
        means = (tau.T @ x) / counts[:, None]
        scatters = [((x - m).T * tau[:, k]) @ (x - m) for k, m in enumerate(means)]
        covariances, parameters = covariance(scatters, counts)
        densities = np.stack([weights[k] * np.exp(-0.5 * np.sum((x - means[k]) @ np.linalg.inv(s) * (x - means[k]), 1))
                              / np.sqrt(np.linalg.det(2 * np.pi * s)) for k, s in enumerate(covariances)], 1)
        tau = densities / densities.sum(1, keepdims=True)
    return list(weights[:case.free]) + list(means.ravel()) + list(parameters)


def tril(s):
    return [s[i, j] for i in range(len(s)) for j in range(i + 1)]


def m_full(scatters, counts):
    s = [a / n for a, n in zip(scatters, counts)]
    return s, [v for a in s for v in tril(a)]


def m_tied(scatters, counts):
    s = sum(scatters) / counts.sum()
    return [s] * len(counts), tril(s)


def m_diag(scatters, counts):
    v = [np.diag(a) / n for a, n in zip(scatters, counts)]
    return [np.diag(a) for a in v], np.concatenate(v)


def m_spherical(scatters, counts):
    v = [np.trace(a) / n / len(a) for a, n in zip(scatters, counts)]
    return [a * np.eye(len(scatters[0])) for a in v], v


def m_varying_volume(scatters, counts):
    d, v = len(scatters[0]), counts * 0 + 1
    for _ in range(200):
        shape = sum(np.diag(a) / u for a, u in zip(scatters, v))
        shape /= np.prod(shape) ** (1 / d)
        v = np.array([np.sum(np.diag(a) / shape) / (d * n) for a, n in zip(scatters, counts)])
    return [np.diag(u * shape) for u in v], list(v) + list(shape[:-1])


def m_varying_volume_oriented(scatters, counts):
    d, v = len(scatters[0]), counts * 0 + 1
    for _ in range(200):
        shape = sum(a / u for a, u in zip(scatters, v))
        shape = shape / shape[0, 0]
        v = np.array([np.trace(a @ np.linalg.inv(shape)) / (d * n) for a, n in zip(scatters, counts)])
    return [u * shape for u in v], list(v) + tril(shape)[1:]


def m_one_factor(scatters, counts):
    out, parameters = [], []
    for a, n in zip(scatters, counts):
        c = a / n
        value, vector = np.linalg.eigh(c)
        l = vector[:, -1] * np.sqrt(value[-1] / 2)
        psi = np.diag(c) - l * l
        for _ in range(3000):
            v = np.linalg.solve(np.outer(l, l) + np.diag(psi), l)
            l = c @ v / (1 - l @ v + v @ c @ v)
            psi = np.diag(c) - l * (c @ v)
        out.append(np.outer(l, l) + np.diag(psi))
        parameters += list(l) + list(psi)
    return out, parameters


M_STEPS = {"full": m_full, "tied": m_tied, "diag": m_diag, "spherical": m_spherical,
           "one-factor": m_one_factor, "varying-volume": m_varying_volume, "varying-volume-oriented": m_varying_volume_oriented}


def run():
    eruptions = dataset("faithful", ["eruptions"], 4)
    faithful = dataset("faithful", ["eruptions", "waiting"], 4)
    iris = dataset("iris", ["sepal_length", "sepal_width", "petal_length"], 3)
    cases = []

    def add(title, x, K, family, passes=400, **options):
        case = Case(x, K, family, **options)
        order = np.argsort(np.argsort([float(row[-1]) for row in x]))
        labels = (order * K) // len(x)
        start = em(case, M_STEPS.get(family, lambda s, n: ([np.array(f.tolist(), dtype=float) for f in options["fixed"]], [])),
                   labels, passes)
        cases.append({"title": title, "covariance": family, "weights": case.weights, **case.report(start)})
        print(title, cases[-1]["standardErrors"][:3], file=sys.stderr)

    add("two components in one dimension", eruptions, 2, "full")
    add("three components in one dimension with one variance", eruptions, 3, "tied")
    for family in FAMILIES:
        if family not in ("fixed", "one-factor"):
            add(f"two components in two dimensions, {family}", faithful, 2, family)
    add("equal weights", faithful, 2, "full", weights="equal")
    add("given covariances", faithful, 2, "fixed", fixed=[mp.matrix([[0.1, 0.5], [0.5, 30]]), mp.matrix([[0.2, 0], [0, 40]])])
    add("overlapping components in three dimensions, varying-volume", iris, 2, "varying-volume")
    add("overlapping components in three dimensions, tied", iris, 3, "tied")
    add("one factor of four columns", factors(40, 1), 1, "one-factor", passes=1)
    add("one factor in each of two components", factors(25, 2), 2, "one-factor", passes=40)
    print(json.dumps({"mpmath": mp.__version__, "cases": cases}))


run()
