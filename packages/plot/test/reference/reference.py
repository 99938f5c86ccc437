"""Writes reference.json: mixtures that scikit-learn fitted to Old Faithful and iris, and what SciPy and NumPy say
about ellipses and histograms.

usage: python3 reference.py   (needs Debian's python3-sklearn, which brings SciPy and NumPy)
"""
import json
from pathlib import Path

import numpy as np
import scipy
import sklearn
from scipy.stats import chi2
from sklearn.mixture import GaussianMixture

here = Path(__file__).parent
datasets = here / "../../../../reference/datasets"


def table(name, columns):
    with open(datasets / name) as file:
        header = file.readline().strip().split(",")[:columns]
    return header, np.loadtxt(datasets / name, delimiter=",", skiprows=1, usecols=range(columns), ndmin=2)


def mixture(name, columns, components):
    header, x = table(name, columns)
    fit = GaussianMixture(components, n_init=10, random_state=0, tol=1e-9, max_iter=1000).fit(x)
    order = np.argsort(-fit.weights_)
    return {
        "dataset": name,
        "columns": header,
        "weights": fit.weights_[order].tolist(),
        "means": fit.means_[order].tolist(),
        "covariances": fit.covariances_[order].tolist(),
    }


def counts(name, column, bins):
    _, x = table(name, column + 1)
    densities, edges = np.histogram(x[:, column], bins=bins, density=True)
    return {"dataset": name, "column": column, "bins": bins, "edges": edges.tolist(), "densities": densities.tolist()}


faithful = mixture("faithful.csv", 2, 2)
iris = mixture("iris.csv", 4, 3)
out = {
    "versions": {"scikitLearn": sklearn.__version__, "scipy": scipy.__version__, "numpy": np.__version__},
    "mixtures": {"faithful": faithful, "iris": iris},
    "ellipseLevels": [{"probability": p, "level": float(np.sqrt(chi2.ppf(p, 2)))} for p in [0.01, 0.5, 0.9, 0.95, 0.999]],
    "histograms": [counts("faithful.csv", 0, 13), counts("iris.csv", 2, 11)],
}
(here / "reference.json").write_text(json.dumps(out, indent=1) + "\n")
