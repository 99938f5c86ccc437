"""Writes scikit-learn's BIC on the stretched blobs, full covariances.

usage: python3 stretched_blobs.py > stretched-blobs.json   (in this folder; needs Debian's python3-sklearn)

  bicByComponents: 1 to 9 components, one default start each (reg_covar 1e-6, tol 1e-3)
  best:            4 components, the optimum over 50 starts, tol 1e-12
"""
import csv
import json
import warnings

import numpy as np
import sklearn
from sklearn.mixture import GaussianMixture

warnings.filterwarnings("ignore")
with open("../../../../reference/datasets/stretched-blobs.csv") as f:
    x = np.array([[float(row["x"]), float(row["y"])] for row in csv.DictReader(f)])

best = GaussianMixture(4, n_init=50, tol=1e-12, max_iter=10000, random_state=0).fit(x)
print(json.dumps({
    "scikitLearn": sklearn.__version__,
    "bicByComponents": [GaussianMixture(k, random_state=0).fit(x).bic(x) for k in range(1, 10)],
    "best": {"components": 4, "bic": best.bic(x), "meanLogLikelihood": best.score(x)},
}, indent=1))
