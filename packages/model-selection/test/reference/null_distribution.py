"""The distribution of -2 ln lambda for one normal against two of one variance (Debian's python3-numpy).

usage: python3 null_distribution.py > null-distribution.json   (in this folder)

Samples of a standard normal; the alternative is fitted by plain EM from eight starts each, which part the sorted sample at
eight places. The statistic does not change with location and scale, so that this is the distribution under any normal.
"""
import json
import numpy as np

ROWS, SAMPLES, PASSES = 100, 2000, 1500
random = np.random.default_rng(1)
x = np.sort(random.standard_normal((SAMPLES, ROWS)), 1)
single = -0.5 * ROWS * (np.log(2 * np.pi * x.var(1)) + 1)
best = np.full(SAMPLES, -np.inf)
for place in (2, 5, 12, 35, 65, 88, 95, 98):
    tau = np.broadcast_to((np.arange(ROWS) < place).astype(float), x.shape)
    for _ in range(PASSES):
        weight = tau.mean(1, keepdims=True)
        first = (tau * x).sum(1, keepdims=True) / (ROWS * weight)
        second = ((1 - tau) * x).sum(1, keepdims=True) / (ROWS * (1 - weight))
        variance = (tau * (x - first) ** 2 + (1 - tau) * (x - second) ** 2).mean(1, keepdims=True)
        one = weight * np.exp(-(x - first) ** 2 / (2 * variance))
        two = (1 - weight) * np.exp(-(x - second) ** 2 / (2 * variance))
        tau = one / (one + two)
    best = np.fmax(best, (np.log(one + two) - 0.5 * np.log(2 * np.pi * variance)).sum(1))
statistic = 2 * (best - single)
levels = [0.1, 0.25, 0.5, 0.75, 0.9]
print(json.dumps({"numpy": np.__version__, "rows": ROWS, "samples": SAMPLES, "levels": levels,
                  "quantiles": [float(q) for q in np.quantile(statistic, levels)]}))
