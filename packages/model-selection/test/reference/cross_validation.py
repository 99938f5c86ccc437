"""Writes held-out mean log-likelihoods by scikit-learn, for folds that are stated row by row.

usage: python3 cross_validation.py > cross-validation.json   (in this folder; needs Debian's python3-sklearn)

One component, reg_covar 0: the fit is the mean and the covariance of the training rows, so there is nothing
to converge, and what cross_val_score returns is determined by the folds alone.
"""
import csv
import json

import numpy as np
import sklearn
from sklearn.mixture import GaussianMixture
from sklearn.model_selection import PredefinedSplit, cross_val_score

with open("../../../../reference/datasets/iris.csv") as f:
    head, *rows = csv.reader(f)
x = np.array([[float(cell) for cell in row[:4]] for row in rows])

cases = []
for folds in (2, 5, 7):
    fold_of_row = [(i + i // 11) % folds for i in range(len(x))]
    for covariance in ("full", "tied", "diag", "spherical"):
        scores = cross_val_score(GaussianMixture(1, covariance_type=covariance, reg_covar=0.0), x,
                                 cv=PredefinedSplit(fold_of_row))
        cases.append({"covariance": covariance, "foldOfRow": fold_of_row, "perFold": scores.tolist(),
                      "mean": scores.mean(), "standardError": scores.std(ddof=1) / np.sqrt(folds)})
print(json.dumps({"scikitLearn": sklearn.__version__, "dataset": "iris", "columns": head[:4], "cases": cases}))
