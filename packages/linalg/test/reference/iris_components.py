"""Principal components of iris by scikit-learn (Debian's python3-sklearn).

usage: python3 iris_components.py > iris-components.json   (in this folder)

variances have scikit-learn's divisor n - 1; the sign of each axis is scikit-learn's
"""

import csv
import json

import numpy as np
import sklearn
from sklearn.decomposition import PCA

with open("../../../../reference/datasets/iris.csv", newline="") as file:
    lines = list(csv.reader(file))
rows = np.array([[float(cell) for cell in line[:4]] for line in lines[1:]])
fit = PCA(svd_solver="full").fit(rows)
print(
    json.dumps(
        {
            "sklearn": sklearn.__version__,
            "numpy": np.__version__,
            "rows": rows.tolist(),
            "mean": fit.mean_.tolist(),
            "axes": fit.components_.tolist(),
            "variances": fit.explained_variance_.tolist(),
            "covariance": np.cov(rows.T, bias=True).tolist(),
        }
    )
)
