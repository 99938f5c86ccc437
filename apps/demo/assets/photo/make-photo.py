"""Makes pavilion.jpg, the photograph of the page on color quantization.

Needs python3-sklearn and python3-pil: run `/usr/bin/python3 make-photo.py`.
"""

from pathlib import Path

import sklearn.datasets
from PIL import Image

WIDTH = 640
QUALITY = 90  # 93 kB; the page allows 120

source = Path(sklearn.datasets.__file__).parent / "images" / "china.jpg"
here = Path(__file__).parent

with Image.open(source) as photo:
    height = round(photo.height * WIDTH / photo.width)
    small = photo.convert("RGB").resize((WIDTH, height), Image.LANCZOS)
    small.save(here / "pavilion.jpg", quality=QUALITY, optimize=True, progressive=True)
