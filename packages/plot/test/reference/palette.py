"""Writes palette.json: the palette that componentColors returns, how far apart its colors are for four kinds of
eyes, and mixtures of two of them.

usage: python3 palette.py   (plain Python)

The first six colors are those of Okabe & Ito (2008) that show on white and on black. Each next one is the color of
a grid, neither too pale nor too dark nor too gray nor too loud, that lies farthest in OKLab (Ottosson, 2020) from
those before it, for the worst placed of a normal eye, a protanope, a deuteranope and a tritanope
(Machado, Oliveira & Fernandes, 2009, severity 1).
"""
import json
import math
from itertools import product
from pathlib import Path

EYES = {
    "normal": [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
    "protanope": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "deuteranope": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    "tritanope": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
}
OKABE_ITO = ["#0072B2", "#E69F00", "#009E73", "#D55E00", "#56B4E9", "#CC79A7"]


def linear(color):
    channels = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]


def encode(light):
    light = min(1, max(0, light))
    value = 12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055
    return math.floor(255 * value + 0.5)


def oklab(rgb):
    r, g, b = rgb
    l = 0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b
    m = 0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b
    s = 0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b
    l, m, s = (v ** (1 / 3) for v in (l, m, s))
    return [
        0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
        1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
        0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s,
    ]


def from_oklab(lab):
    L, a, b = lab
    l = (L + 0.3963377774 * a + 0.2158037573 * b) ** 3
    m = (L - 0.1055613458 * a - 0.0638541728 * b) ** 3
    s = (L - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return "#%02X%02X%02X" % (
        encode(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
        encode(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
        encode(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s),
    )


def luminance(color):
    r, g, b = linear(color)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def seen(color):
    rgb = linear(color)
    return {
        eye: oklab([min(1, max(0, sum(w * c for w, c in zip(row, rgb)))) for row in matrix])
        for eye, matrix in EYES.items()
    }


def distance(a, b):
    # Tritanopes are a hundred times rarer.
    return min(math.dist(a[eye], b[eye]) * (1.15 if eye == "tritanope" else 1) for eye in EYES)


def candidates():
    for r, g, b in product(range(0, 256, 15), repeat=3):
        color = "#%02X%02X%02X" % (r, g, b)
        _, green_red, blue_yellow = oklab(linear(color))
        if 0.105 <= luminance(color) <= 0.427 and 0.07 <= math.hypot(green_red, blue_yellow) <= 0.215:
            yield color


palette = list(OKABE_ITO)
sights = {color: seen(color) for color in [*OKABE_ITO, *candidates()]}
while len(palette) < 20:
    palette.append(max(sights, key=lambda c: min(distance(sights[c], sights[p]) for p in palette)))


def mixture(first, second, share):
    a, b = oklab(linear(first)), oklab(linear(second))
    return {
        "colors": [first, second],
        "share": share,
        "mixed": from_oklab([share * x + (1 - share) * y for x, y in zip(a, b)]),
    }


out = {
    "palette": palette,
    "oklab": [oklab(linear(color)) for color in palette],
    "luminance": [luminance(color) for color in palette],
    "nearest": [
        min((min(math.dist(sights[a][eye], sights[b][eye]) for eye in EYES)) for b in palette[:i])
        for i, a in enumerate(palette)
        if i > 0
    ],
    "mixtures": [mixture(palette[0], palette[1], share) for share in (0, 0.1, 0.5, 0.9, 1)]
    + [mixture(palette[2], palette[3], share) for share in (0.25, 0.5)],
}
Path(__file__).with_name("palette.json").write_text(json.dumps(out, indent=1) + "\n")
