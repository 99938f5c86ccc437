"""Standardized columns, principal components and one-hot columns of iris, as scikit-learn computes them.

    /usr/bin/python3 transforms.py > transforms.json

scikit-learn 1.2.1, numpy 1.24.2 (Debian 12: python3-sklearn). PCA there has divisor n - 1 in explained_variance_;
it is multiplied by (n - 1) / n here, for divisor n. Signs are turned so that in each component the loading of
largest size is positive.
"""

import csv
import json
import os

import numpy
from sklearn.decomposition import PCA
from sklearn.preprocessing import OneHotEncoder, StandardScaler

here = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(here, "../../../../reference/datasets/iris.csv")) as file:
    rows = list(csv.reader(file))[1:]
x = numpy.array([[float(cell) for cell in row[:4]] for row in rows])
species = numpy.array([[row[4]] for row in rows])
chosen = [0, 50, 100, 149]


def principal(data, count):
    fitted = PCA(n_components=count, svd_solver="full").fit(data)
    n = len(data)
    signs = [numpy.sign(row[numpy.argmax(numpy.abs(row))]) for row in fitted.components_]
    components = fitted.components_ * numpy.array(signs)[:, None]
    return {
        "mean": fitted.mean_.tolist(),
        "components": components.tolist(),
        "variances": (fitted.explained_variance_ * (n - 1) / n).tolist(),
        "rows": ((data - fitted.mean_) @ components.T)[chosen].tolist(),
    }


scaler = StandardScaler().fit(x)
encoder = OneHotEncoder(drop="first").fit(species)
print(
    json.dumps(
        {
            "chosen": chosen,
            "standardize": {
                "means": scaler.mean_.tolist(),
                "scales": scaler.scale_.tolist(),
                "rows": scaler.transform(x)[chosen].tolist(),
            },
            "pca": principal(x, 3),
            "standardizedPca": principal(scaler.transform(x), 2),
            "oneHot": {
                "levels": encoder.categories_[0].tolist(),
                "names": [str(name) for name in encoder.get_feature_names_out(["species"])],
                "rows": encoder.transform(species).toarray()[chosen].tolist(),
            },
        },
        indent=1,
    )
)
