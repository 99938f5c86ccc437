"""Factor analyses by scikit-learn (Debian's python3-sklearn), run to the end.

usage: python3 factor_analysis.py > factor-analysis.json   (in this folder)

One component is a factor analysis. The rows are drawn here, in units of their own for each column, and written with the
answer, which is for these units: the likelihood of all rows in nats, and the covariance.
"""

import json

import numpy as np
import sklearn
from sklearn.decomposition import FactorAnalysis


def case(name, *, rows, columns, factors, seed):
    random = np.random.default_rng(seed)
    loadings = random.normal(size=(columns, factors))
    noise = random.uniform(0.5, 1.5, size=columns)
    x = random.normal(size=(rows, factors)) @ loadings.T + random.normal(size=(rows, columns)) * noise
    units = 10.0 ** random.integers(-2, 3, size=columns)
    x = np.round(x, 3) * units
    scale = x.std(axis=0)
    standardized = (x - x.mean(axis=0)) / scale
    analysis = FactorAnalysis(n_components=factors, svd_method="lapack", tol=1e-13, max_iter=1_000_000)
    analysis.fit(standardized)
    return {
        "name": name,
        "factors": factors,
        "rows": [[float(repr(float(value))) for value in row] for row in x.round(6)],
        "logLikelihood": float(analysis.score(standardized) * rows - rows * np.log(scale).sum()),
        "covariance": [
            [float(f"{value:.12g}") for value in row] for row in analysis.get_covariance() * np.outer(scale, scale)
        ],
        "leastNoiseShare": float(analysis.noise_variance_.min()),
    }


cases = [
    case("200 rows of 8 columns, 1 factor", rows=200, columns=8, factors=1, seed=1),
    case("300 rows of 10 columns, 3 factors", rows=300, columns=10, factors=3, seed=2),
    case("30 rows of 40 columns, 2 factors", rows=30, columns=40, factors=2, seed=3),
]
print(json.dumps({"made by": f"scikit-learn {sklearn.__version__}", "cases": cases}))
