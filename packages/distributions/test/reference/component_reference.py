"""Writes what scikit-learn and scipy say of each component alone, and of the mixture, for fitted parameters.

usage: python3 component_reference.py > component-reference.json     (needs Debian's python3-sklearn; 1.2.1 wrote the file)

For each data set of datasets/ and each covariance type: three components after 20 EM iterations, and for every 15th
row the log-densities under each component, the Mahalanobis distances, the posteriors, the log-density and the label.
"""
import csv
import json
import os
import sys
import warnings

import numpy as np
import scipy
import sklearn
from scipy.spatial.distance import cdist
from scipy.stats import multivariate_normal
from sklearn.mixture import GaussianMixture

warnings.filterwarnings("ignore")
HERE = os.path.dirname(os.path.abspath(__file__))


def numeric_rows(name):
    with open(os.path.join(HERE, "../../../../reference/datasets", name)) as f:
        _, *rows = csv.reader(f)
    def is_number(text):
        try:
            float(text)
            return True
        except ValueError:
            return False
    keep = [j for j in range(len(rows[0])) if all(is_number(row[j]) for row in rows)]
    return np.array([[float(row[j]) for j in keep] for row in rows])


def matrices(g, d):
    return {"full": lambda: g.covariances_,
            "tied": lambda: np.array([g.covariances_] * 3),
            "diag": lambda: np.array([np.diag(v) for v in g.covariances_]),
            "spherical": lambda: np.array([v * np.eye(d) for v in g.covariances_])}[g.covariance_type]()


def case(name, covariance_type):
    X = numeric_rows(name)
    g = GaussianMixture(3, covariance_type=covariance_type, max_iter=20, tol=0, random_state=1).fit(X)
    rows = X[::15]
    S = matrices(g, X.shape[1])
    return {"dataset": name, "covarianceType": covariance_type, "rows": rows.tolist(), "weights": g.weights_.tolist(),
            "means": g.means_.tolist(), "covariances": g.covariances_.tolist(),
            "componentLogDensities": np.array([multivariate_normal(g.means_[k], S[k]).logpdf(rows) for k in range(3)]).T.tolist(),
            "mahalanobis": np.hstack([cdist(rows, g.means_[k:k + 1], "mahalanobis", VI=np.linalg.inv(S[k])) for k in range(3)]).tolist(),
            "posteriors": g.predict_proba(rows).tolist(), "logDensities": g.score_samples(rows).tolist(),
            "labels": g.predict(rows).tolist()}


cases = [case(name, t) for name in ["faithful.csv", "iris.csv", "diabetes.csv"] for t in ["full", "tied", "diag", "spherical"]]
json.dump({"scikitLearn": sklearn.__version__, "scipy": scipy.__version__, "cases": cases}, sys.stdout, indent=1)
sys.stdout.write("\n")
