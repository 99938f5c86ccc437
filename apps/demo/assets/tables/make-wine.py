"""Makes wine.csv in this folder. Needs python3-sklearn: run `/usr/bin/python3 make-wine.py`."""

from pathlib import Path

from sklearn.datasets import load_wine

NAMES = {"od280/od315_of_diluted_wines": "od280_od315"}

wine = load_wine()
header = [NAMES.get(name, name) for name in wine.feature_names] + ["cultivar"]
lines = [",".join(header)]
for row, cultivar in zip(wine.data, wine.target):
    lines.append(",".join([f"{value:g}" for value in row] + [str(cultivar + 1)]))
(Path(__file__).parent / "wine.csv").write_text("\n".join(lines) + "\n")
