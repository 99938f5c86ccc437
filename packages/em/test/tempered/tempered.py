"""Plain EM with shares of a temperature T, tau_k in proportion to (w_k N_k)^(1/T), by numpy alone (Debian's python3-numpy).

usage: python3 tempered.py > tempered.json   (in this folder)

Full covariances, free weights, a given start. Of every case come the shares of the start, and of the start and after 1 and
after 8 iterations the parameters, the log-likelihood of the mixture and the objective
F_T = T sum_i ln sum_k (w_k N_k(x_i))^(1/T).
"""

import json

import numpy as np

ITERATIONS = 8


def joint(x, weights, means, covariances):
    columns = []
    for weight, mean, covariance in zip(weights, means, covariances):
        deviations = x - mean
        squares = np.einsum("ij,jk,ik->i", deviations, np.linalg.inv(covariance), deviations)
        normalizer = len(mean) * np.log(2 * np.pi) + np.linalg.slogdet(covariance)[1]
        columns.append(np.log(weight) - (normalizer + squares) / 2)
    return np.stack(columns, axis=1)


def log_sum_exp(values):
    largest = values.max(axis=1)
    return largest + np.log(np.exp(values - largest[:, None]).sum(axis=1))


def shares_of(values, temperature):
    scaled = values / temperature
    return np.exp(scaled - log_sum_exp(scaled)[:, None])


def maximized(x, shares):
    counts = shares.sum(axis=0)
    means = (shares.T @ x) / counts[:, None]
    covariances = []
    for k, mean in enumerate(means):
        deviations = x - mean
        covariances.append((shares[:, k, None] * deviations).T @ deviations / counts[k])
    return counts / len(x), means, covariances


def state(x, mixture, temperature):
    weights, means, covariances = mixture
    values = joint(x, *mixture)
    return {
        "weights": np.asarray(weights).tolist(),
        "means": np.asarray(means).tolist(),
        "covariances": np.asarray(covariances).tolist(),
        "logLikelihood": float(log_sum_exp(values).sum()),
        "objective": float(temperature * log_sum_exp(values / temperature).sum()),
    }


def case(temperature, *, rows, seed):
    random = np.random.default_rng(seed)
    centers = np.array([[0.0, 0.0], [3.0, 1.0], [1.0, 4.0]])
    spread = np.array([[1.0, 0.3], [0.0, 0.8]])
    x = np.round(centers[np.arange(rows) % 3] + random.normal(size=(rows, 2)) @ spread, 3)
    start = (
        np.array([0.5, 0.3, 0.2]),
        np.array([[0.5, 0.0], [2.5, 1.5], [0.0, 3.0]]),
        [np.array([[1.0, 0.2], [0.2, 1.5]]), np.array([[2.0, -0.3], [-0.3, 1.0]]), np.array([[1.5, 0.0], [0.0, 1.0]])],
    )
    states = [state(x, start, temperature)]
    mixture = start
    for _ in range(ITERATIONS):
        mixture = maximized(x, shares_of(joint(x, *mixture), temperature))
        states.append(state(x, mixture, temperature))
    return {
        "temperature": temperature,
        "rows": x.tolist(),
        "shares": shares_of(joint(x, *start), temperature)[:10].tolist(),
        "objectives": [one["objective"] for one in states],
        "states": {str(t): states[t] for t in (0, 1, ITERATIONS)},
    }


print(json.dumps([case(0.5, rows=60, seed=1), case(2.0, rows=60, seed=2)], separators=(",", ":")))
