"""Reference values of the elementary functions: writes reference.json beside this file.

    python3 reference.py      mpmath 1.2.1, Python 3.11

For each function rows of [x, y, rest]: y is the true value rounded to a double, and the true value is
y + rest * ulp(y), so that a test can measure errors far below one unit in the last place.
"""
import json
import math
import os
import random

import mpmath as m
from mpmath import mp, mpf

mp.prec = 1400  # sine and cosine of 1e308 take 1024 bits before the first digit that counts
draw = random.Random(20240229)
uniform = draw.uniform


def row(f, x):
    true = f(mpf(x))
    y = float(true)
    return [x, y, round(float((true - mpf(y)) / mpf(math.ulp(y))), 6)]


def doubles(start, count):
    """Neighbouring doubles, upwards."""
    xs = [start]
    while len(xs) < count:
        xs.append(math.nextafter(xs[-1], math.inf))
    return xs


def around(center, count):
    below = [center]
    for _ in range(count // 2):
        below.append(math.nextafter(below[-1], -math.inf))
    return doubles(below[-1], count)


def near_multiples_of_half_pi(limit, keep):
    """The doubles that come nearest to k pi/2 for k up to limit, where a reduction loses most."""
    half_pi = int(m.floor(m.pi / 2 * mpf(2) ** 200))
    found = []
    for k in range(1, limit):
        multiple = k * half_pi
        x = float(mpf(multiple) / mpf(2) ** 200)
        numerator, denominator = x.as_integer_ratio()
        found.append((abs(numerator * (2**200 // denominator) - multiple), x))
    return [x for _, x in sorted(found)[:keep]]


# The arguments of the largest errors among some hundred thousand random ones.
WORST_EXP = [-708.9237608764287, 282.4594886367936, -708.7659405214109, -709.0021671319981, -699.6570167065006]
WORST_LOG = [0.7069661583364838, 1.4134154677330708, 0.6280065139197316, 1.4099893633786615, 1.4059919497565836]
WORST_SIN = [944208.0123569268, 179536.57004630807, 4.461349725471304e193, -1605612.3173831857, 0.8075704684813898]
WORST_COS = [-7.025595209450417, 636660.1706464898, 7.009745139348434, 1351038.0316602704, 5.5581758666102505]
WORST_ERFC = [26.043612607114483, 26.2603744957014, 0.8225922596175224, 4.709436249453574, -0.47190231923013926]
WORST_LOG_GAMMA = [1.2287597734483855, 1.225905241724622, 1.2131869897051812, 1.115590931470427, 1.2149796927444587]

exp_at = (
    WORST_EXP
    + [uniform(-745, 709.7) for _ in range(140)]
    + [uniform(-1, 1) for _ in range(80)]
    + [uniform(-40, 0) for _ in range(80)]
    + [uniform(-745.1, -708) for _ in range(40)]
    + [draw.choice([-1, 1]) * 2.0 ** uniform(-60, 0) for _ in range(30)]
    + [5e-324, -5e-324, 1e-300, 2.0**-53, -(2.0**-54), 709.782712893384, -708.3964185322641, -745.1332191019411]
    + around(math.log(2) / 2, 9)
    + around(-math.log(2) / 2, 9)
    + around(1.0, 5)
)
log_at = (
    WORST_LOG
    + [math.ldexp(uniform(0.5, 1), draw.randint(-1021, 1024)) for _ in range(150)]
    + [uniform(0.5, 2) for _ in range(110)]
    + [1 + draw.choice([-1, 1]) * 2.0 ** uniform(-52, -1) for _ in range(70)]
    + [uniform(0, 1000) for _ in range(40)]
    + [draw.randint(1, 2**52) * 5e-324 for _ in range(20)]
    + [5e-324, 2.2250738585072014e-308, 2.225073858507201e-308, 1.7976931348623157e308, math.e, 2.0, 10.0]
    + around(math.sqrt(0.5), 9)
    + around(math.sqrt(2), 9)
    + [x for x in around(1.0, 9)]
)
angles = (
    [uniform(-1, 1) for _ in range(80)]
    + [uniform(-20, 20) for _ in range(80)]
    + [uniform(-1.7e6, 1.7e6) for _ in range(80)]
    + [draw.choice([-1, 1]) * 2.0 ** uniform(-1000, 0) for _ in range(40)]
    + [draw.choice([-1, 1]) * math.ldexp(uniform(0.5, 1), draw.randint(20, 1024)) for _ in range(60)]
    + around(1647099.0, 3)
    + near_multiples_of_half_pi(1_048_576, 40)
    # The hardest of all doubles: Muller, Elementary Functions, 3rd ed., section 11.3.
    + [6381956970095103.0 * 2.0**797, 1.7976931348623157e308, 1e22, math.pi, math.pi / 2, 2 * math.pi]
    + around(math.pi / 4, 5)
)
gamma_at = (
    WORST_LOG_GAMMA
    + [uniform(0, 3) for _ in range(120)]
    + [uniform(0, 12) for _ in range(90)]
    + [2.0 ** uniform(4, 1015) for _ in range(50)]
    + [2.0 ** uniform(-1074, 0) for _ in range(40)]
    + [c + s * 2.0 ** uniform(-50, -2) for c in (1, 2) for s in (-1, 1) for _ in range(20)]
    + [0.5, 3.0, 8.0, 100.0, 1e6, 1e15, 2e305, 5e-324]
    + around(0.25, 3) + around(1.25, 3) + around(2.25, 3) + around(8.0, 3)
)

reference = {
    "exp": [row(m.exp, x) for x in exp_at],
    "log": [row(m.log, x) for x in log_at],
    "sin": [row(m.sin, x) for x in angles + WORST_SIN],
    "cos": [row(m.cos, x) for x in angles + WORST_COS],
}
mp.prec = 300
reference["logGamma"] = [row(m.loggamma, x) for x in gamma_at]
erfc_at = (
    WORST_ERFC
    + [uniform(0, 1) for _ in range(100)]
    + [uniform(1, 6) for _ in range(90)]
    + [uniform(6, 26.5) for _ in range(80)]
    + [uniform(26.5, 27.2) for _ in range(30)]
    + [-uniform(0, 6) for _ in range(80)]
    + [draw.choice([-1, 1]) * 2.0 ** uniform(-80, -1) for _ in range(40)]
    + [0.0, 1.0, -1.0, 5e-324, 27.22, 27.226017111108362, -5.9, -30.0]
    + around(0.46875, 5) + around(-0.46875, 5) + around(3.5, 3) + around(26.0, 5)
)
reference["erfc"] = [row(m.erfc, x) for x in erfc_at]

with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "reference.json"), "w") as out:
    parts = ['  "%s": [\n%s\n  ]' % (k, ",\n".join("    " + json.dumps(r) for r in v)) for k, v in reference.items()]
    out.write("{\n" + ",\n".join(parts) + "\n}\n")
