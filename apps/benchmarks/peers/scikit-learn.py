"""scikit-learn as a program that answers requests: see src/protocol/serve.ts."""

import json
import sys
import time


def hello():
    import sklearn
    from threadpoolctl import threadpool_info

    import numpy as np

    np.ones((2, 2)) @ np.ones((2, 2))
    blas = [
        f"{pool['internal_api']} {pool['version']} ({pool['architecture']} kernels)"
        for pool in threadpool_info()
        if pool["user_api"] == "blas"
    ]
    details = ", ".join([f"numpy {np.__version__}", *dict.fromkeys(blas)])
    return {"version": sklearn.__version__, "details": details}


def gemm():
    """Seconds of a product of the size that an E-step has, the least of five: tells BLAS kernels apart."""
    import numpy as np

    a, b = np.ones((20000, 64)), np.ones((64, 64))
    times = []
    for _ in range(6):
        before = time.perf_counter()
        a @ b
        times.append(time.perf_counter() - before)
    return {"seconds": min(times[1:])}


rows = None


def load(rows_file, n, d):
    import numpy as np

    global rows
    rows = np.fromfile(rows_file).reshape(int(n), int(d))
    return {}


def run(structure, components, start_file, iterations, repeats):
    """The M-steps and E-steps of GaussianMixture.fit, without its k-means start and its checks of the input."""
    from sklearn.mixture import GaussianMixture
    from sklearn.mixture._gaussian_mixture import _compute_precision_cholesky

    weights, means, covariances = start(start_file, structure, int(components))
    seconds = 0.0
    for _ in range(int(repeats)):
        model = GaussianMixture(int(components), covariance_type=structure, reg_covar=0)
        model.weights_, model.means_, model.covariances_ = weights, means, covariances
        model.precisions_cholesky_ = _compute_precision_cholesky(covariances, structure)
        mean_log_likelihood, log_responsibilities = model._e_step(rows)
        before = time.perf_counter()
        for _ in range(int(iterations)):
            model._m_step(rows, log_responsibilities)
            mean_log_likelihood, log_responsibilities = model._e_step(rows)
        seconds += time.perf_counter() - before
    return {
        "seconds": seconds / int(iterations) / int(repeats),
        "logLikelihood": float(mean_log_likelihood) * len(rows),
        "digest": float(model.weights_ @ (model.means_**2).sum(axis=1)),
    }


def start(start_file, structure, k):
    import numpy as np

    d = rows.shape[1]
    numbers = np.fromfile(start_file)
    shape = {"full": (k, d, d), "tied": (d, d), "diag": (k, d), "spherical": (k,)}[structure]
    return numbers[:k], numbers[k : k + k * d].reshape(k, d), numbers[k + k * d :].reshape(shape)


def kmeans(components, centers_file, most_iterations):
    """Lloyd's algorithm from given centers until nothing changes; the whole call."""
    import numpy as np
    from sklearn.cluster import KMeans

    k = int(components)
    centers = np.fromfile(centers_file).reshape(k, rows.shape[1])
    model = KMeans(k, init=centers, n_init=1, algorithm="lloyd", tol=0, max_iter=int(most_iterations))
    before = time.perf_counter()
    model.fit(rows)
    seconds = time.perf_counter() - before
    return {"seconds": seconds, "inertia": float(model.inertia_), "iterations": int(model.n_iter_)}


def fit(structure, components, tolerance, starts):
    """A fit with defaults but for the tolerance, the number of starts, and iterations enough to reach it."""
    from sklearn.mixture import GaussianMixture

    model = GaussianMixture(
        int(components),
        covariance_type=structure,
        tol=float(tolerance),
        n_init=int(starts),
        max_iter=1_000_000,
        random_state=0,
    )
    before = time.perf_counter()
    model.fit(rows)
    seconds = time.perf_counter() - before
    return {"seconds": seconds, "logLikelihood": float(model.score(rows)) * len(rows)}


handlers = {"hello": hello, "gemm": gemm, "load": load, "run": run, "kmeans": kmeans, "fit": fit}

for line in sys.stdin:
    name, *words = line.rstrip("\n").split("\t")
    try:
        answer = handlers[name](*words)
    except Exception as error:
        answer = {"error": f"{type(error).__name__}: {error}"}
    print(json.dumps(answer), flush=True)
