"""seedrandom's xor4096 once more, in Python's whole numbers: writes xor4096.json beside this file.

    python3 xor4096.py      Python 3.11

The first draws for some seeds. Generator: R. P. Brent, Some long-period random number generators using shifts
and xors (2007), arXiv:1004.3115; seeding from text as in seedrandom 3.0.5.
"""
import json
import os

MASK = 0xFFFFFFFF
WEYL = 0x61C88647


class Xor4096:
    def __init__(self, text):
        text += "\0"
        x = [0] * 128
        v = w = zeros = 0
        for j in range(-32, max(128, len(text))):
            v ^= ord(text[(j + 32) % len(text)])
            if j == 0:
                w = v
            v ^= v << 10 & MASK
            v ^= v >> 15
            v ^= v << 4 & MASK
            v ^= v >> 13
            if j >= 0:
                w = w + WEYL & MASK
                x[j & 127] ^= v + w & MASK
                zeros = zeros + 1 if x[j & 127] == 0 else 0
        assert zeros < 128
        self.x, self.i, self.w = x, 127, w
        for _ in range(512):
            self.step()

    def step(self):
        """The next word of the shift register, without the Weyl sequence."""
        v = self.x[(self.i + 34) & 127]
        self.i = (self.i + 1) & 127
        t = self.x[self.i]
        v ^= v << 13 & MASK
        t ^= t << 17 & MASK
        v ^= v >> 15
        t ^= t >> 12
        self.x[self.i] = v ^ t
        return v ^ t

    def bits(self):
        self.w = self.w + WEYL & MASK
        return self.step() + (self.w ^ self.w >> 16) & MASK

    def uniform(self):
        top = self.bits() >> 11
        return (top * 2**32 + self.bits()) / 2**53


def draws(seed, count=8):
    generator = Xor4096(seed)
    return [generator.uniform() for _ in range(count)]


seeds = ["0", "42", "-1.5", "1e+21", "", "gaussmix", "x" * 300, "2:42/7"]
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "xor4096.json"), "w") as out:
    json.dump({seed: draws(seed) for seed in seeds}, out, indent=2)
    out.write("\n")
